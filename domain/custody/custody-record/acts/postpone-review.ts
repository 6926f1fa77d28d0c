import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { add, officerOf, opensInCustody, toldBy } from '../acting.ts';
import { involved } from '../independence.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { POSTPONEMENT_GROUNDS, type PostponementGround } from '../told.ts';
import { refusal } from '../refusals.ts';
import { reviewCycle } from '../review-cycle.ts';

export const GROUND_WORDS: Readonly<Record<PostponementGround, string>> = {
  notPracticable: 'Not practicable in all the circumstances', questioningWouldBePrejudiced: 'Being questioned, and an interruption would prejudice the investigation', noReviewOfficerReadilyAvailable: 'No review officer is readily available',
};
const schema = z.object({
  ground: f.line('Ground', "Choose a ground: not practicable; questioning would be prejudiced; no review officer readily available.", { hint: POSTPONEMENT_GROUNDS.map((g) => `${g}: ${GROUND_WORDS[g]}`).join('. ') }),
  reason: f.words('Reason', 'Say what the circumstances are.'),
});

interface Postponed { readonly ground: PostponementGround; readonly reason: string; readonly latestTime: Instant }

const reviewPostponed = eventRule<CustodyRecord, Postponed>({
  stands: (record) => (record.authorisations.length > 0 && record.ending === null ? null : 'There is no review to postpone.'),
  apply: (record, event) => add(record, 'postponements', { ...event.data, ...toldBy(event), confirmedAt: null }),
  says: ({ data }) => `Review due ${fullTime(data.latestTime)} postponed: ${GROUND_WORDS[data.ground].toLowerCase()}. ${data.reason}`,
  theme: 'legal',
});

const isGround = (text: string): text is PostponementGround => (POSTPONEMENT_GROUNDS as readonly string[]).includes(text);

/** CUS-42: only on one of three grounds, standing at the latest time; the later reviews do not move (CUS-43). */
export const postponeReview = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'postponeReview', label: 'Postpone review', nature: 'power', group: 'legal', schema,
  opens: (record) => (record.charge ? closed('After charge the custody officer reviews in person.') : opensInCustody(record)),
  decide: (record, { ground, reason }, when_) => {
    const next = reviewCycle(record, when_.law).next;
    if (!isGround(ground)) return { refusals: [refusal('NO_POSTPONEMENT_GROUND', { field: 'ground', message: `'${ground}' is not a ground. Choose: not practicable; questioning would be prejudiced; no review officer readily available.` })] };
    const refusals = [
      ...when(next === null, refusal('NOT_OPEN', { law: 'PACE s.40(4)', message: 'No review is due.' })), ...when(involved(record, officerOf(when_)), refusal('CONFLICT_OF_ROLE', { law: 'PACE s.40(1)(b)' })),
      ...when(next !== null && when_.at > next.latest && next.postponed === null, refusal('NO_POSTPONEMENT_GROUND', { message: `The latest time, ${next ? fullTime(next.latest) : ''}, has passed. It can no longer be postponed: do the review now. Detention is unlawful until it is done (CUS-59).` })),
    ];
    if (refusals.length > 0 || next === null) return { refusals };
    const data: Postponed = { ground, reason, latestTime: next.lapses ?? next.latest };
    return { events: [{ type: 'reviewPostponed', data }] };
  },
  events: { reviewPostponed },
});
