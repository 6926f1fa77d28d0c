import { lawAt } from '../../shared/law.ts';
import { elapsed, HOUR, latest, plusHours, type Instant, type Interval } from '../../shared/time.ts';
import { ledgerOf, reaches, type Exclusion, type Ledger } from './detention-clock.ts';
import type { CustodyLaw } from './limits.ts';
import { postponedUntil } from './postponed-until.ts';
import type { CustodyRecord } from './record.ts';
import type { Authorisation, Episode, Postponement, Review } from './told.ts';

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
  /** The entry that began it; a decision to detain for a further offence carries one on that was begun before. */
  readonly begun: string;
  /** What its time was counted from, for the reason shown. */
  readonly countedFrom: { readonly at: Instant; readonly what: 'authorisation' | 'review' | 'postponed' | 'beforeBail' | 'missedBeforeBail' | 'beforeFurtherArrest'; readonly hours: number };
  readonly otherReading: { readonly due: Instant; readonly text: string } | null;
  /** Postponed and not yet done: owed as soon as practicable, and again unlawful from `lapses` without a second ground. */
  readonly postponed: Postponement | null;
  readonly lapses: Instant | null;
  /** How many grounds carry it so far. */
  readonly grounds: number;
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

type Running = Pick<NextReview, 'latest' | 'startedBy' | 'begun' | 'countedFrom' | 'otherReading'>;

/** The review cycle of the record: every latest time, what was done, what is next and who must do it. */
export function reviewCycle(record: CustodyRecord, law: CustodyLaw): ReviewCycle {
  const ledger = ledgerOf(record, law);
  const decisions = reviewedDecisions(record);
  const spells = decisions.reduce<Spell[]>((played, a, i) => [...played, playEpisode(record, law, { authorisation: a, episodeFrom: record.episodes.find((e) => e.number === a.episode)?.from ?? a.at, before: played, after: decisions[i + 1] ?? null }, ledger)], []);
  const last = spells.at(-1);
  const closed = record.ending !== null || record.phase === 'onBail' || record.phase === 'handedOver' || (last !== undefined && last.until !== null);
  return {
    latestTimes: spells.flatMap((s) => [...s.done.map((d) => d.latest), ...(s === last && !closed ? [s.next.latest] : [])]),
    done: spells.flatMap((s) => s.done),
    next: last && !closed ? last.next : null,
    reviewer: record.charge ? 'custody_officer' : 'inspector_not_directly_involved',
    countOnClock: spells.reduce((sum, s) => sum + s.done.length, 0),
    unlawful: spells.flatMap((s) => s.unlawful),
  };
}

/** s.40 reviews police detention in connection with an offence (s.40(1), s.118(2)): who is held by another authority has them only once charged. */
function reviewedDecisions({ authorityKind, authorisations, charge }: CustodyRecord): readonly Authorisation[] {
  if (authorityKind === 'PACE_PRECHARGE') return authorisations;
  const last = authorisations.at(-1);
  return charge && last ? [{ ...last, at: charge.at, entry: charge.entry }] : [];
}

/** True where s.40 asks for reviews of this detention (decision 15). */
export const underReview = (record: CustodyRecord): boolean => record.authorityKind === 'PACE_PRECHARGE' || record.charge !== null;

/** An authorisation with the spells of detention before it. */
interface Begun { readonly authorisation: Authorisation; readonly episodeFrom: Instant; readonly before: readonly Spell[]; readonly after: Authorisation | null }

type Basis = Pick<NextReview['countedFrom'], 'at' | 'hours'>;

/** `until`: when its episode ended; null while it runs. `basis`: what the cycle that goes on across bail is counted from. */
interface Spell { episode: number; basis: Basis; done: DoneReview[]; next: NextReview; unlawful: Interval[]; until: Instant | null }

function playEpisode(record: CustodyRecord, law: CustodyLaw, begun: Begun, ledger: Ledger | null): Spell {
  const { authorisation, before } = begun;
  const episode = record.episodes.find((e) => e.number === authorisation.episode);
  const until = endOf(record, episode);
  const handedOn = handedOnAt(begun);
  const reviews = record.reviews.filter((r) => r.at >= authorisation.at && (handedOn === null ? until === null || r.at <= until : r.at < handedOn));
  const done: DoneReview[] = [];
  const unlawful: Interval[] = [];
  const earlier = before.reduce((sum, s) => sum + s.done.length, 0);
  let running = firstOf(law, begun, ledger);
  for (const review of reviews) {
    const met = meet(record, law, running, { review, n: done.length + 1 + earlier });
    done.push(met.done);
    unlawful.push(...met.unlawful);
    const next = after(law, met.done, review);
    running = { ...next, otherReading: hospitalReading(ledger, next) };
  }
  const open = stillOpen(record, law, running, { until, n: done.length + 1 + earlier });
  return { episode: authorisation.episode, basis: done.length > 0 ? open.next.countedFrom : basisOf(open.next, before), done, next: open.next, unlawful: handedOn === null ? [...unlawful, ...open.unlawful] : unlawful, until };
}

/** A cycle begun anew goes beside the one before it, which goes on; unless nobody could hold its review, as that ran out before the decision. */
const basisOf = ({ otherReading, countedFrom: { at, hours, what } }: NextReview, before: readonly Spell[]): Basis =>
  (what === 'authorisation' && (otherReading === null || otherReading.due < at) ? { at, hours } : (before.at(-1)?.basis ?? { at, hours }));

/** s.41(4): a decision for a further offence carries the cycle on, with what it still owes; null where there is none in this episode. */
const handedOnAt = ({ authorisation, after: next }: Begun): Instant | null => (next?.episode === authorisation.episode ? next.at : null);

const endOf = (record: CustodyRecord, episode: Episode | undefined): Instant | null => episode?.to ?? record.ending?.at ?? null;

/**
 * First review of an episode: authorisation + 6 h, or, after bail, the old cycle less the time not counted; the earlier counts (8a). Where
 * the old one ran out before anybody decided to detain them again, no review could be held: it counts from that decision.
 */
function firstOf(law: CustodyLaw, begun: Begun, ledger: Ledger | null): Running {
  const { at, entry: startedBy } = begun.authorisation;
  const hours = lawAt(law.firstReviewHours, at).value;
  const fresh = { startedBy, begun: startedBy, latest: plusHours(at, hours), countedFrom: { at, what: 'authorisation' as const, hours } };
  const old = oldCycle(begun, ledger);
  if (!old) return { ...fresh, otherReading: hospitalReading(ledger, fresh) };
  if (old.countedFrom.what === 'beforeBail' && old.latest < at) return { ...fresh, otherReading: { due: old.latest, text: 'Other reading: the cycle before bail ran out while they waited for the decision' } };
  if (old.latest >= fresh.latest) return { ...fresh, otherReading: { due: old.latest, text: old.countedFrom.what === 'beforeBail' ? 'Other reading: the cycle before bail goes on, less the time not counted' : 'Other reading: the cycle before the further arrest goes on' } };
  return { begun: startedBy, ...old, startedBy, otherReading: { due: fresh.latest, text: `Other reading: a new cycle of ${hours} h from the new authorisation` } };
}

/**
 * What the detention before owed, as it goes on: after bail less the time not counted; hospital does not pause it, for that would be the
 * later reading. One missed before they left is owed at once as they are detained again; left at its latest time itself, it was not
 * missed (CUS-5).
 */
function oldCycle({ authorisation, episodeFrom, before }: Begun, ledger: Ledger | null): Pick<Running, 'latest' | 'countedFrom'> & { begun?: string } | null {
  const last = before.at(-1);
  if (!last) return null;
  const { latest: due, lapses, countedFrom, begun } = last.next;
  if (last.until === null || last.episode === authorisation.episode) return { begun, latest: due, countedFrom: { ...countedFrom, what: 'beforeFurtherArrest' } };
  if ((lapses ?? due) < last.until) return { latest: authorisation.at, countedFrom: { ...countedFrom, what: 'missedBeforeBail' } };
  const goesOn = ledger && reachedAfterBail(ledger, last, last.until);
  return goesOn ? { latest: latest(goesOn, episodeFrom), countedFrom: { ...last.basis, what: 'beforeBail' } } : null;
}

/** The end of the old cycle, or of the ground that carried its review on, less the time not counted. */
function reachedAfterBail(ledger: Ledger, { basis, next: { lapses } }: Spell, until: Instant): Instant | null {
  const [from, left] = lapses === null ? [basis.at, basis.hours * HOUR] : [until, elapsed(until, lapses)];
  return reaches(excluding(ledger, (e) => e.reason !== 'hospital'), from, left);
}

const excluding = (ledger: Ledger, which: (exclusion: Exclusion) => boolean): Ledger => ({ ...ledger, exclusions: ledger.exclusions.filter(which) });

/** Whether reviews pause in hospital is open: the alarm is on the earlier time, the later is shown beside it. */
function hospitalReading(ledger: Ledger | null, running: Pick<Running, 'latest' | 'countedFrom'>): NextReview['otherReading'] {
  if (!ledger) return null;
  const { at, hours } = running.countedFrom;
  const later = reaches(excluding(ledger, (e) => e.reason === 'hospital'), at, hours * HOUR);
  return later && later > running.latest ? { due: later, text: 'Other reading: reviews pause while the clock does' } : null;
}

interface Meeting { readonly review: Review; readonly n: number }

function meet(record: CustodyRecord, law: CustodyLaw, running: Running, { review, n }: Meeting): { done: DoneReview; unlawful: Interval[] } {
  if (review.at <= running.latest) return { done: { n, latest: running.latest, review, late: false, postponed: null }, unlawful: [] };
  const { latest, lapses, postponed } = postponedUntil(record, law, { ...running, grounds: 0, heldIn: review.entry }) ?? { latest: running.latest, lapses: running.latest, postponed: null };
  const late = review.at > lapses;
  return { done: { n, latest, review, late, postponed }, unlawful: late ? [{ from: lapses, to: review.at }] : [] };
}

/** CUS-41: measured from the review done; CUS-43: a postponed one leaves the later ones where they were. */
function after(law: CustodyLaw, done: DoneReview, review: Review): Omit<Running, 'otherReading'> {
  const hours = lawAt(law.laterReviewHours, review.at).value;
  const counts = done.postponed !== null && !done.late;
  const from = counts ? done.latest : review.at;
  return { latest: plusHours(from, hours), startedBy: review.entry, begun: review.entry, countedFrom: { at: from, what: counts ? 'postponed' : 'review', hours } };
}

function stillOpen(record: CustodyRecord, law: CustodyLaw, running: Running, { until, n }: { until: Instant | null; n: number }): { next: NextReview; unlawful: Interval[] } {
  const held = postponedUntil(record, law, { ...running, grounds: 0 });
  const lapses = held?.lapses ?? running.latest;
  const next: NextReview = { n, ...running, ...(held ? { postponed: held.postponed, lapses, grounds: held.grounds } : { postponed: null, lapses: null, grounds: 0 }) };
  return { next, unlawful: until !== null && lapses < until ? [{ from: lapses, to: until }] : [] };
}
