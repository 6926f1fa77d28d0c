import { custodyRecordKind } from '#domain/custody/custody-record/custody-record-kind';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { byOccurrence, type StoredEvent } from '#domain/shared/event';
import { fold } from '#domain/shared/record-kind';
import { instant, type Instant } from '#domain/shared/time';

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

/** Hospital and bail of an example, in the order they happened. */
export function stops(given: Given): Told[] {
  const hospital = (given['hospital'] ?? []) as { purpose: string; left_at: string; returned_at: string; questioned: [string, string][] }[];
  const bail = (given['bail'] ?? []) as { released_at: string; resumed_at: string; how: string }[];
  return [
    ...hospital.flatMap((h) => [
      { type: 'leftForHospital', at: at(h.left_at), data: { purpose: h.purpose, hospital: '', reason: '', escorts: '' } },
      ...h.questioned.map(([from, to]) => ({ type: 'questionedInHospital', at: at(from), data: { to: at(to), doctorAgreed: true, doctor: 'Dr' } })),
      { type: 'returnedFromHospital', at: at(h.returned_at), data: { location: '', care: '' } },
    ]),
    ...bail.flatMap((b) => [
      { type: 'releasedOnBail', at: at(b.released_at), data: { appointedAt: at(b.resumed_at), conditions: '', purposes: '', necessity: '' } },
      b.how === 'answered_bail'
        ? { type: 'bailAnswered', at: at(b.resumed_at), data: { stationId: 'station', stationName: 'Example' } }
        : { type: 'arrestedForBreach', at: at(b.resumed_at), data: { ground: 'failedToAnswer', atStation: true, stationId: 'station', stationName: 'Example', officerName: '' } },
      authorised(at(b.resumed_at)),
    ]),
  ];
}

/** Folds told facts as the product does. */
export function recordOf(told: readonly Told[]): CustodyRecord {
  const events: StoredEvent[] = told.map((t, i) => ({ recordId: 'example', version: i + 1, n: 0, type: t.type, data: t.data, actor: 'officer', actorName: 'Officer', occurredAt: t.at, recordedAt: t.at }));
  return fold(custodyRecordKind, events.toSorted(byOccurrence)).state;
}
