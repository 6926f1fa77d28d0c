import type { Obligation, Rung } from '../../shared/obligation.ts';
import { lawAt } from '../../shared/law.ts';
import { clockTime } from '../../shared/local-time.ts';
import { plus, plusHours, type Instant } from '../../shared/time.ts';
import { arrivalOfEpisode } from './arrival-of-episode.ts';
import { authorityChain, type Authority } from './authority-chain.ts';
import { authorityInForce } from './authority.ts';
import { reviewWhy } from './deadlines.ts';
import { ledgerOf, limitAt } from './detention-clock.ts';
import { lateHearingWhy } from './hearing-rule.ts';
import type { CustodyLaw } from './limits.ts';
import { unconfirmed } from './postponement-rule.ts';
import { authorisedNow, furtherArrest, furtherUndecided, inCustody, type CustodyRecord } from './record.ts';
import { reviewCycle } from './review-cycle.ts';
import { noAuthority } from './unlawful-detention.ts';

/** The first instant after a deadline: an act at the deadline itself is in time (CUS-5). */
export const firstAfter = (due: Instant): Instant => plus(due, 1);

const unlawful = (due: Instant, title: string, law: CustodyLaw): Rung =>
  ({ at: firstAfter(due), to: lawAt(law.toldOfUnlawfulDetention, due).value, kind: 'breach', code: 'UNLAWFUL_DETENTION_RISK', title });

/** CUS-40 to CUS-45, CUS-59: the review, and the alarm if it is neither done nor postponed by its latest time. */
export function reviewObligation(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const { next, reviewer } = reviewCycle(record, law);
  if (!next || !inCustody(record)) return [];
  const due = next.lapses ?? next.latest;
  return [{
    key: `review/${next.startedBy}`, taskType: 'review', title: next.postponed ? `Review ${next.n}, postponed: do it as soon as practicable` : `Review ${next.n}`,
    opens: next.countedFrom.at < recordStart(record) ? recordStart(record) : next.countedFrom.at, due, ...(next.postponed ? { asap: true } : {}),
    rungs: [unlawful(due, `Review ${next.n} was not done by ${clockTime(due)}. Detention is unlawful until it is`, law)],
    who: reviews(record),
    law: 'PACE s.40', why: reviewWhy(next, reviewer), act: 'conduct-review',
  }];
}

/** s.40(1): the custody officer after charge, before it an inspector not directly involved. */
const reviews = ({ charge }: CustodyRecord): Obligation['who'] => (charge ? { queue: 'custodySergeant' } : { queue: 'custodyInspector', rank: 'inspector', independent: true });

const recordStart = (record: CustodyRecord): Instant => record.authorisations.at(-1)?.at ?? record.arrests[0]!.at;

const WITHOUT_END: readonly Authority['kind'][] = ['none', 's38', 'other'];

/** CUS-9, CUS-30, CUS-58: the end of the authority in force, its bells, and the alarm when it passes. */
export function authorityObligation(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const authority = authorityInForce(record, law);
  if (!inCustody(record) || WITHOUT_END.includes(authority.kind)) return [];
  const episode = record.episodes.at(-1)!;
  const { until } = authority;
  return [{
    key: `authorityToDetain/${episode.number}`, taskType: 'authorityToDetain', ...endsBy(record), opens: arrivalOfEpisode(record)?.at ?? episode.from, due: until,
    rungs: until === null ? [] : [...bells(record, law, authority, until), unlawful(until, unauthorised(record, until), law)],
    who: { queue: 'custodySergeant' }, law: authority.law, why: [...authority.why, ...lateHearingWhy(record, law)],
  }];
}

/** The act that ends it: who is not decided on is let go, who is held for a further offence is charged with it or let go. */
function endsBy(record: CustodyRecord): { title: string; act: string } {
  if (!authorisedNow(record) || furtherUndecided(record)) return { title: 'Let them go: nobody has decided to detain them', act: 'refuse-detention' };
  return { title: 'Charge, release or extend', act: furtherArrest(record) ? 'charge' : 'release' };
}

/** What is missing since then, and what ends it: a further offence after a charge is charged, or they are not detained for it. */
function unauthorised(record: CustodyRecord, until: Instant): string {
  const what = noAuthority(record, until);
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} since ${clockTime(until)}. ${furtherArrest(record) ? 'Charge it, or record that they are not detained for it' : 'Charge or release now'}; nothing has been extended`;
}

/** 8a: a bell sounds only before the end in force and after the act that gave it, in this episode; bells that coincide are one. */
function bells(record: CustodyRecord, law: CustodyLaw, authority: Authority, until: Instant): Rung[] {
  const { instants, given } = bellTimes(record, law, authority, until);
  const begun = record.episodes.at(-1)!.from;
  return [...new Set(instants)].filter((at) => at < until && at > begun && (given === null || at > given)).toSorted()
    .map((at) => ({ at, to: ['custodySergeant', 'custodyInspector'] as const, kind: 'warning' as const, title: `Charge, release or extend by ${clockTime(until)}` }));
}

function bellTimes(record: CustodyRecord, law: CustodyLaw, authority: Authority, until: Instant): { instants: Instant[]; given: Instant | null } {
  const ledger = ledgerOf(record, law);
  const at = record.arrests[0]!.at;
  const counted = (hours: readonly number[]) => (ledger ? hours.flatMap((h) => limitAt(ledger, h) ?? []) : []);
  const before = (hours: readonly number[]) => hours.map((h) => plusHours(until, -h));
  if (authority.kind === 's37') return { instants: counted(lawAt(law.basicWarningHours, at).value), given: furtherArrest(record)?.at ?? null };
  if (authority.kind === 'warrant') return { instants: before(lawAt(law.warrantWarningHoursBefore, at).value), given: lastLink(record, law) };
  return { instants: [...counted(lawAt(law.extendedWarningHours, at).value), ...before(lawAt(law.authorityWarningHoursBefore, at).value)], given: lastLink(record, law) };
}

/** When the authority in force took over from the one before. */
const lastLink = (record: CustodyRecord, law: CustodyLaw): Instant => authorityChain(record, law, record.episodes.at(-1)!).at(-1)!.from;

/** CUS-42: a ground recorded early, the first or a second, must be confirmed at the latest time, by whoever reviews. */
export const postponementObligations = (record: CustodyRecord, law: CustodyLaw): Obligation[] => {
  const early = unconfirmed(record, law);
  return early && inCustody(record) ? [{
    key: `confirmPostponement/${early.postponement.entry}`, taskType: 'confirmPostponement', title: 'Confirm why the review is postponed', opens: early.postponement.at, due: early.latestTime, rungs: [],
    who: reviews(record), law: 'PACE s.40(4)', act: 'confirm-postponement',
    why: [{ text: 'The ground was recorded early', at: early.postponement.at }, { text: 'It must stand at the latest time for the review', at: early.latestTime }],
  }] : [];
};
