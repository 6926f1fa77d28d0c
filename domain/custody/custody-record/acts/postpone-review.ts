import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import { effectiveRank } from '../../../shared/effective-rank.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { lawAt } from '../../../shared/law.ts';
import { atLeast, RANK_WORDS } from '../../../shared/posts.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { add, officerOf, opensInCustody, postNeeds, toldBy, type CustodyDecision } from '../acting.ts';
import { involved } from '../independence.ts';
import type { CustodyLaw } from '../limits.ts';
import { inCustody, type CustodyRecord } from '../record.ts';
import { POSTPONEMENT_GROUNDS, type PostponementGround } from '../told.ts';
import { refusal } from '../refusals.ts';
import { reviewCycle, underReview } from '../review-cycle.ts';

export const GROUND_WORDS: Readonly<Record<PostponementGround, string>> = {
  notPracticable: 'Not practicable in all the circumstances', questioningWouldBePrejudiced: 'Being questioned, and an interruption would prejudice the investigation', noReviewOfficerReadilyAvailable: 'No review officer is readily available',
};
const schema = z.object({
  ground: f.line('Ground', "Choose a ground: not practicable; questioning would be prejudiced; no review officer readily available.", { hint: POSTPONEMENT_GROUNDS.map((g) => `${g}: ${GROUND_WORDS[g]}`).join('. ') }),
  reason: f.words('Reason', 'Say what the circumstances are.'),
});

interface Postponed { readonly ground: PostponementGround; readonly reason: string; readonly latestTime: Instant }

const reviewPostponed = eventRule<CustodyRecord, Postponed>({
  stands: (record) => (record.authorisations.length > 0 && inCustody(record) ? null : 'There is no review to postpone.'),
  apply: (record, event) => add(record, 'postponements', { ...event.data, ...toldBy(event), confirmedAt: null }),
  says: ({ data }) => `Review due ${fullTime(data.latestTime)} postponed: ${GROUND_WORDS[data.ground].toLowerCase()}. ${data.reason}`,
  brief: ({ data }) => `Review due ${fullTime(data.latestTime)} postponed: ${GROUND_WORDS[data.ground].toLowerCase()}`,
  theme: 'legal',
});

const groundRefusals = (text: string): Refusal[] => when(!(POSTPONEMENT_GROUNDS as readonly string[]).includes(text), refusal('NO_POSTPONEMENT_GROUND', {
  field: 'ground', message: `'${text}' is not a ground. Choose: not practicable; questioning would be prejudiced; no review officer readily available.`,
}));

/** Being questioned: in an interview, or in hospital by police while it goes on (CUS-42). */
export const questionedNow = (record: CustodyRecord): boolean =>
  (record.phase === 'withInvestigator' && record.investigatorSpells.at(-1)?.purpose !== 'search') || (record.phase === 'inHospital' && record.hospital.at(-1)!.questioned.some((q) => q.to === null));

/** s.40(4)(b)(i): the review officer is satisfied of the prejudice, before charge, and at the latest time they are in fact being questioned. */
function questioningRefusals(record: CustodyRecord, ground: string, { latestTime, when_ }: { latestTime: Instant | null; when_: CustodyDecision }): Refusal[] {
  if (ground !== 'questioningWouldBePrejudiced') return [];
  const officer = officerOf(when_);
  const least = lawAt(when_.law.reviewLeastRank, when_.at).value;
  return [
    ...when(record.charge !== null, refusal('NO_POSTPONEMENT_GROUND', { field: 'ground', message: 'After charge they are not questioned about the offence. Choose another ground, or do the review.' })),
    ...when(record.charge === null && when_.at === latestTime && !questionedNow(record), refusal('NO_POSTPONEMENT_GROUND', { field: 'ground', message: 'They are not recorded as being questioned. Record the hand-over to the investigator first, or choose another ground.' })),
    ...when(!atLeast(effectiveRank(officer, when_.at), least), refusal('RANK_TOO_LOW', { law: 'PACE s.40(4)(b)', message: `The review officer must be satisfied that an interruption would prejudice the investigation: an ${RANK_WORDS[least]} or above.` })),
  ];
}

/** A ground stands at the latest time or not at all; so does a second one, at the next latest time (8a CUS-42). */
function timeRefusals(latestTime: Instant | null, at: Instant): Refusal[] {
  if (latestTime === null) return [refusal('NOT_OPEN', { law: 'PACE s.40(4)', message: 'No review is due.' })];
  return when(at > latestTime, refusal('NO_POSTPONEMENT_GROUND', {
    message: `The latest time, ${fullTime(latestTime)}, has passed. It can no longer be postponed: do the review now. Detention is unlawful until it is done (CUS-59).`,
  }));
}

/** s.40(7): the review officer records why. Told by another, it stands; where one is available, theirs is asked for. */
function recordedByAnother(record: CustodyRecord, ground: string, when_: CustodyDecision): string[] {
  const officer = officerOf(when_);
  const reviews = record.charge === null ? atLeast(effectiveRank(officer, when_.at), lawAt(when_.law.reviewLeastRank, when_.at).value) : when_.facts.custodyOfficer === officer.id;
  if (reviews || ground === 'noReviewOfficerReadilyAvailable') return [];
  return [`The review officer records why a review is postponed: ask ${record.charge === null ? 'the inspector' : 'the custody officer'} to enter it too. PACE s.40(7)`];
}

/** CUS-42: only on one of three grounds, standing at the latest time; the later reviews do not move (CUS-43). */
export const postponeReview = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'postponeReview', label: 'Postpone review', nature: 'power', group: 'legal', schema, needs: postNeeds,
  opens: (record) => (record.authorisations.length === 0 || !underReview(record) ? closed('There is no review to postpone.') : opensInCustody(record)),
  decide: (record, { ground, reason }, when_) => {
    const next = reviewCycle(record, when_.law).next;
    const latestTime = next ? (next.lapses ?? next.latest) : null;
    const refusals = [...when(involved(record, officerOf(when_)), refusal('CONFLICT_OF_ROLE', { law: 'PACE s.40(1)(b)' })), ...groundRefusals(ground), ...questioningRefusals(record, ground, { latestTime, when_ }), ...timeRefusals(latestTime, when_.at)];
    if (refusals.length > 0 || latestTime === null) return { refusals };
    const data: Postponed = { ground: ground as PostponementGround, reason, latestTime };
    return { events: [{ type: 'reviewPostponed', data }], notes: recordedByAnother(record, ground, when_) };
  },
  events: { reviewPostponed },
});
