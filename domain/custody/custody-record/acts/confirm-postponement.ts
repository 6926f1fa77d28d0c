import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN, opensLater } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { changeLast } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { PostponementGround } from '../told.ts';
import { questionedNow } from './postpone-review.ts';

const schema = z.object({ circumstances: f.words('What the circumstances were at the latest time', 'Say why the ground stood at the latest time.') });

/** Recorded early, and the review it postpones is still owed: one held since was in time or late, and no later entry changes which. */
const unconfirmed = (record: CustodyRecord) => {
  const last = record.postponements.at(-1);
  return last && last.confirmedAt === null && last.at < last.latestTime && record.reviews.every((r) => r.at <= last.at) ? last : null;
};

const postponementConfirmed = eventRule<CustodyRecord, { circumstances: string }>({
  stands: (record) => (unconfirmed(record) ? null : 'There is no early postponement to confirm.'),
  apply: (record, event) => changeLast(record, 'postponements', (p) => ({ ...p, confirmedAt: event.occurredAt })),
  says: ({ data }) => `Postponement confirmed at the latest time: ${data.circumstances}`,
  brief: () => 'Postponement confirmed at the latest time',
  theme: 'legal',
});

/** The ground stood at the latest time or not at all; entered afterwards, it is told for that time (CUS-7). */
const timeRefusals = (latestTime: Instant, at: Instant): Refusal[] => when(at !== latestTime, refusal('NO_POSTPONEMENT_GROUND', {
  field: 'at', message: at < latestTime ? `The ground must stand at the latest time, ${fullTime(latestTime)}. Confirm it then.`
    : `The ground must have stood at the latest time. Enter ${fullTime(latestTime)} as the time it is told for; where it did not, do the review now: detention is unlawful until it is done (CUS-59).`,
}));

const stillQuestioned = (record: CustodyRecord, ground: PostponementGround): Refusal[] =>
  when(ground === 'questioningWouldBePrejudiced' && !questionedNow(record), refusal('NO_POSTPONEMENT_GROUND', { field: 'circumstances', message: 'They were not being questioned at the latest time. The ground has gone: do the review.' }));

/** A ground recorded early must stand at the latest time for the review (CUS-42). */
export const confirmPostponement = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'confirmPostponement', label: 'Confirm postponement', nature: 'power', group: 'legal', schema,
  opens: (record, { now }) => {
    const early = unconfirmed(record);
    if (!early) return closed('There is no early postponement.');
    return now < early.latestTime ? opensLater(`Opens at the latest time, ${fullTime(early.latestTime)}. PACE s.40(4)`, early.latestTime) : OPEN;
  },
  decide: (record, body, { at }) => {
    const early = unconfirmed(record);
    const refusals = early ? [...timeRefusals(early.latestTime, at), ...stillQuestioned(record, early.ground)] : [];
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'postponementConfirmed', data: body }] };
  },
  events: { postponementConfirmed },
});
