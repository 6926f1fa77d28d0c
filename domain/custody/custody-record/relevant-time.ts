import type { WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { fullTime } from '../../shared/local-time.ts';
import { earliest, plusHours, type Instant } from '../../shared/time.ts';
import { CUSTODY_LAW, type CustodyLaw } from './limits.ts';
import { sameArea } from './police-area.ts';
import type { CustodyRecord } from './record.ts';
import type { Arrest, ArrestFacts } from './arrest.ts';
import type { Journey } from './told.ts';

export interface Arrived { readonly area: string; readonly at: Instant }

/** When the detention clock starts, by which branch of s.41, and why (CUS-20 to CUS-29). */
export interface RelevantTime {
  /** null: it cannot be told yet (on the way, or a fact is missing). */
  readonly at: Instant | null;
  readonly branch: string | null;
  readonly law: string;
  readonly rule: string;
  readonly why: readonly WhyStep[];
  /** While it is not fixed: the earliest it can be. */
  readonly notBefore: Instant | null;
  readonly missing: 'QUESTIONED_UNKNOWN' | null;
}

interface Branch {
  readonly fits: (facts: ArrestFacts) => boolean;
  readonly time: (facts: ArrestFacts, arrivals: readonly Arrived[], law: CustodyLaw) => RelevantTime;
}

const fixed = (at: Instant, branch: string, rule: string, why: readonly WhyStep[]): RelevantTime =>
  ({ at, branch, law: `PACE ${branch.replace(/^s/, 's.')}`, rule, why, notBefore: null, missing: null });

const firstSince = (since: Instant, arrivals: readonly Arrived[]): Instant | null => arrivals.filter((a) => a.at >= since).map((a) => a.at).toSorted()[0] ?? null;
/** The first arrival in an area; where nobody has said which, the first anywhere: the earliest lawful reading. */
const firstIn = (area: string | null, since: Instant, arrivals: readonly Arrived[]): Instant | null => firstSince(since, arrivals.filter((a) => area === null || sameArea(a.area, area)));

/** The earlier of a start + 24 h and the first arrival in the area that wants the person; that limit never pauses (8a CUS-31). */
function earlierOf(start: { at: Instant; says: string }, arrived: Instant | null, named: { area: string | null; branch: string; rule: string }, law: CustodyLaw): RelevantTime {
  const where = named.area ?? 'any area: which one wants them is not recorded';
  const latest = plusHours(start.at, lawAt(law.outsideAreaHours, start.at).value);
  const why: WhyStep[] = [
    { text: start.says, at: start.at },
    { text: `${lawAt(law.outsideAreaHours, start.at).value} h after that; nothing pauses them`, at: latest },
    arrived ? { text: `First station reached in ${where}`, at: arrived } : { text: `No station reached in ${where} yet` },
    { text: 'The clock starts at the earlier of the two', at: arrived ? earliest(latest, arrived) : latest },
  ];
  return { ...fixed(arrived ? earliest(latest, arrived) : latest, named.branch, named.rule, why), notBefore: arrived ? null : start.at };
}

const heldElsewhere: Branch = {
  fits: (f) => f.heldInArea !== null && f.questionedInArrestArea?.answer === false && f.leftHeldAreaAt !== null,
  time: (f, arrivals, law) => {
    const area = f.soughtArea ?? f.investigatingArea;
    const start = { at: f.leftHeldAreaAt!, says: `Left detention in ${f.heldInArea}, where nobody questioned them about this offence` };
    return earlierOf(start, firstIn(area, f.leftHeldAreaAt!, arrivals), { area, branch: 's41(5)', rule: 'CUS-27' }, law);
  },
};
const streetBail: Branch = {
  fits: (f) => f.streetBailAnswerArrivalAt !== null,
  time: (f) => fixed(f.streetBailAnswerArrivalAt!, 's41(2)(ca)', 'CUS-23', [{ text: 'Arrived at the station to answer street bail', at: f.streetBailAnswerArrivalAt! }]),
};
const abroad: Branch = {
  fits: (f) => !f.arrestedInEnglandOrWales,
  time: (f, arrivals, law) => {
    if (f.entryToEnglandAndWalesAt === null) return notYetEntered(f, arrivals);
    const area = f.investigatingArea ?? f.soughtArea;
    const start = { at: f.entryToEnglandAndWalesAt, says: 'Entered England and Wales' };
    return earlierOf(start, firstIn(area, f.arrestedAt, arrivals), { area, branch: 's41(2)(b)', rule: 'CUS-25' }, law);
  },
};
/** Without the time of entry the first station reached is the earliest start that is known. */
function notYetEntered(f: ArrestFacts, arrivals: readonly Arrived[]): RelevantTime {
  const arrived = firstSince(f.arrestedAt, arrivals);
  const why: WhyStep[] = [{ text: 'Arrested outside England and Wales', at: f.arrestedAt }, { text: 'When they entered England and Wales is not recorded' }];
  if (arrived) return { ...fixed(arrived, 's41(2)(b)', 'CUS-25', [...why, { text: 'Until it is, the clock is taken to start at the first station reached', at: arrived }]), notBefore: f.arrestedAt };
  return { at: null, branch: null, law: 'PACE s.41(2)(b)', rule: 'CUS-25', why, notBefore: f.arrestedAt, missing: null };
}
const atStation: Branch = {
  fits: (f) => f.arrestedAtStation,
  time: (f) => fixed(f.arrestedAt, 's41(2)(c)', 'CUS-22', [{ text: 'Arrested at the station, where they had come voluntarily: the time of arrest counts, not of attendance', at: f.arrestedAt }]),
};
const soughtElsewhere: Branch = {
  fits: (f) => f.soughtArea !== null && !sameArea(f.soughtArea, f.arrestArea) && f.questionedInArrestArea?.answer === false,
  time: (f, arrivals, law) => {
    const start = { at: f.arrestedAt, says: `Arrested in ${f.arrestArea} for ${f.soughtArea}, and not questioned there about it` };
    return earlierOf(start, firstIn(f.soughtArea, f.arrestedAt, arrivals), { area: f.soughtArea!, branch: 's41(2)(a)', rule: 'CUS-24' }, law);
  },
};
/** Only the first of these whose trigger fits is used, in the order of section 4. */
const BRANCHES: readonly Branch[] = [heldElsewhere, streetBail, abroad, atStation, soughtElsewhere];

/** True where the answer would decide the branch and nobody has said whether the person was questioned (CUS-29). */
export function questionedUnknown(f: ArrestFacts): boolean {
  if (f.questionedInArrestArea !== null) return false;
  if (f.heldInArea !== null) return true;
  const unasked: ArrestFacts = { ...f, questionedInArrestArea: { answer: false, byName: '' } };
  return BRANCHES.find((b) => b.fits(unasked)) === soughtElsewhere;
}

/**
 * The relevant time of one arrest from its facts and the arrivals after it. While "questioned?" is unanswered the earliest lawful
 * reading stands (the first station reached, CUS-20), and the missing answer is named.
 */
export function branchFor(facts: ArrestFacts, arrivals: readonly Arrived[], law: CustodyLaw = CUSTODY_LAW): RelevantTime {
  const branch = BRANCHES.find((b) => b.fits(facts));
  return branch ? branch.time(facts, arrivals, law) : everythingElse(facts, arrivals);
}

function everythingElse(facts: ArrestFacts, arrivals: readonly Arrived[]): RelevantTime {
  const missing = questionedUnknown(facts) ? 'QUESTIONED_UNKNOWN' as const : null;
  const first = firstSince(facts.arrestedAt, arrivals);
  const note: WhyStep[] = missing ? [{ text: 'Whether they were questioned in the other area is not answered: until it is, the clock is taken to start at the first station' }] : [];
  const law = 'PACE s.41(2)(d)';
  if (!first) return { at: null, branch: null, law, rule: 'CUS-20', why: [{ text: `Arrested ${fullTime(facts.arrestedAt)}; not yet at a station` }, ...note], notBefore: facts.arrestedAt, missing };
  return { ...fixed(first, 's41(2)(d)', 'CUS-20', [{ text: 'First entered a police station or its yard (CUS-21)', at: first }, ...note]), missing };
}

/** The arrest whose facts start the clock in force: the first of the record, whose new evidence may have made it a fresh one. */
export const clockArrest = (record: CustodyRecord): Arrest | null => record.arrests.find((a) => a.kind === 'first' || a.kind === 'newEvidence') ?? null;

/** The relevant time of the record's clock. Further arrests (s.31) leave it unchanged (CUS-26). */
export function relevantTime(record: CustodyRecord, law: CustodyLaw = CUSTODY_LAW): RelevantTime {
  const arrest = clockArrest(record);
  if (!arrest) return { at: null, branch: null, law: 'PACE s.41', rule: 'CUS-20', why: [], notBefore: null, missing: null };
  const base = branchFor(arrest.facts, record.arrivals, law);
  const further = record.arrests.filter((a) => a.kind === 'further');
  const steps = further.map((a) => ({ text: 'Arrested for a further offence: the clock is unmoved', at: a.at, law: 'PACE s.41(4)' }));
  return steps.length === 0 ? base : { ...base, why: [...base.why, ...steps] };
}

/** The branch a further arrest takes: none of its own (CUS-26). */
export const furtherArrestBranch = 's41(4)';

/** The journey to another force, on the way or made; undefined where there is none, or it turned back. */
export const transfer = (record: CustodyRecord): Journey | undefined => record.journeys.findLast((j) => j.otherForce && j.turnedBackAt === undefined);

/** The clock of the offence another force wants, once the person leaves for it (CUS-27, CUS-195); null where nobody is transferred. */
export function otherForceClock(record: CustodyRecord, law: CustodyLaw = CUSTODY_LAW): RelevantTime | null {
  const journey = transfer(record);
  if (!journey) return null;
  const arrivals = journey.arrivedAt ? [{ area: journey.toArea, at: journey.arrivedAt }] : [];
  const facts: ArrestFacts = {
    arrestedAt: journey.at, arrestArea: record.area, arrestedInEnglandOrWales: true, arrestedAtStation: false, voluntaryAttendanceAt: null, streetBailAnswerArrivalAt: null,
    soughtArea: journey.toArea, questionedInArrestArea: journey.questionedAboutTheirOffence, entryToEnglandAndWalesAt: null, investigatingArea: journey.toArea,
    heldInArea: record.area, leftHeldAreaAt: journey.at,
  };
  if (journey.questionedAboutTheirOffence?.answer === true) return relevantTime(record, law);
  return branchFor(facts, arrivals, law);
}
