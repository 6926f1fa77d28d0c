import { lawAt } from '../../shared/law.ts';
import { atLeast, RANK_WORDS } from '../../shared/posts.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import type { Instant, Interval } from '../../shared/time.ts';
import { officerOf, type CustodyDecision } from './acting.ts';
import { effectiveRank } from '../../shared/effective-rank.ts';
import { involved } from './independence.ts';
import type { CustodyLaw } from './limits.ts';
import { atLatestTime, isFor } from './postponed-until.ts';
import { chargesOf, type CustodyRecord } from './record.ts';
import { refusal } from './refusals.ts';
import { reviewCycle } from './review-cycle.ts';
import type { Postponement, PostponementGround } from './told.ts';

/** A ground recorded for the review that is owed, and not told to have stood at its latest time as that is told now. */
export interface Unconfirmed { readonly postponement: Postponement; readonly latestTime: Instant }

/** CUS-42: what is to be confirmed, the first ground or a second; null where nothing is. */
export function unconfirmed(record: CustodyRecord, law: CustodyLaw): Unconfirmed | null {
  const next = reviewCycle(record, law).next;
  if (!next) return null;
  const latestTime = next.lapses ?? next.latest;
  const postponement = record.postponements.findLast((p) => isFor(p, { ...next, latest: latestTime }) && !atLatestTime(p.at, latestTime));
  return postponement ? { postponement, latestTime } : null;
}

/** What somebody says of a ground, and in which field; `stoodAt` null: noted before the latest time, it says nothing of it yet. */
export interface Ground { readonly ground: PostponementGround; readonly stoodAt: Instant | null; readonly field: string }

/** CUS-13, CUS-42: who may say that a ground stands, and whether it did; the same as it is noted and as it is confirmed. */
export const groundRefusals = (record: CustodyRecord, told: Ground, when_: CustodyDecision): Refusal[] => [
  ...when(involved(record, officerOf(when_)), refusal('CONFLICT_OF_ROLE', { law: 'PACE s.40(1)(b)' })),
  ...(told.ground === 'questioningWouldBePrejudiced' ? questioningRefusals(record, told, when_) : []),
];

/** s.40(4)(b)(i): the review officer is satisfied of the prejudice, before charge, and at the latest time they are in fact being questioned. */
function questioningRefusals(record: CustodyRecord, { stoodAt, field }: Ground, when_: CustodyDecision): Refusal[] {
  const least = lawAt(when_.law.reviewLeastRank, when_.at).value;
  const charged = record.charge !== null && chargesOf(record).some((c) => c.at <= (stoodAt ?? when_.at));
  return [
    ...when(charged, refusal('NO_POSTPONEMENT_GROUND', { field, message: 'After charge they are not questioned about the offence. Choose another ground, or do the review.' })),
    ...when(!charged && stoodAt !== null && !questionedAt(record, stoodAt), refusal('NO_POSTPONEMENT_GROUND', { field, message: 'They are not recorded as being questioned at the latest time. Record the hand-over to the investigator first, or choose another ground; where there is none, do the review.' })),
    ...when(!atLeast(effectiveRank(officerOf(when_), when_.at), least), refusal('RANK_TOO_LOW', { law: 'PACE s.40(4)(b)', message: `The review officer must be satisfied that an interruption would prejudice the investigation: an ${RANK_WORDS[least]} or above.` })),
  ];
}

const covers = ({ from, to }: Interval, at: Instant): boolean => from <= at && (to === null || at < to);

/** Being questioned at that time of this episode: in an interview, or in hospital by police (CUS-42). */
function questionedAt(record: CustodyRecord, at: Instant): boolean {
  const { from } = record.episodes.at(-1)!;
  return record.investigatorSpells.some((s) => s.purpose !== 'search' && s.at >= from && covers({ from: s.at, to: s.returnedAt }, at))
    || record.hospital.some((h) => h.at >= from && covers({ from: h.at, to: h.returnedAt }, at) && h.questioned.some((q) => covers(q, at)));
}

/** s.40(7): the review officer records why. Told by another, it stands; where one is available, theirs is asked for. */
export function recordedByAnother(record: CustodyRecord, ground: PostponementGround, when_: CustodyDecision): string[] {
  const officer = officerOf(when_);
  const reviews = record.charge === null ? atLeast(effectiveRank(officer, when_.at), lawAt(when_.law.reviewLeastRank, when_.at).value) : when_.facts.custodyOfficer === officer.id;
  if (reviews || ground === 'noReviewOfficerReadilyAvailable') return [];
  return [`The review officer records why a review is postponed: ask ${record.charge === null ? 'the inspector' : 'the custody officer'} to enter it too. PACE s.40(7)`];
}
