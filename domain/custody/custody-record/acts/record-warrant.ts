import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { plusHours, type Instant } from '../../../shared/time.ts';
import { add, needsDetention, opensBeforeCharge, toldBy } from '../acting.ts';
import { limits } from '../detention-clock.ts';
import type { CustodyLaw } from '../limits.ts';
import { noClockToProlong } from '../opens-towards-warrant.ts';
import { pendingApplication, type CustodyRecord } from '../record.ts';
import { warrantExpiry } from '../warrant-rule.ts';

const schema = z.object({ hours: f.number('Hours', 'Enter the hours written on the warrant.') });

/** Of a warrant in force it is the extension that is applied for, and recorded. */
const awaited = (record: CustodyRecord) => { const made = pendingApplication(record); return made?.extends ? undefined : made; };

const warrantIssued = eventRule<CustodyRecord, { hours: number }>({
  stands: (record) => (awaited(record) ? needsDetention('A warrant')(record) : 'There is no application for a warrant before the court.'),
  apply: (record, event) => {
    const decided = record.applications.map((a) => (a === awaited(record) ? { ...a, outcome: 'issued' as const, decidedAt: event.occurredAt, decidedBy: event.actorName, decidedIn: toldBy(event).entry } : a));
    return add({ ...record, applications: decided }, 'warrants', { ...toldBy(event), issuedAt: event.occurredAt, expiresAt: plusHours(event.occurredAt, event.data.hours), extensions: [] });
  },
  says: ({ data, occurredAt }) => `Warrant of further detention issued for ${data.hours} h, to ${fullTime(plusHours(occurredAt, data.hours))}`,
  theme: 'legal',
});

/** CUS-68: whatever is written on the warrant. */
const beyond = (ends: Instant, ceiling: Instant | null): string[] =>
  (ceiling !== null && ends > ceiling ? [`It is written to ${fullTime(ends)}, and the 96 hours end at ${fullTime(ceiling)}: nobody is held beyond them. PACE s.44(3)(b)`] : []);

/** CUS-63: the act's time is the time of issue written on the warrant. */
export const recordWarrant = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordWarrant', label: 'Record warrant issued', nature: 'happening', group: 'legal', schema, opens: (record) => (awaited(record) ? opensBeforeCharge(record) : closed('No application for a warrant is before the court.')),
  decide: (record, { hours }, { at, law }) => {
    const { expiresAt, refusals } = warrantExpiry(at, hours, law);
    const all = [...noClockToProlong(record), ...refusals];
    return expiresAt === null || all.length > 0 ? { refusals: all } : { events: [{ type: 'warrantIssued', data: { hours } }], notes: beyond(expiresAt, limits(record, law)?.ceiling ?? null) };
  },
  events: { warrantIssued },
});
