import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN, type Decided } from '../../../shared/act.ts';
import { IN_FUTURE, outOfOrder } from '../../../shared/decide.ts';
import type { StoredEvent } from '../../../shared/event.ts';
import * as f from '../../../shared/fields.ts';
import { clockTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { toldBy, type CustodyDecision } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { AUTHORITY_KINDS, type Arrest, type ArrestFacts, type AuthorityKind, type Detainee, type Offence } from '../arrest.ts';
import { bornRefusals } from '../born.ts';
import { investigatorNeeds, investigatorRefusals } from '../investigators.ts';
import { isPoliceArea } from '../police-area.ts';
import { refusal } from '../refusals.ts';
import { stationNamed, stationNeeds } from '../stations.ts';

const AUTHORITIES = {
  PACE_PRECHARGE: 'Arrest for an offence', WARRANT_ARREST: 'Arrest warrant', BAIL_ACT_S7: 'Court bail breached (Bail Act s.7)', RECALL_TO_PRISON: 'Recall to prison', IMMIGRATION: 'Immigration',
  BREACH_OF_THE_PEACE: 'Breach of the peace', MENTAL_HEALTH_ACT_S136: 'Mental Health Act s.136', COURT_REMAND: 'Remand by a court',
} as const satisfies Record<(typeof AUTHORITY_KINDS)[number], string>;
const GENDERS = { female: 'Female', male: 'Male', notRecorded: 'Not recorded' } as const;

/** The facts of an arrest that every way of recording one asks for (CUS-19, section 4). */
export const arrestFields = {
  stationId: f.station('Station they are taken to', 'Choose the station they are taken to.'),
  offenceCodes: f.offences('Offences', 'Choose at least one offence.'),
  place: f.line('Place of arrest', 'Say where the arrest was made.'),
  officerName: f.line('Arresting officer', 'Name the arresting officer.'),
  necessity: f.words('Why the arrest was necessary', 'Say why the arrest was necessary. Code G'),
  arrestArea: f.line('Police area of the arrest', 'Name the police area where the arrest was made.'),
  arrestedAtStation: f.maybeYesNo('Arrested at the police station?'),
  voluntaryAttendanceAt: f.maybeTime('Came voluntarily at', 'Enter when they came to the station.'),
  streetBailAnswerArrivalAt: f.maybeTime('Arrived to answer street bail at', 'Enter when they arrived to answer street bail.'),
  soughtArea: f.maybeLine('Wanted by another area', { hint: 'The police area where the arrest was sought, if not this one.' }),
  questioned: f.unanswered('Questioned about this offence where arrested?'),
  questionedSaysWho: f.maybeLine('Who says so', { hint: 'CUS-29: a named officer.' }),
  outsideEnglandAndWales: f.maybeYesNo('Arrested outside England and Wales?'),
  entryToEnglandAndWalesAt: f.maybeTime('Entered England and Wales at', 'Enter when they entered England and Wales.'),
  investigatingArea: f.maybeLine('Area where the offence is investigated'),
  heldInArea: f.maybeLine('Already held in another area', { hint: 'The police area that held them when this arrest was made.' }),
  leftHeldAreaAt: f.maybeTime('Left that place of detention at', 'Enter when they left it.'),
  teamId: f.maybeTeam('Investigation team', { hint: 'Nobody in it decides custody or reviews. PACE s.36(5), s.40(1)' }),
  investigatorIds: f.maybeOfficers('Other officers who investigate', { hint: 'Those of no team, or of another one.' }),
  investigatorName: f.maybeLine('Officer in the case'),
};

const personFields = {
  authorityKind: f.choice('Held under', AUTHORITIES, 'Choose what they are held under.'),
  name: f.maybeLine('Name', { hint: "Leave empty for 'not known'." }), dateOfBirth: f.maybeDate('Date of birth', 'Enter the date of birth as year-month-day.'),
  looksUnder18: f.maybeYesNo('Looks under 18?'), gender: z._default(f.choice('Gender', GENDERS, 'Choose the gender, or not recorded.'), 'notRecorded'), personId: f.hiddenId(),
};

export const arrestSchema = z.object({ ...personFields, ...arrestFields });
export type ArrestBody = z.infer<typeof arrestSchema>;

/** The event of a first arrest: what it fixes of the person, the station and the investigation. */
export interface ArrestRecorded {
  readonly custodyNumber: string;
  readonly authorityKind: AuthorityKind;
  readonly station: { readonly id: string; readonly name: string; readonly area: string };
  readonly detainee: Detainee;
  readonly investigation: CustodyRecord['investigation'];
  readonly arrest: Omit<Arrest, 'at' | 'by' | 'byId' | 'entry'>;
}

const investigators = ({ teamId, investigatorIds }: Pick<ArrestBody, 'teamId' | 'investigatorIds'>) => ({ teamId, officerIds: investigatorIds, officersField: 'investigatorIds' });

export const arrestNeeds = (_: CustodyRecord, body: Pick<ArrestBody, 'offenceCodes' | 'stationId' | 'teamId' | 'investigatorIds'>) =>
  ({ ...investigatorNeeds(investigators(body)), offences: body.offenceCodes, ...stationNeeds(body), custodyNumberFor: body.stationId });

export function offencesFrom(codes: readonly string[], when: CustodyDecision): { offences: Offence[] } | { refusals: ReturnType<typeof refusal>[] } {
  const unknown = codes.filter((c) => !when.facts.offences[c]);
  if (unknown.length > 0) return { refusals: [refusal('UNKNOWN_OFFENCE', { field: 'offenceCodes', message: `No offence of the index has the code ${unknown.join(', ')}. Search for it by its words.` })] };
  return { offences: codes.map((code) => { const o = when.facts.offences[code]!; return { code, title: o.title, indictable: o.indictable }; }) };
}

export const factsFrom = (body: Omit<ArrestBody, keyof typeof personFields>, at: Instant): ArrestFacts => ({
  arrestedAt: at, arrestArea: body.arrestArea, arrestedInEnglandOrWales: !body.outsideEnglandAndWales, arrestedAtStation: body.arrestedAtStation,
  voluntaryAttendanceAt: body.voluntaryAttendanceAt, streetBailAnswerArrivalAt: body.streetBailAnswerArrivalAt, soughtArea: body.soughtArea || null,
  questionedInArrestArea: body.questioned === null || body.questionedSaysWho === '' ? null : { answer: body.questioned, byName: body.questionedSaysWho },
  entryToEnglandAndWalesAt: body.entryToEnglandAndWalesAt, investigatingArea: body.investigatingArea || null, heldInArea: body.heldInArea || null, leftHeldAreaAt: body.leftHeldAreaAt,
});

/** CUS-29: the answer is mandatory, and somebody is named for it, once given. */
export const questionedRefusals = (body: Pick<ArrestBody, 'questioned' | 'questionedSaysWho'>) =>
  (body.questioned !== null && body.questionedSaysWho === '' ? [refusal('QUESTIONED_UNKNOWN', { field: 'questionedSaysWho', message: 'Name the officer who says whether they were questioned.' })] : []);

const TIMES = ['voluntaryAttendanceAt', 'streetBailAnswerArrivalAt', 'entryToEnglandAndWalesAt', 'leftHeldAreaAt'] as const;

/** No clock starts from what has not happened yet. */
const timeRefusals = (body: Pick<ArrestBody, (typeof TIMES)[number]>, now: Instant) => TIMES.flatMap((field) => { const at = body[field]; return at !== null && at > now ? [IN_FUTURE(field, at)] : []; });

/** What the branch rests on cannot have happened on the wrong side of the arrest. */
const orderRefusals = (body: Pick<ArrestBody, 'outsideEnglandAndWales' | (typeof TIMES)[number]>, at: Instant) => [
  ...when(body.streetBailAnswerArrivalAt !== null && body.streetBailAnswerArrivalAt < at, { ...outOfOrder('Street bail is answered after the arrest. Enter when they were arrested, and when they came.'), field: 'streetBailAnswerArrivalAt' }),
  ...when(body.voluntaryAttendanceAt !== null && body.voluntaryAttendanceAt > at, { ...outOfOrder('They came voluntarily before they were arrested, not after.'), field: 'voluntaryAttendanceAt' }),
  ...when(body.outsideEnglandAndWales && body.entryToEnglandAndWalesAt !== null && body.entryToEnglandAndWalesAt < at, { ...outOfOrder('Arrested outside England and Wales, they entered it after the arrest.'), field: 'entryToEnglandAndWalesAt' }),
];

const AREAS = ['arrestArea', 'soughtArea', 'investigatingArea', 'heldInArea'] as const;
const areaRefusals = (body: Pick<ArrestBody, (typeof AREAS)[number]>) => AREAS.filter((field) => !isPoliceArea(body[field])).map((field) => refusal('NOT_A_POLICE_AREA', { field }));

const detaineeFrom = (body: ArrestBody): Detainee => ({ name: body.name || null, dateOfBirth: body.dateOfBirth, looksUnder18: body.looksUnder18, gender: body.gender, language: null, personId: body.personId });

export function decideArrest(body: ArrestBody, when_: CustodyDecision, kind: 'first' | 'newEvidence', newEvidence: Arrest['newEvidence']): Decided {
  const named = stationNamed(body, when_.facts);
  const found = offencesFrom(body.offenceCodes, when_);
  const refusals = [...('refusals' in found ? found.refusals : []), ...questionedRefusals(body), ...timeRefusals(body, when_.now), ...orderRefusals(body, when_.at), ...bornRefusals(body.dateOfBirth, when_.at), ...areaRefusals(body), ...investigatorRefusals(investigators(body), when_.facts), ...('refusals' in named ? named.refusals : [])];
  if (refusals.length > 0 || 'refusals' in named || 'refusals' in found) return { refusals };
  const { station } = named;
  const data: ArrestRecorded = {
    custodyNumber: when_.facts.custodyNumber ?? '', authorityKind: body.authorityKind, station: { id: station.id, name: station.name, area: station.area },
    detainee: detaineeFrom(body), investigation: { teamId: body.teamId, officerIds: body.investigatorIds, officerName: body.investigatorName || body.officerName },
    arrest: { facts: factsFrom(body, when_.at), offences: found.offences, place: body.place, officerName: body.officerName, necessity: body.necessity, kind, newEvidence },
  };
  return { events: [{ type: 'arrestRecorded', data }] };
}

/** An arrest at a station (voluntary attendance, street bail answered) opens in the yard; any other, and one held in another area, on the way there. */
export const arrestRecorded = eventRule<CustodyRecord, ArrestRecorded>({
  stands: (record) => (record.custodyNumber === '' && record.arrests.length === 0 ? null : 'This record has its arrest already.'),
  apply: (record, event) => {
    const { data } = event;
    const { facts } = data.arrest;
    const here = (facts.arrestedAtStation && facts.heldInArea === null) || facts.streetBailAnswerArrivalAt !== null;
    return {
      ...record, custodyNumber: data.custodyNumber, authorityKind: data.authorityKind, phase: here ? 'arrived' : 'enRoute', stationId: data.station.id, stationName: data.station.name,
      area: data.station.area, location: here ? 'Desk' : 'On the way', detainee: data.detainee, investigation: data.investigation, arrests: [{ ...data.arrest, ...toldBy(event) }],
      episodes: [{ number: 1, basis: 'arrest', from: event.occurredAt, to: null }],
    };
  },
  says: (event: StoredEvent<string, ArrestRecorded>) => `Arrested ${clockTime(event.occurredAt)} for ${event.data.arrest.offences.map((o) => o.title.toLowerCase()).join('; ')}. ${event.data.arrest.officerName}`,
  theme: 'legal',
});

/** Opens the custody record at the arrest, en route or at the station (CUS-19, CUS-180). */
export const recordArrest = defineAct<CustodyRecord, CustodyLaw, ArrestBody>({
  name: 'recordArrest', label: 'Record an arrest', nature: 'happening', creates: true, group: 'movement', schema: arrestSchema, needs: arrestNeeds,
  opens: (record) => (record.custodyNumber === '' ? OPEN : closed('The arrest is recorded.')),
  decide: (_, body, when) => decideArrest(body, when, 'first', null),
  events: { arrestRecorded },
});
