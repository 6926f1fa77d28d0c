import type { WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { earliest, latest, plusHours, type Instant } from '../../shared/time.ts';
import type { Held, Link } from './authority-chain.ts';
import type { CustodyRecord } from './record.ts';
import type { WarrantApplication } from './told.ts';

export const within = ({ episode }: Held, at: Instant): boolean => at >= episode.from && (episode.to === null || at <= episode.to);
export const capped = (end: Instant, ceiling: Instant | null | undefined): Instant => (ceiling ? earliest(end, ceiling) : end);

/**
 * CUS-61: past 36 h for a court that will sit within the six hours after, or until an application is determined. It needs authority
 * up to the 36 hours and the reason in the record; a reason recorded later ends the alarm, and the gap stays.
 */
export function lateSitting(held: Held, before: Link): Link[] {
  const past = held.record.heldPast36;
  const extended = held.limit?.extended;
  if (!past || !extended || !within(held, past.at) || !reaches(before, extended)) return [];
  const until = plusHours(extended, lawAt(held.law.lateSittingHours, extended).value);
  if (!sitsWithin(past.sittingAt, extended, until) || refusedBefore(held.record, past.at)) return [];
  const window: Link = {
    kind: 's43(5)(b)', words: 'Held past 36 h: the court sits within 6 h', law: 'PACE s.43(5)(b)', from: past.at, until, entry: past.entry,
    why: [{ text: `36 hours end; ${past.reason}`, at: extended }, { text: '6 h after', at: until }],
  };
  return [window, ...application(held, { opened: past.at, extended, why: before.why })];
}

const sitsWithin = (sitting: Instant, after: Instant, until: Instant): boolean => sitting > after && sitting <= until;

/** CUS-65: the court had refused, and nobody has listed or applied again: there is nothing to hold on for. */
function refusedBefore({ applications, hearing }: CustodyRecord, at: Instant): boolean {
  const refused = applications.findLast((a) => a.outcome === 'refused')?.decidedAt ?? null;
  return refused !== null && refused <= at && !(hearing && hearing.at > refused) && !applications.some((a) => a.at > refused);
}

const reaches = (before: Link, extended: Instant): boolean => before.until !== null && before.until >= extended;

interface Window { readonly opened: Instant; readonly extended: Instant; readonly why: readonly WhyStep[] }

/** An application keeps the person until it is determined, and no longer than the 36 hours where it failed before them. */
function application(held: Held, { opened, extended, why }: Window): Link[] {
  const made = held.record.applications.findLast((a) => within(held, a.at) && (a.decidedAt === null || a.decidedAt > opened));
  return made ? [untilDetermined(held, made, { from: latest(made.at, opened), entry: made.entry, law: 'PACE s.43(5)', least: extended, words: 'Application for a warrant made', why })] : [];
}

/**
 * CUS-66: adjourned for them to be represented, they may be kept until it is determined; refused, to the end of what was authorised
 * before. It keeps whom something holds then: nobody whose authority had ended, nor past 36 hours without the reason of s.43(6). An
 * adjournment for another reason ends it; an extension given meanwhile does not shorten it.
 */
export function adjourned(held: Held, waited: readonly Link[]): Link[] {
  const adjournments = held.record.applications.flatMap((made) => (made.adjournments ?? []).filter((put) => put.forRepresentation && within(held, put.at)).map((put) => ({ made, put })));
  return adjournments.reduce<Link[]>((links, each) => ([...waited, ...links].some((link) => covers(link, each.put.at)) ? [...links, ...keptBy(held, each, waited)] : links), []);
}

type Adjournment = NonNullable<WarrantApplication['adjournments']>[number];

function keptBy(held: Held, { made, put }: { made: WarrantApplication; put: Adjournment }, waited: readonly Link[]): Link[] {
  const least = waited.map((link) => link.until).toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)).findLast((at) => at !== null) ?? null;
  const why = [{ text: 'Hearing adjourned for them to be represented; it goes on', at: put.resumesAt, law: 'PACE s.43(3)' }];
  const other = made.adjournments!.find((a) => !a.forRepresentation && a.at > put.at)?.at ?? null;
  const link = untilDetermined(held, made, { from: put.at, entry: put.entry, law: 'PACE s.43(3)', least, words: 'Warrant hearing adjourned for representation', why });
  const kept = other !== null && (link.until === null || other < link.until) ? { ...link, until: least === null ? other : latest(other, least) } : link;
  return [kept, ...waited.filter((l) => l.kind === 's42' && l.from > kept.from && covers(kept, l.from)).map((l) => ({ ...kept, from: l.from }))];
}

const covers = ({ from, until }: Link, at: Instant): boolean => from <= at && (until === null || at <= until);

interface Kept extends Pick<Link, 'from' | 'entry' | 'law' | 'words' | 'why'> { /** What was authorised before reaches to here, whatever the court decides. */ readonly least: Instant | null }

/** No court is waited for beyond the 96 hours: they are the ceiling of whatever holds a person without charge (CUS-68). */
function untilDetermined({ limit }: Held, made: WarrantApplication, { least, words, why, ...base }: Kept): Link {
  const ceiling = limit?.ceiling ?? null;
  const step = { text: 'Application made', at: made.at };
  if (made.decidedAt === null) return { ...base, kind: 'applicationPending', words: `${words}: held until it is determined`, until: ceiling, why: [step, ...why, ...ceilingWhy(ceiling)] };
  const decided = { text: `The court ${made.outcome === 'refused' ? 'refused it' : 'issued a warrant'}`, at: made.decidedAt };
  return { ...base, kind: 's43(5)(b)', words: 'Application for a warrant determined', until: capped(latest(made.decidedAt, least ?? made.decidedAt), ceiling), why: [step, decided] };
}

const ceilingWhy = (ceiling: Instant | null): WhyStep[] => (ceiling === null ? [] : [{ text: '96 counted hours are the ceiling', at: ceiling, law: 'PACE s.44(3)' }]);
