import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { add, opensInCustody, postNeeds, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { atLatestTime } from '../postponed-until.ts';
import { groundRefusals, recordedByAnother } from '../postponement-rule.ts';
import { inCustody, type CustodyRecord } from '../record.ts';
import { POSTPONEMENT_GROUNDS, type Postponement, type PostponementGround } from '../told.ts';
import { refusal } from '../refusals.ts';
import { reviewCycle, underReview } from '../review-cycle.ts';

export const GROUND_WORDS: Readonly<Record<PostponementGround, string>> = {
  notPracticable: 'Not practicable in all the circumstances', questioningWouldBePrejudiced: 'Being questioned, and an interruption would prejudice the investigation', noReviewOfficerReadilyAvailable: 'No review officer is readily available',
};
const schema = z.object({
  ground: f.line('Ground', "Choose a ground: not practicable; questioning would be prejudiced; no review officer readily available.", { hint: POSTPONEMENT_GROUNDS.map((g) => `${g}: ${GROUND_WORDS[g]}`).join('. '), decides: true }),
  reason: f.words('Reason', 'Say what the circumstances are.'),
});

type Postponed = Pick<Postponement, 'ground' | 'reason' | 'latestTime' | 'postpones'>;

const reviewPostponed = eventRule<CustodyRecord, Postponed>({
  stands: (record) => (record.authorisations.length > 0 && inCustody(record) ? null : 'There is no review to postpone.'),
  apply: (record, event) => add(record, 'postponements', { ...event.data, ...toldBy(event), confirmedAt: null }),
  says: ({ data }) => `Review due ${fullTime(data.latestTime)} postponed: ${GROUND_WORDS[data.ground].toLowerCase()}. ${data.reason}`,
  brief: ({ data }) => `Review due ${fullTime(data.latestTime)} postponed: ${GROUND_WORDS[data.ground].toLowerCase()}`,
  theme: 'legal',
});

const noSuchGround = (text: string): Refusal[] => when(!(POSTPONEMENT_GROUNDS as readonly string[]).includes(text), refusal('NO_POSTPONEMENT_GROUND', {
  field: 'ground', message: `'${text}' is not a ground. Choose: not practicable; questioning would be prejudiced; no review officer readily available.`,
}));

/** A ground stands at the latest time or not at all; so does a second one, at the next latest time (8a CUS-42). */
function timeRefusals(latestTime: Instant | null, at: Instant): Refusal[] {
  if (latestTime === null) return [refusal('NOT_OPEN', { law: 'PACE s.40(4)', message: 'No review is due.' })];
  return when(at > latestTime, refusal('NO_POSTPONEMENT_GROUND', {
    message: `The latest time, ${fullTime(latestTime)}, has passed. It can no longer be postponed: do the review now. Detention is unlawful until it is done (CUS-59).`,
  }));
}

/** CUS-42: only on one of three grounds, standing at the latest time; the later reviews do not move (CUS-43). */
export const postponeReview = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'postponeReview', label: 'Postpone review', nature: 'power', group: 'legal', schema, needs: postNeeds,
  opens: (record) => (record.authorisations.length === 0 || !underReview(record) ? closed('There is no review to postpone.') : opensInCustody(record)),
  decide: (record, { ground, reason }, when_) => {
    const next = reviewCycle(record, when_.law).next;
    const latestTime = next ? (next.lapses ?? next.latest) : null;
    const told = { ground: ground as PostponementGround, stoodAt: latestTime !== null && atLatestTime(when_.at, latestTime) ? latestTime : null, field: 'ground' };
    const refusals = [...noSuchGround(ground), ...groundRefusals(record, told, when_), ...timeRefusals(latestTime, when_.at)];
    if (refusals.length > 0 || latestTime === null || !next) return { refusals };
    const data: Postponed = { ground: told.ground, reason, latestTime, postpones: { review: next.begun, after: next.grounds } };
    return { events: [{ type: 'reviewPostponed', data }], notes: recordedByAnother(record, told.ground, when_) };
  },
  events: { reviewPostponed },
});
