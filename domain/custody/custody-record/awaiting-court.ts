import type { WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { earliest, latest, plusHours, type Instant } from '../../shared/time.ts';
import type { Held, Link } from './authority-chain.ts';
import { isAfter } from './entry-order.ts';
import { listings } from './hearing.ts';
import type { ReasonPast36, WarrantApplication } from './told.ts';

export const within = ({ episode }: Held, at: Instant): boolean => at >= episode.from && (episode.to === null || at <= episode.to);
export const capped = (end: Instant, ceiling: Instant | null | undefined): Instant => (ceiling ? earliest(end, ceiling) : end);

/**
 * CUS-61: past 36 h for a court that will sit within the six hours after, or until an application is determined. It needs authority
 * up to the 36 hours and the reason in the record; a reason recorded later ends the alarm, and the gap stays.
 */
export function lateSitting(held: Held, before: Link): Link[] {
  const past = held.record.heldPast36;
  const extended = held.limit?.extended;
  if (!past || !extended || !reaches(before, extended)) return [];
  return [...(past.earlier ?? []), past].flatMap((reason) => awaits(held, reason, { extended, why: before.why }));
}

function awaits(held: Held, past: ReasonPast36, { extended, why }: Pick<Window, 'extended' | 'why'>): Link[] {
  const until = plusHours(extended, lawAt(held.law.lateSittingHours, extended).value);
  const inWindow = (sitting: Instant): boolean => sitting > extended && sitting <= until;
  if (!within(held, past.at) || !inWindow(past.sittingAt) || past.nothingAwaited || past.at > until || warranted(held, past.at)) return [];
  const window: Link = {
    kind: 's43(5)(b)', words: 'Held past 36 h: the court sits within 6 h', law: 'PACE s.43(5)(b)', from: latest(past.at, extended), until, entry: past.entry,
    why: [{ text: `36 hours end; ${past.reason}`, at: extended }, { text: '6 h after', at: until }],
  };
  const relisted = relistedOutside(held, past, { extended, inWindow });
  return [endedBy(relisted, window, extended), ...applications(held, { opened: past.at, extended, until, relisted, inWindow, why })];
}

/**
 * Listed anew, since the reason was told, for a time outside the six hours: it is no such sitting that they wait for any more. Listed inside
 * them again before the 36 hours end, it is; after that nothing held them from when the one outside was told.
 */
function relistedOutside({ record }: Held, past: ReasonPast36, { extended, inWindow }: Pick<Window, 'extended' | 'inWindow'>): Instant | null {
  return listings(record.hearing).filter((listed) => isAfter(listed, past)).reduce<Instant | null>((outside, { listedFor, at }) => {
    if (inWindow(listedFor)) return at <= extended ? null : outside;
    return outside ?? at;
  }, null);
}

/** A warrant issued already is what holds them, whatever reason is told after it. */
const warranted = (held: Held, at: Instant): boolean => held.record.warrants.some((w) => within(held, w.issuedAt) && w.issuedAt <= at);

const reaches = (before: Link, extended: Instant): boolean => before.until !== null && before.until >= extended;

interface Window { readonly opened: Instant; readonly extended: Instant; /** The six hours end: an application made later keeps nobody. */ readonly until: Instant; /** Since when no sitting inside them is listed: an application made before it is before the court all the same. */ readonly relisted: Instant | null; readonly inWindow: (sitting: Instant) => boolean; readonly why: readonly WhyStep[] }

/** Each application keeps the person until it is determined, or put off past the six hours for another reason than representation; no longer than the 36 hours where it failed before them. */
const applications = (held: Held, { opened, extended, until, relisted, inWindow, why }: Window): Link[] => held.record.applications
  .filter((a) => !a.extends && within(held, a.at) && a.at <= until && (a.decidedAt === null || a.decidedAt > opened))
  .map((made) => endedBy(
    (made.adjournments ?? []).find((a) => !a.forRepresentation && !inWindow(a.resumesAt))?.at ?? (relisted !== null && made.at > relisted ? relisted : null),
    untilDetermined(held, made, { from: latest(made.at, opened, extended), entry: made.entry, law: 'PACE s.43(5)', least: extended, words: 'Application for a warrant made', why }), extended,
  ));

/**
 * CUS-66: adjourned for them to be represented, they may be kept until it is determined; refused, to the end of what was authorised
 * before (s.43(16), s.44(8)). It keeps whom something holds then: nobody whose authority had ended, nor past 36 hours without the reason of s.43(6). An
 * adjournment for another reason ends it; an extension given meanwhile does not shorten it.
 */
export function adjourned(held: Held, { waited, warrants }: { readonly waited: readonly Link[]; readonly warrants: readonly Link[] }): Link[] {
  const adjournments = held.record.applications.flatMap((made) => (made.adjournments ?? []).filter((put) => put.forRepresentation && within(held, put.at)).map((put) => ({ made, put })));
  return adjournments.reduce<Link[]>((links, each) => {
    const given = each.made.extends ? warrants.filter((link) => each.made.decidedAt === null || link.from <= each.made.decidedAt) : waited;
    return [...given, ...links].some((link) => covers(link, each.put.at)) ? [...links, ...keptBy(held, each, given)] : links;
  }, []);
}

type Adjournment = NonNullable<WarrantApplication['adjournments']>[number];

/** How an application for a warrant and one for its extension are spoken of. */
const SAID = {
  warrant: { hearing: 'Warrant hearing', application: 'Application for a warrant', granted: 'issued a warrant', law: 'PACE s.43(3)' },
  extension: { hearing: 'Hearing of the extension', application: 'Application for the extension of the warrant', granted: 'extended the warrant', law: 'PACE s.43(3), s.44(6)' },
} as const;
const said = (made: WarrantApplication) => SAID[made.extends ? 'extension' : 'warrant'];

function keptBy(held: Held, { made, put }: { made: WarrantApplication; put: Adjournment }, given: readonly Link[]): Link[] {
  const least = given.flatMap((link) => link.until ?? []).toSorted().at(-1) ?? null;
  const { law, hearing } = said(made);
  const why = [{ text: 'Hearing adjourned for them to be represented; it goes on', at: put.resumesAt, law }];
  const link = untilDetermined(held, made, { from: put.at, entry: put.entry, law, least, words: `${hearing} adjourned for representation`, why });
  const kept = endedBy(made.adjournments!.find((a) => !a.forRepresentation && a.at > put.at)?.at ?? null, link, least);
  return [kept, ...given.filter((l) => l.kind === 's42' && l.from > kept.from && covers(kept, l.from)).map((l) => ({ ...kept, from: l.from }))];
}

/** Put off for another reason, they are kept no longer than by what was authorised before. */
const endedBy = (other: Instant | null, link: Link, least: Instant | null): Link =>
  (other !== null && (link.until === null || other < link.until) ? { ...link, until: latest(other, least ?? other) } : link);

const covers = ({ from, until }: Link, at: Instant): boolean => from <= at && (until === null || at <= until);

interface Kept extends Pick<Link, 'from' | 'entry' | 'law' | 'words' | 'why'> { /** What was authorised before reaches to here, whatever the court decides. */ readonly least: Instant | null }

/** No court is waited for beyond the 96 hours: they are the ceiling of whatever holds a person without charge (CUS-68). */
function untilDetermined({ limit }: Held, made: WarrantApplication, { least, words, why, ...base }: Kept): Link {
  const ceiling = limit?.ceiling ?? null;
  const step = { text: 'Application made', at: made.at };
  if (made.decidedAt === null) return { ...base, kind: 'applicationPending', words: `${words}: held until it is determined`, until: ceiling, why: [step, ...why, ...ceilingWhy(ceiling)] };
  const decided = { text: `The court ${made.outcome === 'refused' ? 'refused it' : said(made).granted}`, at: made.decidedAt };
  return { ...base, kind: 's43(5)(b)', words: `${said(made).application} determined`, until: capped(latest(made.decidedAt, least ?? made.decidedAt), ceiling), why: [step, decided] };
}

const ceilingWhy = (ceiling: Instant | null): WhyStep[] => (ceiling === null ? [] : [{ text: '96 counted hours are the ceiling', at: ceiling, law: 'PACE s.44(3)' }]);
