import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import { effectiveRank } from '../../../shared/effective-rank.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import { add, needsDetention, officerOf, opensBeforeCharge, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import type { RightsDelay } from '../told.ts';
import { delaysNow, rightsDelayRefusals } from '../rights-delay-rule.ts';

const RIGHTS = { s56_notification: 'Telling someone of the arrest (s.56)', s58_legal_advice: 'Legal advice (s.58)' } as const;
const GROUNDS = { interference: 'Interference with evidence', harm: 'Harm to others', alerting: 'Alerting others suspected', property: 'Hindering recovery of property', benefit: 'Hindering recovery of the benefit' } as const;
const schema = z.object({ right: f.choice('Right', RIGHTS, 'Choose which right is delayed.'), ground: f.choice('Ground', GROUNDS, 'Choose the ground. That a solicitor might advise silence is never one.'), grounds: f.words('Reasons', 'Say why the ground is reasonably believed.') });
type Delayed = Omit<RightsDelay, 'at' | 'by' | 'byId' | 'entry' | 'endedAt'>;

const rightDelayed = eventRule<CustodyRecord, Delayed>({
  stands: needsDetention('A delay of rights'),
  apply: (record, event) => add(record, 'rightsDelays', { ...event.data, ...toldBy(event), endedAt: null }),
  says: ({ data }) => `${RIGHTS[data.right]} delayed by ${data.officerName}: ${data.grounds}`,
  brief: ({ data }) => `${RIGHTS[data.right]} delayed by ${data.officerName}`,
  theme: 'legal',
});

/** CUS-83, CUS-84: inspector for notification, superintendent for legal advice, an indictable offence; it must end by relevant time + 36 h. */
export const delayRight = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'delayRight', label: 'Delay a right', nature: 'power', group: 'rights', schema, opens: opensBeforeCharge,
  decide: (record, body, when_) => {
    const officer = officerOf(when_);
    const standing = delaysNow(record).find((d) => d.right === body.right);
    const refusals = [
      ...when(standing !== undefined, { code: 'ALREADY_DONE', law: 'Code C Annex B', field: 'right', message: `${standing?.officerName ?? ''} has delayed that right already, from ${standing ? fullTime(standing.at) : ''}. End that delay first.` }),
      ...rightsDelayRefusals(record, { right: body.right, officer, at: when_.at }, when_.law).refusals,
    ];
    if (refusals.length > 0) return { refusals };
    const data: Delayed = { right: body.right, officerName: officer.shortName, rank: effectiveRank(officer, when_.at), grounds: `${GROUNDS[body.ground].toLowerCase()}. ${body.grounds}` };
    return { events: [{ type: 'rightDelayed', data }] };
  },
  events: { rightDelayed },
});
