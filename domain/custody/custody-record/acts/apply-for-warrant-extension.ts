import * as z from 'zod/mini';
import { closed, defineAct, eventRule, type Opening } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { add, opensBeforeCharge, toldBy, type CustodyDecision } from '../acting.ts';
import { limits } from '../detention-clock.ts';
import { lateHearingNotes, sitting } from '../hearing-rule.ts';
import type { CustodyLaw } from '../limits.ts';
import { applicationStands, BEFORE_THE_COURT, noClockToProlong } from '../opens-towards-warrant.ts';
import { pendingApplication, warrantsNow, type CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { Warrant, WarrantApplication } from '../told.ts';
import { copyServed, warrantEnds } from '../warrant-rule.ts';

const schema = z.object({ sittingAt: f.maybeTime('The court sits at', 'Enter when the court sits.') });

const extensionApplied = eventRule<CustodyRecord, Pick<WarrantApplication, 'sittingAt'>>({
  stands: (record) => (warrantsNow(record).length > 0 ? applicationStands('An application for an extension')(record) : 'There is no warrant to extend.'),
  apply: (record, event) => add(record, 'applications', { ...event.data, ...toldBy(event), extends: true, outcome: 'pending', decidedAt: null, supportedByNewEvidence: false }),
  says: () => 'Applied for the extension of the warrant (s.44(1))',
  theme: 'legal',
});

function timing(record: CustodyRecord, warrant: Warrant, { at, law }: CustodyDecision): Refusal[] {
  const ends = warrantEnds(warrant);
  const ceiling = limits(record, law)?.ceiling ?? null;
  return [
    ...when(at > ends, refusal('AUTHORITY_LAPSED', { law: 'PACE s.44(1)', message: `The warrant ended at ${fullTime(ends)}. Charge or release now.` })),
    ...when(ceiling !== null && ends >= ceiling, refusal('BEYOND_96H', { law: 'PACE s.44(3)(b)', message: 'The warrant runs to the end of the 96 hours: no court may extend it. Charge or release by then.' })),
  ];
}

function opens(record: CustodyRecord): Opening {
  if (warrantsNow(record).length === 0) return closed('There is no warrant.');
  return pendingApplication(record) ? closed('An application is before the court already.') : opensBeforeCharge(record);
}

/** s.44(1), (6), CUS-66: on oath, while the warrant runs, with an information of its own served; its hearing may be adjourned like the first. */
export const applyForWarrantExtension = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'applyForWarrantExtension', label: "Apply for the warrant's extension", nature: 'power', group: 'legal', schema, opens,
  decide: (record, { sittingAt }, decision) => {
    const warrant = warrantsNow(record).at(-1);
    if (!warrant) return { refusals: [refusal('NOT_OPEN', { law: 'PACE s.44(1)', message: 'There is no warrant to extend.' })] };
    const refusals = [
      ...noClockToProlong(record),
      ...when(pendingApplication(record) !== undefined, refusal('ALREADY_DONE', { law: 'PACE s.44(1)', message: BEFORE_THE_COURT })),
      ...when(!copyServed(record), refusal('COPY_NOT_SERVED', { law: 'PACE s.43(2), s.44(6)' })), ...timing(record, warrant, decision),
    ];
    if (refusals.length > 0) return { refusals };
    const sits: Instant | null = sittingAt ?? sitting(record);
    return { events: [{ type: 'extensionApplied', data: { sittingAt: sits } }], notes: lateHearingNotes(record, decision.law, { sits, at: decision.at }) };
  },
  events: { extensionApplied },
});
