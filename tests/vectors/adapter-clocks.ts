import { countedAt, excludedMs, ledgerOf } from '#domain/custody/custody-record/detention-clock';
import { deadlines } from '#domain/custody/custody-record/deadlines';
import { furtherArrestBranch, relevantTime } from '#domain/custody/custody-record/relevant-time';
import { reviewCycle } from '#domain/custody/custody-record/review-cycle';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { earliest, inSeconds } from '#domain/shared/time';
import { arrest, arrival, at, authorised, clockFrom, LAW, maybeAt, recordOf, review, startedAt, stops, type Given, type Told } from './told.ts';

const due = (record: CustodyRecord, key: string) => deadlines(record, LAW).find((d) => d.key === key)?.due ?? null;
const limitsOf = (record: CustodyRecord) => ({ limit_24h: due(record, 'limit24'), limit_36h: due(record, 'limit36'), limit_96h: due(record, 'limit96') });

/** s.41: which branch, when the clock starts, and its unpaused limits. */
export function relevantTimeOf(given: Given): object {
  if (given['existing_relevant_time'] && !wantedElsewhere(given)) return furtherOffence(given);
  const record = recordOf(arrestFacts(given));
  const start = relevantTime(record, LAW);
  return { branch: start.branch, relevant_time: start.at, ...limitsOf(record) };
}

/** CUS-27: held, wanted by another area and not questioned about its offence; questioned, there is the one clock they have. */
const wantedElsewhere = (given: Given): boolean =>
  !given['further_offence_arrest_at'] && Boolean(given['left_first_area_station_at']) && given['questioned_in_first_area_about_second_offence'] === false;

function furtherOffence(given: Given): object {
  const arrested = at(firstOf(given, given['existing_relevant_time'], 'further_offence_arrest_at', 'left_first_area_station_at'));
  const record = recordOf([startedAt(given['existing_relevant_time']), authorised(at(given['existing_relevant_time'])), { type: 'furtherOffenceArrested', at: arrested, data: { offences: [], officerName: '', necessity: '' } }]);
  return { branch: furtherArrestBranch, relevant_time: relevantTime(record, LAW).at, ...limitsOf(record) };
}

/** The first of these fields that the example gives. */
const firstOf = (given: Given, usual: unknown, ...fields: readonly string[]): unknown => fields.map((field) => given[field]).find((value) => value !== undefined && value !== null) ?? usual;

function arrestFacts(given: Given): Told[] {
  const questioned = firstOf(given, null, 'questioned_in_arrest_area', 'questioned_in_first_area_about_second_offence');
  const left = maybeAt(given['left_first_area_station_at']);
  const facts = {
    arrestArea: firstOf(given, '', 'arrest_area', 'in_detention_area'), arrestedInEnglandOrWales: firstOf(given, true, 'arrested_in_ew'), arrestedAtStation: firstOf(given, false, 'arrested_at_station'),
    voluntaryAttendanceAt: maybeAt(given['voluntary_attendance_at']), streetBailAnswerArrivalAt: maybeAt(given['street_bail_answer_arrival_at']), soughtArea: firstOf(given, null, 'sought_area', 'transfer_area'),
    questionedInArrestArea: typeof questioned === 'boolean' ? { answer: questioned, byName: 'Officer' } : null, entryToEnglandAndWalesAt: maybeAt(given['entry_to_ew_at']),
    investigatingArea: firstOf(given, null, 'investigating_area', 'transfer_area', 'sought_area'), heldInArea: firstOf(given, null, 'in_detention_area'), leftHeldAreaAt: left,
  };
  const arrivals = firstOf(given, [], 'arrivals') as { area: string; at: string; station?: string }[];
  const first = maybeAt(given['arrest_at']) ?? earliest(...[left, ...arrivals.map((a) => at(a.at))].filter((when) => when !== null));
  return [arrest(first, facts), ...arrivals.map((a) => arrival(at(a.at), a.area, a.station ?? a.area))];
}

/** Counted time, exclusions and limits. */
export function detentionClock(given: Given): object {
  const record = recordOf([...clockFrom(given), ...stops(given)]);
  const ledger = ledgerOf(record, LAW)!;
  const asked = ((given['counted_at'] ?? []) as string[]).map(at);
  const end = due(record, 'limit96');
  return { ...limitsOf(record), counted_seconds: asked.map((t) => inSeconds(countedAt(ledger, t))), excluded_seconds: end ? inSeconds(excludedMs(ledger, end, 'hospital')) : null };
}

/** The latest time for each review, and who must do the next. */
export function reviewSchedule(given: Given): object {
  const reviews = given['reviews'] as { done_at: string; postponed: boolean; reason?: string }[];
  const start = at(given['authorised_at']);
  let told: Told[] = [startedAt(given['authorised_at']), authorised(start)];
  for (const r of reviews) {
    const latest = reviewCycle(recordOf(told), LAW).next!.latest;
    const postponed = r.postponed ? [{ type: 'reviewPostponed', at: latest, data: { ground: 'questioningWouldBePrejudiced', reason: r.reason ?? '', latestTime: latest } }] : [];
    told = [...told, ...postponed, review(at(r.done_at))];
  }
  const charged = given['charged_at'] ? [{ type: 'charged', at: at(given['charged_at']), data: { offences: [], detainGrounds: null, reply: '' } }] : [];
  const cycle = reviewCycle(recordOf([...told, ...charged]), LAW);
  return { due: cycle.latestTimes, late: cycle.done.map((d) => d.late), next_reviewer: cycle.reviewer };
}

