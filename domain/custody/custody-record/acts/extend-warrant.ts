import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { latest, plusHours, type Instant } from '../../../shared/time.ts';
import { changeLast, needsDetention, opensBeforeCharge, toldBy } from '../acting.ts';
import { authorityInForce } from '../authority.ts';
import type { CustodyLaw } from '../limits.ts';
import { noClockToProlong } from '../opens-towards-warrant.ts';
import { pendingApplication, warrantsNow, type CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { Told } from '../told.ts';
import { warrantEnds, warrantExtension } from '../warrant-rule.ts';

const schema = z.object({ hours: f.number('Hours', 'Enter the hours endorsed on the warrant.') });

/** The application before the court, where one was recorded, is decided by it. */
const determined = (record: CustodyRecord, { at, by, entry }: Told): CustodyRecord => {
  const made = pendingApplication(record);
  return { ...record, applications: record.applications.map((a) => (a === made ? { ...a, outcome: 'issued' as const, decidedAt: at, decidedBy: by, decidedIn: entry } : a)) };
};

/** CUS-66, s.44(6): adjourned for them to be represented, the hearing outlives the warrant, and decides on its extension all the same. */
function decidableTo(record: CustodyRecord, law: CustodyLaw, ends: Instant): Instant {
  const kept = pendingApplication(record)?.extends ? authorityInForce(record, law) : null;
  return kept?.kind === 'applicationPending' && kept.until !== null ? latest(ends, kept.until) : ends;
}

/** It is extended while it runs, or by a hearing adjourned for representation: an end corrected to before that leaves nothing to extend. */
function extensible(record: CustodyRecord, at: Instant): string | null {
  const warrant = warrantsNow(record).at(-1);
  if (!warrant) return 'There is no warrant to extend.';
  const adjourned = pendingApplication(record)?.extends === true && pendingApplication(record)!.adjournments?.some((a) => a.forRepresentation) === true;
  return at <= warrantEnds(warrant) || adjourned ? needsDetention('An extension of the warrant')(record) : `The warrant had ended at ${fullTime(warrantEnds(warrant))}, before it was extended.`;
}

/** It runs from the end of the warrant as that is now told: a corrected warrant moves its extensions (CUS-7). */
const warrantExtended = eventRule<CustodyRecord, { hours: number }>({
  stands: (record, event) => extensible(record, event.occurredAt),
  apply: (record, event) => changeLast(determined(record, toldBy(event)), 'warrants', (w) => ({ ...w, extensions: [...w.extensions, { at: event.occurredAt, expiresAt: plusHours(warrantEnds(w), event.data.hours), entry: toldBy(event).entry }] })),
  says: ({ data }) => `Warrant extended by ${data.hours} h from its end`,
  theme: 'legal',
});

/** s.44, CUS-64: at most 36 hours from the current expiry, decided by then, never beyond 96 counted hours. */
export const extendWarrant = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'extendWarrant', label: 'Record warrant extended', nature: 'happening', group: 'legal', schema, opens: (record) => (warrantsNow(record).length > 0 ? opensBeforeCharge(record) : closed('There is no warrant.')),
  decide: (record, { hours }, { at, law }) => {
    const warrant = warrantsNow(record).at(-1);
    if (!warrant) return { refusals: [refusal('NOT_OPEN', { message: 'There is no warrant to extend.' })] };
    const ends = warrantEnds(warrant);
    const { expiresAt, refusals } = warrantExtension(record, { currentExpiry: ends, decidableTo: decidableTo(record, law, ends), hours, at }, law);
    const all = [...noClockToProlong(record), ...refusals];
    return expiresAt === null || all.length > 0 ? { refusals: all } : { events: [{ type: 'warrantExtended', data: { hours } }] };
  },
  events: { warrantExtended },
});
