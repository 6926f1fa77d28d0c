import { custodyRecordKind } from '#domain/custody/custody-record/custody-record-kind';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { byOccurrence, type StoredEvent } from '#domain/shared/event';
import { fold } from '#domain/shared/record-kind';
import { instant, latest, plusHours, type Instant } from '#domain/shared/time';

export type Given = Readonly<Record<string, unknown>>;
export const LAW = CUSTODY_LAW;
export const at = (text: unknown): Instant => instant(text as string);
export const maybeAt = (text: unknown): Instant | null => (typeof text === 'string' ? instant(text) : null);

const ARREST_FACTS = {
  arrestArea: 'Metropolitan', arrestedInEnglandOrWales: true, arrestedAtStation: false, voluntaryAttendanceAt: null, streetBailAnswerArrivalAt: null, soughtArea: null, questionedInArrestArea: null,
  entryToEnglandAndWalesAt: null, investigatingArea: null, heldInArea: null, leftHeldAreaAt: null,
};

/** One fact of an example, as an event of the custody record. */
export interface Told { readonly type: string; readonly at: Instant; readonly data: unknown }

export const arrest = (when: Instant, facts: Given = {}, indictable = true): Told => ({
  type: 'arrestRecorded', at: when, data: {
    custodyNumber: 'EX/26/0001', authorityKind: 'PACE_PRECHARGE', station: { id: 'station', name: 'Example', area: 'Metropolitan' },
    detainee: { name: 'Example', dateOfBirth: null, looksUnder18: false, gender: 'notRecorded', language: null, personId: null }, investigation: { teamId: '', officerIds: [], officerName: '' },
    arrest: { facts: { arrestedAt: when, ...ARREST_FACTS, ...facts }, offences: [{ code: 'EX', title: 'Example', indictable }], place: '', officerName: '', necessity: '', kind: 'first', newEvidence: null },
  },
});
export const arrival = (when: Instant, area = 'Metropolitan', station = 'station'): Told => ({ type: 'arrived', at: when, data: { stationId: station, stationName: station, area, designated: true, source: 'gateLog' } });
export const authorised = (when: Instant): Told => ({ type: 'detentionAuthorised', at: when, data: { grounds: ['questioning'], groundsText: '', toldInPresence: true, whyNotTold: null, stationId: 'station', fallback: '' } });
export const review = (when: Instant): Told => ({ type: 'reviewDone', at: when, data: { reviewerName: 'Insp', reviewerRank: 'inspector', method: 'inPerson', decision: 'continue', grounds: '', asleep: false, representations: '' } });

/** Arrest at the instant the example calls the relevant time: at the station, so that no journey stands between. */
export const startedAt = (when: unknown, indictable = true): Told => arrest(at(when), { arrestedAtStation: true }, indictable);

interface Absence { readonly purpose: string; readonly left_at: string; readonly returned_at?: string | null; readonly questioned?: readonly (readonly [string, string | null])[] }
interface OnBail { readonly released_at: string; readonly resumed_at?: string | null; readonly how?: string }
const hospitalOf = (given: Given) => (given['hospital'] ?? []) as readonly Absence[];

/**
 * Arrest and authorisation of an example, so that its clock starts at the relevant time it gives. Somebody who left for hospital
 * before that is held in one area and wanted in another: the clock starts 24 h after the arrest, wherever they are (CUS-24).
 */
export function clockFrom(given: Given, indictable = true): Told[] {
  const relevant = at(given['relevant_time']);
  if (hospitalOf(given).every((h) => at(h.left_at) >= relevant)) return [startedAt(given['relevant_time'], indictable), authorised(relevant)];
  const arrested = plusHours(relevant, -24);
  const facts = { arrestArea: 'Kent', soughtArea: 'Metropolitan', questionedInArrestArea: { answer: false, byName: 'Officer' } };
  return [arrest(arrested, facts, indictable), arrival(arrested, 'Kent'), authorised(arrested)];
}

/** Questioning that began at the station or went on after the return is told for the absence only (8a CUS-33). */
const questionings = (h: Absence): Told[] => (h.questioned ?? []).filter(([, to]) => maybeAt(to) === null || at(to) > at(h.left_at))
  .map(([from, to]) => ({ type: 'questionedInHospital', at: latest(at(from), at(h.left_at)), data: { to: maybeAt(to), doctorAgreed: true, doctor: 'Dr' } }));

const absence = (h: Absence): Told[] => [
  { type: 'leftForHospital', at: at(h.left_at), data: { purpose: h.purpose, hospital: '', reason: '', escorts: '' } }, ...questionings(h),
  ...(maybeAt(h.returned_at) ? [{ type: 'returnedFromHospital', at: at(h.returned_at), data: { location: '', care: '' } }] : []),
];

/** Hospital and bail of an example, in the order they happened; still away, or still on bail, where no return is given. */
export function stops(given: Given): Told[] {
  const bail = (given['bail'] ?? []) as readonly OnBail[];
  return [
    ...hospitalOf(given).flatMap(absence),
    ...bail.flatMap((b) => (b.resumed_at ? [
      { type: 'releasedOnBail', at: at(b.released_at), data: { appointedAt: at(b.resumed_at), conditions: '', purposes: '', necessity: '' } },
      b.how === 'answered_bail'
        ? { type: 'bailAnswered', at: at(b.resumed_at), data: { stationId: 'station', stationName: 'Example' } }
        : { type: 'arrestedForBreach', at: at(b.resumed_at), data: { ground: 'failedToAnswer', atStation: true, stationId: 'station', stationName: 'Example', officerName: '' } },
      authorised(at(b.resumed_at)),
    ] : [{ type: 'releasedOnBail', at: at(b.released_at), data: { appointedAt: at(b.released_at), conditions: '', purposes: '', necessity: '' } }])),
  ];
}

/** Folds told facts as the product does. */
export function recordOf(told: readonly Told[]): CustodyRecord {
  const events: StoredEvent[] = told.map((t, i) => ({ recordId: 'example', version: i + 1, n: 0, type: t.type, data: t.data, actor: 'officer', actorName: 'Officer', occurredAt: t.at, recordedAt: t.at }));
  return fold(custodyRecordKind, events.toSorted(byOccurrence)).state;
}
