import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import type { OfficerAt } from '../../../shared/actor.ts';
import { effectiveRank } from '../../../shared/effective-rank.ts';
import * as f from '../../../shared/fields.ts';
import { lawAt } from '../../../shared/law.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { atLeast, aOrAn, RANK_WORDS, type Rank } from '../../../shared/posts.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { add, officerOf, opensInCustody, toldBy, type CustodyDecision } from '../acting.ts';
import { involved } from '../independence.ts';
import type { CustodyLaw } from '../limits.ts';
import { inCustody, type CustodyRecord } from '../record.ts';
import type { Review } from '../told.ts';
import { refusal } from '../refusals.ts';
import { reviewCycle, underReview } from '../review-cycle.ts';

const METHODS = { inPerson: 'In person', telephone: 'By telephone', liveLink: 'By live link' } as const;
const DECISIONS = { continue: 'Detention is to continue', release: 'Release' } as const;
const schema = z.object({
  method: z._default(f.choice('How', METHODS, 'Say how the review was held.'), 'inPerson'), reviewOfficerId: f.maybeOfficer('Review officer, if not you', { hint: 'For a review by telephone an officer at the station makes the record.' }),
  whyNotInPerson: f.maybeLine('If not in person, why'), representations: f.words('Representations', 'Say who was offered the chance to make representations, and what was said.'),
  asleep: f.maybeYesNo('Asleep at the time?'), reminded: f.yesNo('Reminded of the right to free legal advice?', 'Say whether they were reminded of the right to free legal advice.'),
  decision: f.choice('Decision', DECISIONS, 'Choose whether detention is to continue.'), grounds: f.words('Grounds', 'Say why detention is still necessary, or why it is not.'),
  additional: f.hiddenFlag(), answersKey: f.hiddenText(),
});
type Body = z.infer<typeof schema>;
type Done = Omit<Review, 'at' | 'by' | 'byId' | 'entry'>;

/** CUS-47, CUS-48: why not in person and who made the record; that nobody reminded them of legal advice. */
const howHeld = (data: Done, recorder: string): string =>
  `${data.method === 'inPerson' ? '' : `. Not in person: ${data.whyNotInPerson ?? ''}; recorded by ${recorder}`}${data.reminded === false && data.decision === 'continue' ? '. Not reminded of the right to free legal advice' : ''}`;

const reviewDone = eventRule<CustodyRecord, Done>({
  stands: (record) => (record.authorisations.some((a) => a.episode === record.episodes.at(-1)?.number) && inCustody(record) ? null : 'A review cannot be held before detention is authorised, or after it has ended.'),
  apply: (record, event) => add(record, 'reviews', { ...event.data, ...toldBy(event) }),
  says: ({ data, actorName }) => `Review ${data.method === 'inPerson' ? '' : `${METHODS[data.method].toLowerCase()} `}by ${data.reviewerName}: ${data.decision === 'continue' ? 'detention to continue' : 'release'}. ${data.grounds}${data.asleep ? ' (asleep: to be told on waking)' : ''}${howHeld(data, actorName)}`,
  brief: ({ data }) => `Review by ${data.reviewerName}: ${data.decision === 'continue' ? 'detention to continue' : 'release'}`,
  theme: 'legal',
});

/** Before charge an inspector not directly involved, after charge the custody officer (CUS-13, CUS-44). */
function reviewerRefusals(record: CustodyRecord, reviewer: OfficerAt, when_: CustodyDecision): Refusal[] {
  const conflict = (law: string, who: string) => when(involved(record, reviewer), refusal('CONFLICT_OF_ROLE', { law, message: `${reviewer.shortName} is on the investigation team. Choose ${who} who is not directly involved.` }));
  if (record.charge) {
    const message = `After charge the custody officer reviews. ${reviewer.shortName} does not hold the post${when_.facts.custodyOfficer === reviewer.id ? ' as a sergeant or above' : ''}.`;
    const holds = when_.facts.custodyOfficer === reviewer.id && atLeast(effectiveRank(reviewer, when_.at), lawAt(when_.law.custodyOfficerLeastRank, when_.at).value);
    return [...when(!holds, refusal('NOT_CUSTODY_OFFICER', { law: 'PACE s.40(1)(a)', message })), ...conflict('PACE s.36(5)', 'a custody officer')];
  }
  const rank = effectiveRank(reviewer, when_.at);
  if (!underReview(record)) return practiceRefusals(reviewer, rank, when_);
  const least = lawAt(when_.law.reviewLeastRank, when_.at).value;
  return [
    ...conflict('PACE s.40(1)(b)', 'an inspector'),
    ...when(!atLeast(rank, least), refusal('RANK_TOO_LOW', { law: 'PACE s.40(1)(b)', message: `${reviewer.shortName} is ${aOrAn(RANK_WORDS[rank])}. Before charge ${aOrAn(RANK_WORDS[least])} or above reviews, or a sergeant with authority under s.107.` })),
  ];
}

/** Held by another authority: s.40 asks for no review; one held all the same, as good practice, is a sergeant's at least (Code C Note 15B). */
function practiceRefusals(reviewer: OfficerAt, rank: Rank, { law, at }: CustodyDecision): Refusal[] {
  const least = lawAt(law.practiceReviewLeastRank, at).value;
  return when(!atLeast(rank, least), refusal('RANK_TOO_LOW', { law: 'Code C Note 15B', message: `${reviewer.shortName} is ${aOrAn(RANK_WORDS[rank])}. It takes ${aOrAn(RANK_WORDS[least])} or above to check that they may still be held.` }));
}

/** CUS-47: not after charge; not without why; recorded by an officer at the station. */
const methodRefusals = (record: CustodyRecord, body: Body, reviewsHerself: boolean): Refusal[] => [
  ...when(body.method === 'inPerson' && !reviewsHerself, refusal('REVIEW_METHOD_NOT_ALLOWED', {
    law: 'PACE s.40(1), Code C 15.16', field: 'reviewOfficerId', message: 'Who holds a review in person records it. Let the review officer enter it, or say that it was held by telephone or live link.',
  })),
  ...when(body.method !== 'inPerson' && record.charge !== null, refusal('REVIEW_METHOD_NOT_ALLOWED', { field: 'method' })),
  ...when(body.method !== 'inPerson' && record.charge === null && reviewsHerself, refusal('REVIEW_METHOD_NOT_ALLOWED', {
    law: 'PACE s.40A(3)', field: 'reviewOfficerId', message: 'An officer at the station makes the record of a review that is not held in person. They enter it, and name the review officer.',
  })),
  ...when(body.method !== 'inPerson' && body.whyNotInPerson === '', refusal('REASON_REQUIRED', { law: 'PACE s.40A', field: 'whyNotInPerson', message: 'Say why the review was not held in person.' })),
];

/** Two officers at once: the second to answer the same review is told who did it (ALREADY_DONE), and may send an additional one. */
function alreadyDone(record: CustodyRecord, body: Body, { law, at }: CustodyDecision): Refusal[] {
  const last = record.reviews.at(-1);
  const answers = body.answersKey === '' ? last?.at !== at : body.answersKey === `review/${reviewCycle(record, law).next?.startedBy ?? ''}`;
  if (body.additional || answers) return [];
  return last ? [refusal('ALREADY_DONE', { law: 'PACE s.40', message: `${last.reviewerName} did this review at ${fullTime(last.at)}. Send it as an additional one if you held another.` })] : [];
}

/** A review of detention (CUS-40 to CUS-48). One done late is recorded with its breach; detention was unlawful until then (CUS-59). */
export const conductReview = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'conductReview', label: 'Record review', nature: 'happening', decides: true, group: 'legal', schema,
  needs: (record, body) => ({ custodyOfficerOf: record.stationId, ...(body.reviewOfficerId ? { officers: [body.reviewOfficerId] } : {}) }),
  answers: (record) => { const entry = (record.reviews.at(-1) ?? record.authorisations.at(-1))?.entry; return entry ? `review/${entry}` : null; },
  opens: (record) => { const base = opensInCustody(record); return base.open && record.authorisations.length === 0 ? closed('Detention is not authorised: there is nothing to review yet.') : base; },
  decide: (record, body, when_) => {
    const reviewer = body.reviewOfficerId ? when_.facts.officers[body.reviewOfficerId] : officerOf(when_);
    if (!reviewer) return { refusals: [refusal('OFFICER_UNKNOWN', { law: 'PACE s.40(1)', field: 'reviewOfficerId' })] };
    const refusals = [...reviewerRefusals(record, reviewer, when_), ...methodRefusals(record, body, reviewer.id === officerOf(when_).id), ...alreadyDone(record, body, when_)];
    if (refusals.length > 0) return { refusals };
    const data: Done = { reviewerName: reviewer.shortName, reviewerRank: effectiveRank(reviewer, when_.at), method: body.method, decision: body.decision, grounds: body.grounds, asleep: body.asleep, representations: body.representations, reminded: body.reminded, whyNotInPerson: body.whyNotInPerson };
    return { events: [{ type: 'reviewDone', data }] };
  },
  events: { reviewDone },
});
