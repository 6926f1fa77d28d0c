import type { Obligation } from '../../shared/obligation.ts';
import { lawAt } from '../../shared/law.ts';
import { clockTime } from '../../shared/local-time.ts';
import { plusMinutes, type Instant } from '../../shared/time.ts';
import { waitingAtDesk } from './arrival-of-episode.ts';
import type { CustodyLaw } from './limits.ts';
import { firstAfter } from './obligations-legal.ts';
import { needsRousing, observation } from './observation-rule.ts';
import { authorisedNow, furtherArrest, furtherUndecided, heldAnew, inCustody, keptAfterCharge, type CustodyRecord } from './record.ts';
import type { Told } from './told.ts';
import { clockArrest, questionedUnknown } from './relevant-time.ts';
import { movedTo } from './moved-to.ts';
import { delaysNow, rightsDelayMustEnd } from './rights-delay-rule.ts';

interface Owed { readonly key: string; readonly title: string; readonly since: Instant; readonly law: string; readonly act: string; readonly why: string }

/** A duty "as soon as practicable": no hour of its own, its age is shown (Code C 1.1A). */
export const asap = (owed: Owed, queue: Obligation['who']['queue'], rungs: Obligation['rungs'] = []): Obligation => ({
  key: owed.key, taskType: owed.key.split('/')[0]!, title: owed.title, opens: owed.since, due: null, asap: true, rungs, who: { queue }, law: owed.law, why: [{ text: owed.why, at: owed.since, law: owed.law }], act: owed.act,
});

/** CUS-95, CUS-96: the next visit; late, the custody officer is told. */
export function visitObligation(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const seen = observation(record, law);
  if (seen.visitDue === null || !inCustody(record)) return [];
  return [{
    key: `visit/${seen.startedBy}`, taskType: 'visit', title: seen.rouse ? 'Visit and rouse' : 'Visit', opens: seen.lastSeenAt!, due: seen.visitDue,
    rungs: [{ at: firstAfter(seen.visitDue), to: ['custodySergeant'], kind: 'breach', code: 'VISIT_LATE', title: `Visit was due by ${clockTime(seen.visitDue)}` }],
    who: { queue: 'detentionOfficer' }, law: seen.law, why: seen.why, act: 'record-visit',
  }];
}

/** CUS-19, CUS-115: the decision at the desk, with the force's alerts at 30 and 60 minutes. */
export function decisionObligation(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const arrival = waitingAtDesk(record);
  if (!arrival) return furtherDecision(record);
  const alerts = lawAt(law.deskWarningMinutes, arrival.at).value;
  const rungs = alerts.map((m) => ({ at: plusMinutes(arrival.at, m), to: ['custodySergeant' as const], kind: 'warning' as const, title: `Waiting ${m} minutes to be booked in` }));
  return [asap({ key: `detentionDecision/${arrival.entry}`, title: 'Decide: detain or release', since: arrival.at, law: 'PACE s.37(1), Code C 2.1A', act: 'authorise-detention', why: 'Before the custody officer as soon as practicable' }, 'custodySergeant', rungs)];
}

/** CUS-19: to a station as soon as practicable. Where no arrival is told for long, the arrival is owed, or what became of them. */
export function arrivalObligation(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const left = leftFor(record);
  if (left === null) return [];
  const since = plusMinutes(left.at, lawAt(law.onTheWayMinutes, left.at).value);
  const rung = { at: since, to: ['custodySergeant'] as const, kind: 'warning' as const, title: `On the way since ${clockTime(left.at)}: record the arrival, or what became of them` };
  return [asap({ key: `arrival/${left.entry}`, title: 'Record the arrival, or what became of them', since, law: 'PACE s.30(1A), Code C 2.1A', act: left.act, why: `${left.says} at ${clockTime(left.at)}, and no arrival has been told` }, 'custodySergeant', [rung])];
}

/** What they are on the way from: the arrest, or the station they were moved from; null where they are on no way. */
function leftFor({ phase, arrests, journeys }: CustodyRecord): { at: Instant; entry: string; act: string; says: string } | null {
  const [arrest, journey] = [arrests.at(-1), journeys.at(-1)];
  if (phase === 'enRoute' && arrest) return { at: arrest.at, entry: arrest.entry, act: 'record-arrival', says: 'Arrested' };
  return phase === 'inTransit' && journey ? { at: journey.at, entry: journey.entry, act: journey.otherForce ? 'arrive-at-other-force' : 'record-arrival', says: `Left for ${journey.toStationName}` } : null;
}

/** s.41(4): arrested for a further offence after a charge, they are held for it only by a decision of its own. */
function furtherDecision(record: CustodyRecord): Obligation[] {
  const arrest = furtherArrest(record);
  if (!arrest || !furtherUndecided(record) || !inCustody(record)) return [];
  return [asap({ key: `detentionDecision/${arrest.entry}`, title: 'Decide: detain for the further offence or not', since: arrest.at, law: 'PACE s.37(1), s.41(4)', act: 'authorise-detention', why: 'Arrested for it after the charge: it needs a decision of its own' }, 'custodySergeant')];
}

/** Rights, outcomes to be told on waking, an unanswered "questioned?", a rank conflict. */
export function dutyObligations(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  if (!inCustody(record)) return [];
  const authorisation = record.authorisations.at(-1);
  const arrest = clockArrest(record);
  const rights = authorisation && authorisedNow(record) && !record.rightsGiven
    ? [asap({ key: `rights/${authorisation.entry}`, title: 'Give rights and written notice', since: authorisation.at, law: 'Code C 3.1, 3.2', act: 'give-rights', why: 'As soon as practicable, and before any interview' }, 'custodySergeant', rightsRungs(record, authorisation, law))] : [];
  const questioned = arrest && questionedUnknown(arrest.facts)
    ? [asap({ key: `questioned/${arrest.entry}`, title: 'Answer whether they were questioned in the other area', since: arrest.at, law: 'PACE s.41(3), (5)', act: 'answer-questioned', why: 'The answer decides when the clock starts (CUS-29)' }, 'custodySergeant')] : [];
  return [...rights, ...questioned, ...informedAgain(record), ...releases(record), ...releaseAfterCharge(record, law), ...outcomes(record), ...conflicts(record)];
}

/** Who is drunk or drugged takes nothing in yet (Code C 1.8): their rights wait for that, and nothing rings. */
const rightsRungs = (record: CustodyRecord, { at }: Told, law: CustodyLaw): Obligation['rungs'] =>
  (needsRousing(record) ? [] : waited(at, lawAt(law.rightsWarningMinutes, at).value, 'Rights not given'));

/** Rungs of a duty with no hour of its own: how long it has waited. */
export const waited = (since: Instant, minutes: readonly number[], missing: string): Obligation['rungs'] =>
  minutes.map((m) => ({ at: plusMinutes(since, m), to: ['custodySergeant' as const], kind: 'warning' as const, title: `${missing} for ${m} minutes` }));

/** CUS-95, CUS-96: without a level no visit is due and none is late, so its absence is owed itself, and rings; so is a level below the least that is allowed. */
export function levelObligation(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const authorisation = record.authorisations.at(-1);
  if (!authorisation || !inCustody(record) || !authorisedNow(record)) return [];
  const { level, minLevel, law: source } = observation(record, law);
  const owed = (by: Told, { title, why, missing }: { title: string; why: string; missing: string }) =>
    [asap({ key: `observationLevel/${by.entry}`, title, since: by.at, law: source, act: 'set-observation-level', why }, 'custodySergeant', waited(by.at, lawAt(law.levelWarningMinutes, by.at).value, missing))];
  if (level === null) return owed(authorisation, { title: 'Set the observation level', why: 'Visits fall due only once a level is set', missing: 'No observation level set' });
  return level < minLevel ? owed(record.needs!, { title: `Raise the observation level to ${minLevel} or higher`, why: 'Drink, drugs or a concern for consciousness was recorded', missing: 'Observation level too low' }) : [];
}

/** CUS-82, CUS-194: moved to another station, they may have someone told again, unless that right is being delayed. */
function informedAgain(record: CustodyRecord): Obligation[] {
  const moved = movedTo(record);
  const given = record.rightsGiven;
  const delayed = delaysNow(record).some((d) => d.right === 's56_notification');
  if (!moved || !given || delayed || given.at >= moved.at) return [];
  return [asap({ key: `informAgain/${moved.entry}`, title: 'Have someone told where they are now', since: moved.at, law: 'PACE s.56(8), Code C 5.1', act: 'give-rights', why: `Moved to ${moved.stationName}: the right arises again` }, 'custodySergeant')];
}

/** CUS-116: the review found no grounds to hold; from then they are held without any, and the alarm repeats until they are released (s.34(2)), or a later decision holds them. */
function releases(record: CustodyRecord): Obligation[] {
  const last = record.reviews.at(-1);
  const since = record.episodes.at(-1)?.from;
  if (!last || last.decision !== 'release' || since === undefined || last.at < since || heldAnew(record, last).length > 0) return [];
  const rung = { at: last.at, to: ['custodySergeant', 'custodyInspector'] as const, kind: 'breach' as const, code: 'RELEASE_DECIDED', title: `The review of ${clockTime(last.at)} found no grounds to hold: release now` };
  return [asap({ key: `releaseDecided/${last.entry}`, title: 'Release: the review found no grounds to hold', since: last.at, law: 'PACE s.34(2), s.40(8)', act: 'release', why: 'Grounds for detention have ended: release is immediate' }, 'custodySergeant', [rung])];
}

/** CUS-125: charged and with no s.38 ground to keep them, their release is to be ordered; the alarm comes after the time that papers take. */
function releaseAfterCharge(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const { charge, authorityKind } = record;
  if (charge === null || keptAfterCharge(record) || authorityKind !== 'PACE_PRECHARGE') return [];
  const at = plusMinutes(charge.at, lawAt(law.releaseAfterChargeMinutes, charge.at).value);
  const rung = { at, to: ['custodySergeant', 'custodyInspector'] as const, kind: 'breach' as const, code: 'RELEASE_DECIDED', title: `Charged at ${clockTime(charge.at)} with no ground to keep them: release now, or correct the charge with its s.38 ground` };
  return [asap({ key: `releaseAfterCharge/${charge.entry}`, title: 'Release: charged, and no ground to keep them', since: charge.at, law: 'PACE s.38(1)', act: 'release', why: 'No s.38 ground was recorded with the charge: they are released, on bail or without' }, 'custodySergeant', [rung])];
}

const outcomes = (record: CustodyRecord): Obligation[] =>
  record.reviews.filter((r) => r.asleep && !record.outcomesTold.some((t) => t.reviewEntry === r.entry)).map((r) =>
    asap({ key: `reviewOutcome/${r.entry}`, title: 'Outcome of review not told', since: r.at, law: 'Code C 15.7', act: 'tell-review-outcome', why: 'Reviewed asleep: to be told on waking' }, 'custodySergeant'));

const conflicts = (record: CustodyRecord): Obligation[] =>
  record.rankConflicts.filter((c) => c.settled === null).map((c) =>
    asap({ key: `rankConflict/${c.entry}`, title: 'Settle a conflict of rank', since: c.at, law: 'PACE s.39(6), s.40(11)', act: 'settle-rank-conflict', why: 'It goes at once to the superintendent responsible for the station' },
      'superintendent', [{ at: c.at, to: ['superintendent'], kind: 'warning', code: 'RANK_CONFLICT', title: 'A higher rank gave directions at odds with the custody or review officer' }]));

/** CUS-83, CUS-84: the delay must end by relevant time + 36 h. */
export function rightsDelayObligations(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const end = rightsDelayMustEnd(record, law);
  if (!inCustody(record)) return [];
  return delaysNow(record).map((d) => ({
    key: `rightsDelayEnds/${d.entry}`, taskType: 'rightsDelayEnds', title: d.right === 's56_notification' ? 'End the delay of telling someone' : 'End the delay of legal advice', opens: d.at, due: end,
    rungs: end === null ? [] : [{ at: firstAfter(end), to: ['custodySergeant', 'custodyInspector'], kind: 'breach', code: 'RIGHTS_DELAY_TOO_LONG', title: `The delay of rights had to end by ${clockTime(end)}` }],
    who: { queue: 'custodySergeant' }, law: 'Code C Annex B', why: [{ text: `${d.officerName} delayed it`, at: d.at }, { text: '36 elapsed hours from the relevant time', ...(end ? { at: end } : {}) }], act: 'end-rights-delay',
  }));
}
