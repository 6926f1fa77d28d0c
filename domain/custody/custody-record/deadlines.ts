import type { Deadline, WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { clockTime, fullTime } from '../../shared/local-time.ts';
import { duration, plusMinutes, type Instant } from '../../shared/time.ts';
import { authorityInForce } from './authority.ts';
import { waitingAtDesk } from './arrival-of-episode.ts';
import { excludedMs, ledgerOf, limitAt, limits, type Ledger } from './detention-clock.ts';
import { lateHearingWhy } from './hearing-rule.ts';
import type { CustodyLaw } from './limits.ts';
import { observation } from './observation-rule.ts';
import { inCustody, type CustodyRecord } from './record.ts';
import { relevantTime, type RelevantTime } from './relevant-time.ts';
import { reviewCycle, type NextReview } from './review-cycle.ts';
import { delaysNow, rightsDelayMustEnd } from './rights-delay-rule.ts';

/**
 * Every deadline of the record with its working (CUS-7): limits, authority, review, visit, delays of rights, the wait for the desk.
 * One list for screen, API, print and tests.
 */
export function deadlines(record: CustodyRecord, law: CustodyLaw): Deadline[] {
  return [...limitDeadlines(record, law), ...authorityDeadline(record, law), ...reviewDeadline(record, law), ...visitDeadline(record, law), ...rightsDeadlines(record, law), ...deskDeadline(record, law)];
}

/** Branches of s.41 known, not seen in a source (custody.md section 4). */
const UNCONFIRMED_BRANCHES: readonly string[] = ['CUS-22', 'CUS-23', 'CUS-26'];
/** The length of the s.46A pause is established, where it begins is not (custody.md section 20, 1). */
const anchorOpen = (ledger: Ledger): boolean => ledger.exclusions.some((e) => e.reason === 'breachArrest');
const CHANGES_IF = 'arrival time, area or "questioned?" is corrected';

/** On bail the clock waits; handed over, the first ledger goes along with the second (CUS-195). */
const STILL_COUNTED: readonly string[] = ['onBail', 'handedOver'];

function limitDeadlines(record: CustodyRecord, law: CustodyLaw): Deadline[] {
  const ledger = ledgerOf(record, law);
  if (!ledger || record.charge || !(inCustody(record) || STILL_COUNTED.includes(record.phase))) return [];
  const start = relevantTime(record, law);
  const at = limits(record, law)!;
  const other = ledger.otherReading;
  const one = (key: string, hours: number, due: Instant | null, source: string): Deadline => ({
    key, title: `${hours} h limit`, due, law: source, why: limitWhy(start, ledger, { hours, due }), changesIf: CHANGES_IF,
    ...(other && due ? { otherReading: { due: limitAt(other, hours) ?? due, text: 'Other reading: the clock resumes at the appointed time, not on early attendance' } } : {}),
    ...(UNCONFIRMED_BRANCHES.includes(start.rule) || other || anchorOpen(ledger) ? { unverified: true } : {}),
  });
  return [
    one('limit24', lawAt(law.basicHours, ledger.relevantTime).value, at.basic, 'PACE s.41(1)'), one('limit36', lawAt(law.extendedHours, ledger.relevantTime).value, at.extended, 'PACE s.42(1)'),
    one('limit96', lawAt(law.ceilingHours, ledger.relevantTime).value, at.ceiling, 'PACE s.44(3)'),
  ];
}

function limitWhy(start: RelevantTime, ledger: Ledger, { hours, due }: { hours: number; due: Instant | null }): WhyStep[] {
  const stops = ledger.exclusions.map((e) => ({ text: `Not counted from ${fullTime(e.from)} ${e.to ? `to ${fullTime(e.to)}` : '(still open)'}: ${e.text}`, at: e.from, law: e.law }));
  const stopped = due ? excludedMs(ledger, due) : 0;
  const sum = due
    ? { text: `${clockTime(ledger.relevantTime)} + ${hours} h 00 + ${duration(stopped)} stopped = ${fullTime(due)}`, at: due }
    : { text: 'The clock stands still: the limit is not known until it runs again' };
  return [{ text: `Started ${fullTime(ledger.relevantTime)}`, at: ledger.relevantTime, law: start.law }, ...start.why, ...(stops.length ? stops : [{ text: 'Stops: none' }]), sum];
}

function authorityDeadline(record: CustodyRecord, law: CustodyLaw): Deadline[] {
  const authority = authorityInForce(record, law);
  if (authority.kind === 'none' || authority.kind === 's38' || authority.kind === 'other') return [];
  return [{
    key: authority.kind === 'warrant' ? 'warrantExpires' : 'authorityEnds', title: 'Charge, release or extend by', due: authority.until, law: authority.law, why: [...authority.why, ...lateHearingWhy(record, law)],
    ...(authority.kind === 's37' ? { changesIf: CHANGES_IF } : {}),
  }];
}

function reviewDeadline(record: CustodyRecord, law: CustodyLaw): Deadline[] {
  const { next, reviewer } = reviewCycle(record, law);
  if (!next) return [];
  return [{
    key: 'reviewDue', title: `Review ${next.n}`, due: next.lapses ?? next.latest, law: REVIEW_LAW[next.countedFrom.what],
    why: reviewWhy(next, reviewer), ...(next.otherReading ? { otherReading: next.otherReading } : {}), ...(unconfirmed(next, reviewer) ? { unverified: true } : {}),
  }];
}

/** After charge, after a postponement (CUS-43, CUS-44) and where two readings are lawful, nobody has confirmed the time. */
const unconfirmed = (next: NextReview, reviewer: string): boolean =>
  next.otherReading !== null || next.postponed !== null || next.countedFrom.what === 'postponed' || next.countedFrom.what === 'beforeBail' || next.countedFrom.what === 'beforeFurtherArrest' || reviewer === 'custody_officer';

const REVIEW_LAW = { authorisation: 'PACE s.40(3)(a)', review: 'PACE s.40(3)(b), (c)', postponed: 'PACE s.40(7)', beforeBail: 'PACE s.40(3), s.47(6)', missedBeforeBail: 'PACE s.40(3), s.47(6)', beforeFurtherArrest: 'PACE s.40(3), s.41(4)' } as const;

/** screens.md, "The words" 7. */
export function reviewWhy(next: NextReview, reviewer: string): WhyStep[] {
  const { at, what, hours } = next.countedFrom;
  const from = { authorisation: 'detention was authorised', review: 'the last review was done', postponed: 'the postponed review was at its latest due', beforeBail: 'the cycle before bail goes on, counted from a review or authorisation', missedBeforeBail: 'it was missed before the bail, counted from a review or authorisation', beforeFurtherArrest: 'the cycle before the further arrest goes on, counted from a review or authorisation' }[what];
  const last: WhyStep = next.postponed
    ? { text: `Postponed: ${next.postponed.reason}. It is owed as soon as practicable; without a second ground detention is unlawful after ${clockTime(next.lapses!)}`, law: 'PACE s.40(4), (5)' }
    : { text: `After ${clockTime(next.latest)} detention is unlawful until it is done, unless properly postponed`, law: 'CUS-59' };
  return [
    { text: `Review ${next.n} is due by ${clockTime(next.latest)} because ${from} at ${clockTime(at)}`, at, law: REVIEW_LAW[what] },
    { text: `The law allows ${hours} hours from then${{ authorisation: ', not from arrival', beforeBail: ', time on bail not counted', missedBeforeBail: ': missed then, it is owed at once as they are detained again', review: '', postponed: '', beforeFurtherArrest: '' }[what]}`, at: next.latest },
    ...(next.otherReading ? [{ text: next.otherReading.text, at: next.otherReading.due }] : []),
    { text: reviewer === 'custody_officer' ? 'After charge the custody officer reviews' : 'By an inspector not directly involved', law: 'PACE s.40(1)' }, last,
  ];
}

function visitDeadline(record: CustodyRecord, law: CustodyLaw): Deadline[] {
  const seen = observation(record, law);
  if (seen.level === null || !inCustody(record)) return [];
  const unverified = seen.level >= lawAt(law.unconfirmedFromLevel, seen.lastSeenAt!).value;
  return [{ key: 'visitDue', title: seen.rouse ? 'Visit and rouse' : 'Visit', due: seen.visitDue, law: seen.law, why: seen.why, ...(unverified ? { unverified } : {}) }];
}

function rightsDeadlines(record: CustodyRecord, law: CustodyLaw): Deadline[] {
  const end = rightsDelayMustEnd(record, law);
  return (inCustody(record) ? delaysNow(record) : []).map((d) => ({
    key: `rightsDelayEnds/${d.entry}`, title: d.right === 's56_notification' ? 'Delay of telling someone must end' : 'Delay of legal advice must end', due: end, law: 'Code C Annex B',
    why: [{ text: `${d.officerName} delayed it`, at: d.at }, { text: '36 elapsed hours from the relevant time; hospital time is not added', ...(end ? { at: end } : {}) }],
  }));
}

function deskDeadline(record: CustodyRecord, law: CustodyLaw): Deadline[] {
  const arrival = waitingAtDesk(record);
  if (!arrival) return [];
  const alert = lawAt(law.deskWarningMinutes, arrival.at).value.at(-1)!;
  return [{ key: 'deskDue', title: 'Before the custody officer', due: plusMinutes(arrival.at, alert), law: 'PACE s.30, Code C 2.1A', why: [{ text: 'At the station', at: arrival.at }, { text: `As soon as practicable; the force alerts at ${alert} minutes` }] }];
}
