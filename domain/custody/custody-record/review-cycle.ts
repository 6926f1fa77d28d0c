import { lawAt } from '../../shared/law.ts';
import { earliest, HOUR, plusHours, type Instant, type Interval } from '../../shared/time.ts';
import { countedAt, ledgerOf, reaches, type Ledger } from './detention-clock.ts';
import type { CustodyLaw } from './limits.ts';
import type { Authorisation, CustodyRecord, Episode, Postponement, Review } from './record.ts';

/** A review as it was done against its latest time (CUS-40 to CUS-43, CUS-59). */
export interface DoneReview {
  readonly n: number;
  readonly latest: Instant;
  readonly review: Review;
  /** Done after its latest time and not postponed: the detention was unlawful between. */
  readonly late: boolean;
  readonly postponed: Postponement | null;
}

export interface NextReview {
  readonly n: number;
  readonly latest: Instant;
  /** The entry that started it: the authorisation or the review before. */
  readonly startedBy: string;
  /** What its time was counted from, for the reason shown. */
  readonly countedFrom: { readonly at: Instant; readonly what: 'authorisation' | 'review' | 'postponed'; readonly hours: number };
  readonly otherReading: { readonly due: Instant; readonly text: string } | null;
  /** Postponed and not yet done: owed as soon as practicable, and again unlawful from `lapses` without a second ground. */
  readonly postponed: Postponement | null;
  readonly lapses: Instant | null;
}

export interface ReviewCycle {
  readonly latestTimes: readonly Instant[];
  readonly done: readonly DoneReview[];
  /** null: no reviews are owed (not authorised, released, handed over). */
  readonly next: NextReview | null;
  readonly reviewer: 'inspector_not_directly_involved' | 'custody_officer';
  /** Reviews carried out since the first authorisation on this clock, across bail (8a CUS-51). */
  readonly countOnClock: number;
  readonly unlawful: readonly Interval[];
}

interface Running {
  readonly latest: Instant;
  readonly startedBy: string;
  readonly countedFrom: NextReview['countedFrom'];
  readonly otherReading: NextReview['otherReading'];
}

/** True where the ground stood at the latest time: recorded then, or recorded early and confirmed then (CUS-42). */
export const groundStands = (p: Postponement, latest: Instant): boolean => p.latestTime === latest && (p.at >= latest || p.confirmedAt !== null);

const postponementOf = (record: CustodyRecord, latest: Instant): Postponement | null => record.postponements.find((p) => groundStands(p, latest)) ?? null;

/** The review cycle of the record: every latest time, what was done, what is next and who must do it. */
export function reviewCycle(record: CustodyRecord, law: CustodyLaw): ReviewCycle {
  const ledger = ledgerOf(record, law);
  const spells = record.authorisations.map((a) => playEpisode(record, law, a, ledger));
  const last = spells.at(-1);
  const closed = record.ending !== null || record.phase === 'onBail' || record.phase === 'handedOver' || (last !== undefined && last.episodeClosed);
  return {
    latestTimes: spells.flatMap((s) => [...s.done.map((d) => d.latest), ...(s === last && !closed ? [s.next.latest] : [])]),
    done: spells.flatMap((s) => s.done),
    next: last && !closed ? last.next : null,
    reviewer: record.charge ? 'custody_officer' : 'inspector_not_directly_involved',
    countOnClock: spells.reduce((sum, s) => sum + s.done.length, 0),
    unlawful: spells.flatMap((s) => s.unlawful),
  };
}

interface Spell { done: DoneReview[]; next: NextReview; unlawful: Interval[]; episodeClosed: boolean }

function playEpisode(record: CustodyRecord, law: CustodyLaw, authorisation: Authorisation, ledger: Ledger | null): Spell {
  const episode = record.episodes.find((e) => e.number === authorisation.episode);
  const until = endOf(record, episode);
  const reviews = record.reviews.filter((r) => r.at >= authorisation.at && (until === null || r.at <= until));
  const done: DoneReview[] = [];
  const unlawful: Interval[] = [];
  let running = firstOf(record, law, authorisation, ledger);
  for (const review of reviews) {
    const met = meet(record, law, running, { review, n: done.length + 1 + earlierReviews(record, authorisation) });
    done.push(met.done);
    unlawful.push(...met.unlawful);
    running = { ...after(law, met.done, review), otherReading: null };
    running = { ...running, otherReading: hospitalReading(law, ledger, running) };
  }
  const open = stillOpen(record, law, running, { until, n: done.length + 1 + earlierReviews(record, authorisation) });
  return { done, next: open.next, unlawful: [...unlawful, ...open.unlawful], episodeClosed: until !== null };
}

const endOf = (record: CustodyRecord, episode: Episode | undefined): Instant | null => episode?.to ?? record.ending?.at ?? null;
const earlierReviews = (record: CustodyRecord, authorisation: Authorisation): number => record.reviews.filter((r) => r.at < authorisation.at).length;

/** First review of an episode: authorisation + 6 h, or, after bail, the old cycle less the time not counted; the earlier counts (8a). */
function firstOf(record: CustodyRecord, law: CustodyLaw, authorisation: Authorisation, ledger: Ledger | null): Running {
  const hours = lawAt(law.firstReviewHours, authorisation.at).value;
  const fresh = plusHours(authorisation.at, hours);
  const base = { startedBy: authorisation.entry, countedFrom: { at: authorisation.at, what: 'authorisation' as const, hours } };
  const old = oldCycle(record, law, authorisation, ledger);
  if (!old) return { ...base, latest: fresh, otherReading: hospitalReading(law, ledger, { ...base, latest: fresh }) };
  const other = old < fresh
    ? { due: fresh, text: 'Other reading: a new cycle of 6 h from the new authorisation' }
    : { due: old, text: 'Other reading: the cycle before bail goes on, less the time not counted' };
  return { ...base, latest: earliest(fresh, old), otherReading: other };
}

function oldCycle(record: CustodyRecord, law: CustodyLaw, authorisation: Authorisation, ledger: Ledger | null): Instant | null {
  if (!ledger || record.authorisations[0] === authorisation) return null;
  const lastReview = record.reviews.findLast((r) => r.at < authorisation.at);
  const from = lastReview?.at ?? record.authorisations[0]!.at;
  const hours = lastReview ? lawAt(law.laterReviewHours, from).value : lawAt(law.firstReviewHours, from).value;
  return reaches(ledger, from, hours * HOUR);
}

/** Whether reviews pause in hospital is open: the alarm is on the earlier time, the later is shown beside it. */
function hospitalReading(law: CustodyLaw, ledger: Ledger | null, running: Pick<Running, 'latest' | 'countedFrom'>): NextReview['otherReading'] {
  if (!ledger || running.countedFrom.at < ledger.relevantTime) return null;
  const { at, hours } = running.countedFrom;
  const later = countedAt(ledger, running.latest) < countedAt(ledger, at) + hours * HOUR ? reaches(ledger, at, hours * HOUR) : null;
  return later && later > running.latest ? { due: later, text: 'Other reading: reviews pause while the clock does' } : null;
}

interface Meeting { readonly review: Review; readonly n: number }

function meet(record: CustodyRecord, law: CustodyLaw, running: Running, { review, n }: Meeting): { done: DoneReview; unlawful: Interval[] } {
  if (review.at <= running.latest) return { done: { n, latest: running.latest, review, late: false, postponed: null }, unlawful: [] };
  const held = heldUntil(record, law, running.latest);
  const late = held === null ? true : review.at > held.lapses;
  const from = held === null ? running.latest : held.lapses;
  return { done: { n, latest: held?.latest ?? running.latest, review, late, postponed: held?.postponed ?? null }, unlawful: late ? [{ from, to: review.at }] : [] };
}

/** How far lawful postponement reaches: to the next latest time, and on from there only with a second ground (8a CUS-42). */
function heldUntil(record: CustodyRecord, law: CustodyLaw, latest: Instant): { latest: Instant; lapses: Instant; postponed: Postponement } | null {
  const postponed = postponementOf(record, latest);
  if (!postponed) return null;
  const lapses = plusHours(latest, lawAt(law.laterReviewHours, latest).value);
  return heldUntil(record, law, lapses) ?? { latest, lapses, postponed };
}

/** CUS-41: measured from the review done; CUS-43: a postponed one leaves the later ones where they were. */
function after(law: CustodyLaw, done: DoneReview, review: Review): Omit<Running, 'otherReading'> {
  const hours = lawAt(law.laterReviewHours, review.at).value;
  const counts = done.postponed !== null && !done.late;
  const from = counts ? done.latest : review.at;
  return { latest: plusHours(from, hours), startedBy: review.entry, countedFrom: { at: from, what: counts ? 'postponed' : 'review', hours } };
}

function stillOpen(record: CustodyRecord, law: CustodyLaw, running: Running, { until, n }: { until: Instant | null; n: number }): { next: NextReview; unlawful: Interval[] } {
  const held = heldUntil(record, law, running.latest);
  const lapses = held?.lapses ?? running.latest;
  const next: NextReview = { n, ...running, postponed: held?.postponed ?? null, lapses: held ? lapses : null };
  return { next, unlawful: until !== null && lapses < until ? [{ from: lapses, to: until }] : [] };
}
