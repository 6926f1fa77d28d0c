import type { WhyStep } from '../../shared/deadline.ts';
import { fullTime } from '../../shared/local-time.ts';
import { duration, elapsed, latest, type Instant, type Interval } from '../../shared/time.ts';
import { adjourned, capped, lateSitting, within } from './awaiting-court.ts';
import { limits, type Limits } from './detention-clock.ts';
import { authorityEnds } from './extension-rule.ts';
import type { CustodyLaw } from './limits.ts';
import { chargesOf, inCustody, keptAfterCharge, type CustodyRecord } from './record.ts';
import type { Episode } from './told.ts';

/** What a person is held by, and until when (CUS-8). */
export interface Authority {
  readonly kind: 'none' | 's37' | 's42' | 's43(5)(b)' | 'applicationPending' | 'warrant' | 's38' | 'other';
  readonly words: string;
  readonly law: string;
  /** null: no end of its own (after charge, other authorities), or the clock that would end it stands still. */
  readonly until: Instant | null;
  /** The entry that gave it. */
  readonly entry: string | null;
  readonly why: readonly WhyStep[];
}

/** An authority with the instant it took over from the one before. */
export interface Link extends Authority {
  readonly from: Instant;
}

export interface Held {
  readonly record: CustodyRecord;
  readonly law: CustodyLaw;
  readonly episode: Episode;
  readonly limit: Limits | null;
}

/**
 * The authorities of one episode in the order they took over, each in force until its own end or until the next takes over:
 * detention without charge to 24 h, s.42, the six hours of s.43(5)(b), a hearing adjourned for representation, warrants and their extensions, charge.
 */
export function authorityChain(record: CustodyRecord, law: CustodyLaw, episode: Episode): Link[] {
  const held: Held = { record, law, episode, limit: limits(record, law) };
  const extended = [basic(held), ...extensions(held)];
  const waited = [...extended, ...lateSitting(held, extended.at(-1)!)];
  const issued = warrants(held);
  const afterCharge = { charges: charged(held), arrests: further(held) };
  const withoutCharge = [...waited, ...adjourned(held, { waited, warrants: issued }), ...issued].filter((link) => !spent(link, afterCharge));
  return [...withoutCharge, ...afterCharge.charges, ...afterCharge.arrests].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** From a charge on nothing without charge takes over, though it was recorded before the charge was told: s.38 has no end for it to shorten. */
function spent({ from }: Link, { charges, arrests }: { readonly charges: readonly Link[]; readonly arrests: readonly Link[] }): boolean {
  const charge = charges.findLast((c) => c.from <= from);
  return charge !== undefined && !arrests.some((a) => a.from >= charge.from && a.from <= from);
}

/** Police detention begins at a station (s.118(2)): on the way there after a s.46A arrest nobody is held past a limit, and who is released on it never is. */
function detainedFrom({ bails }: CustodyRecord, { from, to, basis }: Episode): Instant {
  const resumed = bails.find((b) => b.resumed?.at === from)?.resumed;
  if (resumed) return resumed.arrivedAt ?? from;
  return basis === 'breachArrest' && to !== null ? to : from;
}

function basic({ record, episode, limit }: Held): Link {
  const authorisation = record.authorisations.find((a) => a.episode === episode.number);
  const until = limit?.basic ? latest(limit.basic, detainedFrom(record, episode)) : null;
  return {
    kind: 's37', words: authorisation ? 'Detention authorised, s.37' : 'Arrived: the custody officer decides as soon as practicable', law: 'PACE s.37', from: episode.from, until,
    entry: (authorisation ?? record.arrests.at(-1))?.entry ?? null, why: [{ text: '24 counted hours', law: 'PACE s.41(1)', ...(until ? { at: until } : {}) }, ...beforeBail(record, episode)],
  };
}

/** Whether a s.42 authority survives release on bail is open (custody.md section 20, 4): the alarm is on the earlier reading, that it does not. */
function beforeBail(record: CustodyRecord, episode: Episode): WhyStep[] {
  const earlier = record.extensions.findLast((e) => e.at < episode.from);
  return earlier ? [{ text: 'An extension given before bail named this end; whether it outlives bail is unclear, so it is not relied on', at: earlier.until, law: 'PACE s.42' }] : [];
}

/** An end before the 24 hours, or before that of an authority given already, takes nothing from them; one beyond the 36 as now derived stops there (8a CUS-53). */
const extensions = (held: Held): Link[] => held.record.extensions.filter((e) => within(held, e.at)).reduce<Link[]>((links, e) => {
  const ceiling = held.limit?.extended ?? null;
  const end = authorityEnds(e, held.limit);
  return [...links, {
    kind: 's42', words: `Extended by ${e.officerName}`, law: 'PACE s.42', from: e.at, until: end && latest(end, ...links.flatMap((l) => l.until ?? [])), entry: e.entry,
    why: [{ text: `${e.officerName} authorised detention at ${fullTime(e.at)} to`, at: e.until, law: 'PACE s.42(1), (2)' }, ...(ceiling ? [{ text: 'Ceiling: 36 counted hours', at: ceiling }] : [])],
  }];
}, []);

/** CUS-63, CUS-64, CUS-68: from issue, each extension from its own decision, never beyond the ceiling. */
const warrants = (held: Held): Link[] => held.record.warrants.filter((w) => within(held, w.issuedAt)).flatMap((w) => {
  const ends = [w.expiresAt, ...w.extensions.map((e) => e.expiresAt)];
  const issued: WhyStep = { text: `Warrant issued at ${fullTime(w.issuedAt)} for ${duration(elapsed(w.issuedAt, w.expiresAt))}; it runs from issue, to`, at: w.expiresAt, law: 'PACE s.43(11)' };
  const extended = w.extensions.map((e, i): WhyStep => ({ text: `Extended at ${fullTime(e.at)} by ${duration(elapsed(ends[i]!, e.expiresAt))}, to`, at: e.expiresAt, law: 'PACE s.44' }));
  return [{ at: w.issuedAt, entry: w.entry }, ...w.extensions].map(({ at: from, entry }, i) => warrant(held, { from, end: ends[i]!, entry, why: [issued, ...extended.slice(0, i)] }));
});

function warrant({ limit }: Held, { from, end, entry, why }: { from: Instant; end: Instant; entry: string; why: readonly WhyStep[] }): Link {
  const ceiling = limit?.ceiling ?? null;
  return {
    kind: 'warrant', words: 'Warrant of further detention', law: 'PACE s.43', from, until: capped(end, ceiling), entry,
    why: [...why, ...(ceiling !== null && end > ceiling ? [{ text: '96 counted hours are the ceiling', at: ceiling, law: 'PACE s.44(3)' }] : [])],
  };
}

/** From the charge; from when they were not detained for a further offence where that came between. */
function charged(held: Held): Link[] {
  const words = keptAfterCharge(held.record) ? 'Charged: held under s.38' : 'Charged: no ground to keep them, to be released';
  return chargesOf(held.record).filter((c) => within(held, c.again?.at ?? c.at))
    .map((c) => ({ kind: 's38', words, law: 'PACE s.38(1)', from: c.again?.at ?? c.at, until: null, entry: c.again?.entry ?? c.entry, why: [{ text: 'Charged', at: c.at }] }));
}

/**
 * s.41(4), CUS-26: arrested after a charge for a further offence, they are held for it without charge under the one clock; what was
 * authorised for the offence charged is spent, so that the 24 hours may have ended already.
 */
const further = (held: Held): Link[] => held.record.earlierCharges.flatMap((c): Link[] => {
  const arrest = held.record.arrests[c.arrests];
  if (!arrest || !within(held, arrest.at)) return [];
  const authorisation = held.record.authorisations.find((a) => a.episode === held.episode.number && a.at >= arrest.at);
  const from = latest(arrest.at, c.at); // an arrest of before the charge may be entered after it
  const until = held.limit?.basic ? latest(held.limit.basic, from) : null;
  return [{
    kind: 's37', words: authorisation ? 'Detention authorised for a further offence, s.37' : 'Arrested for a further offence: the custody officer decides as soon as practicable', law: 'PACE s.37, s.41(4)', from, until, entry: (authorisation ?? arrest).entry,
    why: [{ text: 'Arrested for a further offence after a charge: one clock, that of the first arrest', at: arrest.at, law: 'PACE s.41(4)' }, { text: '24 counted hours', law: 'PACE s.41(1)', ...(until ? { at: until } : {}) }],
  }];
});

/** What had ended before it was given, a warrant issued after the 96 hours, took over from nothing. */
const everHeld = ({ from, until }: Link): boolean => until === null || until >= from;

/** Stretches in which nothing authorised the detention; the last has no end while the person is still here (CUS-9). It may lie ahead. */
export function authorityGaps(record: CustodyRecord, law: CustodyLaw): Interval[] {
  if (record.authorityKind !== 'PACE_PRECHARGE') return [];
  return record.episodes.flatMap((episode) => {
    const chain = authorityChain(record, law, episode).filter(everHeld);
    if (episode.to === null && !inCustody(record)) return [];
    return chain.flatMap(({ until }, i): Interval[] => {
      const next = chain[i + 1]?.from ?? episode.to;
      return until !== null && (next === null || until < next) ? [{ from: until, to: next }] : [];
    });
  });
}
