import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { custodyOfficerRefusals, endEpisode, needsDetention, opensInCustody, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { furtherArrest, type CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

/** How a detention ends at the station, in the desk's words. */
export const RELEASES = { noFurtherAction: 'No further action', underInvestigation: 'Under investigation', chargedAndBailed: 'Charged, on bail to court', toCourt: 'To court in custody', outOfCourt: 'Out-of-court disposal', otherDisposal: 'Other disposal' } as const;
const schema = z.object({ kind: f.choice('Release', RELEASES, 'Choose how the detention ends.'), riskAssessed: f.yesNo('Pre-release risk assessment done?', 'Say whether the pre-release risk assessment was done.'), detail: f.words('Reasons and arrangements', 'Say why, and how they get home safely.'), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…') });
type Body = z.infer<typeof schema>;

const released = eventRule<CustodyRecord, Pick<Body, 'kind' | 'detail'> & StoodIn>({
  stands: needsDetention('A release'),
  apply: (record, event) => ({ ...endEpisode(record, event.occurredAt), phase: 'released', location: 'Left', ending: { ...toldBy(event), kind: event.data.kind, detail: event.data.detail } }),
  says: ({ data }) => `Released: ${RELEASES[data.kind].toLowerCase()}. ${data.detail}${stoodInWords(data)}`,
  brief: ({ data }) => `Released: ${RELEASES[data.kind].toLowerCase()}`,
  theme: 'legal', tells: tellHolder,
});

/** Ends of an investigation in which nobody is charged. */
const UNCHARGED: readonly Body['kind'][] = ['noFurtherAction', 'underInvestigation'];

/** How it ends goes with what they are held for. */
function kindRefusals(record: CustodyRecord, kind: Body['kind']): Refusal[] {
  const further = furtherArrest(record) !== null;
  const needsCharge = kind === 'chargedAndBailed' || (kind === 'toCourt' && record.authorityKind === 'PACE_PRECHARGE');
  return [
    ...when(needsCharge && record.charge === null, refusal('NOT_OPEN', { law: 'PACE s.37(7)', field: 'kind', message: further ? `They are under arrest for a further offence. ${DECIDE_FURTHER}` : 'They have not been charged. Record the charge first.' })),
    ...when(UNCHARGED.includes(kind) && (record.charge !== null || further), refusal('NOT_OPEN', { law: 'PACE s.38(1)', field: 'kind', message: `They are charged: they leave on bail to court or in custody.${further ? ` ${DECIDE_FURTHER}` : ''}` })),
  ];
}

const DECIDE_FURTHER = 'Charge them with the further offence, or record that they are not detained for it.';

/** The end of the detention (CUS-116, CUS-117): a human act of the custody officer, after the pre-release assessment (CUS-90). */
export const release = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'release', label: 'Release', nature: 'power', group: 'legal', schema, needs: postNeeds, opens: opensInCustody,
  decide: (record, body, when_) => {
    const refusals = [
      ...custodyOfficerRefusals(record, when_, body.noCustodyOfficer), ...when(!body.riskAssessed, refusal('REASON_REQUIRED', { law: 'Code C 3.6 to 3.10', field: 'riskAssessed', message: 'Nobody is released without the pre-release risk assessment. Do it first.' })),
      ...kindRefusals(record, body.kind),
    ];
    const data = { kind: body.kind, detail: body.detail, ...stoodIn(body.noCustodyOfficer, when_) };
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'released', data }], notes: stoodInNotes(data) };
  },
  events: { released },
});
