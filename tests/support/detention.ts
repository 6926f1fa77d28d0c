import type { NewEvent } from '#domain/shared/event';
import type { Instant } from '#domain/shared/time';

const STATION = { id: '00000000-0000-4000-8000-000000000001', name: 'Kings Cross', area: 'Metropolitan' };
const NOBODY = { name: 'Hale Adeyemi', dateOfBirth: null, looksUnder18: false, gender: 'male', language: null, personId: null };
let numbers = 0;

/** An arrest for burglary on the way to Kings Cross, the investigation nobody's in particular. */
export function arrestRecorded(at: Instant): NewEvent {
  const facts = {
    arrestedAt: at, arrestArea: STATION.area, arrestedInEnglandOrWales: true, arrestedAtStation: false, voluntaryAttendanceAt: null, streetBailAnswerArrivalAt: null, soughtArea: null,
    questionedInArrestArea: null, entryToEnglandAndWalesAt: null, investigatingArea: null, heldInArea: null, leftHeldAreaAt: null,
  };
  const offences = [{ code: 'TH68010', title: 'Burglary dwelling', indictable: true }];
  numbers += 1;
  return {
    type: 'arrestRecorded',
    data: {
      custodyNumber: `KX/2026/${String(numbers).padStart(5, '0')}`, authorityKind: 'PACE_PRECHARGE', station: STATION, detainee: NOBODY, investigation: { teamId: '', officerIds: [], officerName: 'DC Shah' },
      arrest: { facts, offences, place: 'Caledonian Road', officerName: 'PC Bell', necessity: 'Prompt and effective investigation', kind: 'first', newEvidence: null },
    },
  };
}

export const arrived = (): NewEvent => ({ type: 'arrived', data: { stationId: STATION.id, stationName: STATION.name, area: STATION.area, designated: true, source: 'gateLog' } });

export const detentionAuthorised = (): NewEvent => ({
  type: 'detentionAuthorised', data: { grounds: ['questioning'], groundsText: 'To be interviewed', toldInPresence: true, whyNotTold: null, stationId: STATION.id, fallback: '' },
});

/** Held at Kings Cross: arrested, arrived and authorised in one breath. */
export const held = (at: Instant): NewEvent[] => [arrestRecorded(at), arrived(), detentionAuthorised()];

export const levelSet = (level: 1 | 2): NewEvent => ({ type: 'observationLevelSet', data: { level, rouse: false, reason: 'Calm' } });
export const visited = (): NewEvent => ({ type: 'visited', data: { roused: false, seen: 'Awake, reading' } });
export const reviewDone = (): NewEvent => ({
  type: 'reviewDone', data: { reviewerName: 'Insp Rao', reviewerRank: 'inspector', method: 'inPerson', decision: 'continue', grounds: 'Still to be interviewed', asleep: false, representations: 'None' },
});
export const extensionRequested = (): NewEvent => ({ type: 'extensionRequested', data: { reason: 'Forensic results are awaited' } });
export const extensionAuthorised = (until: Instant): NewEvent => ({ type: 'extensionAuthorised', data: { until, officerName: 'Supt Clarke', rank: 'superintendent', grounds: 'Evidence to be obtained', method: 'inPerson' } });
export const warrantApplied = (): NewEvent => ({ type: 'warrantApplied', data: { sittingAt: null, outcome: 'pending', decidedAt: null, supportedByNewEvidence: false, via: 's43(5)(a)', mustDismiss: false } });
export const warrantIssued = (hours: number): NewEvent => ({ type: 'warrantIssued', data: { hours } });
export const warrantExtended = (hours: number): NewEvent => ({ type: 'warrantExtended', data: { hours } });
export const released = (): NewEvent => ({ type: 'released', data: { kind: 'underInvestigation', detail: '' } });
