import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN, opensLater } from '../../../shared/act.ts';
import { outOfOrder } from '../../../shared/decide.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { earliest, minuteOf, type Instant } from '../../../shared/time.ts';
import { postNeeds, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { atLatestTime } from '../postponed-until.ts';
import { groundRefusals, recordedByAnother, unconfirmed } from '../postponement-rule.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({
  circumstances: f.words('What the circumstances were at the latest time', 'Say why the ground stood at the latest time.'),
  stoodThen: f.maybeYesNo('Did the ground stand at the latest time?', { hint: 'Answer it where that time has passed.' }),
});

const NONE = 'There is no early postponement to confirm.';

interface Confirmed { readonly circumstances: string; /** The entry of the postponement; absent from those made when it was the last one. */ readonly confirms?: string }

const confirmedBy = ({ postponements }: CustodyRecord, { confirms }: Confirmed) => (confirms === undefined ? postponements.at(-1) : postponements.find((p) => p.entry === confirms));

const postponementConfirmed = eventRule<CustodyRecord, Confirmed>({
  stands: (record, { data }) => { const early = confirmedBy(record, data); return early && record.reviews.every((r) => r.at <= early.at) ? null : NONE; },
  apply: (record, event) => { const early = confirmedBy(record, event.data); return { ...record, postponements: record.postponements.map((p) => (p === early ? { ...p, confirmedAt: event.occurredAt, confirmedBy: event.actorName, confirmedIn: toldBy(event).entry } : p)) }; },
  says: ({ data }) => `Postponement confirmed at the latest time: ${data.circumstances}`,
  brief: () => 'Postponement confirmed at the latest time',
  theme: 'legal',
});

/** The ground stood at the latest time or not at all: in the minute shown as that time it is said of it; told later, only where they say so (CUS-7). */
function timeRefusals(latestTime: Instant, at: Instant, stoodThen: boolean): Refusal[] {
  const early = !atLatestTime(at, latestTime);
  return [
    ...when(early, refusal('NO_POSTPONEMENT_GROUND', { field: 'at', message: `The ground must stand at the latest time, ${fullTime(latestTime)}. Confirm it then.` })),
    ...when(!early && minuteOf(at) > latestTime && !stoodThen, refusal('NO_POSTPONEMENT_GROUND', {
      field: 'stoodThen', message: `The latest time, ${fullTime(latestTime)}, has passed. Say that the ground stood then; where it did not, do the review now: detention is unlawful until it is done (CUS-59).`,
    })),
  ];
}

/** A ground recorded early must stand at the latest time for the review (CUS-42). */
export const confirmPostponement = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'confirmPostponement', label: 'Confirm postponement', nature: 'power', group: 'legal', schema,
  needs: postNeeds,
  opens: (record, { now, law }) => {
    const early = unconfirmed(record, law);
    if (!early) return closed(NONE);
    return atLatestTime(now, early.latestTime) ? OPEN : opensLater('Opens at the latest time for the review (PACE s.40(4))', minuteOf(early.latestTime));
  },
  decide: (record, { circumstances, stoodThen }, when_) => {
    const early = unconfirmed(record, when_.law);
    if (!early) return { refusals: [outOfOrder(NONE)] };
    const { latestTime, postponement: { ground, entry } } = early;
    const refusals = [...timeRefusals(latestTime, when_.at, stoodThen), ...groundRefusals(record, { ground, stoodAt: latestTime, field: 'circumstances' }, when_)];
    if (refusals.length > 0) return { refusals };
    return { events: [{ type: 'postponementConfirmed', data: { circumstances, confirms: entry } satisfies Confirmed, occurredAt: earliest(latestTime, when_.now) }], notes: recordedByAnother(record, ground, when_) };
  },
  events: { postponementConfirmed },
});
