import type { OfficerAt } from '../../shared/actor.ts';
import { plusHours, plusMinutes, type Instant } from '../../shared/time.ts';
import { limits } from './detention-clock.ts';
import { BELL, CLARKE, EXTEND, GROUNDS, HALE, INFORMATION, LIM, MARSH, NEEDS, OKORO, RAO, REVIEW, SHAH } from './example-detention.ts';
import { CUSTODY_LAW } from './limits.ts';
import { furtherArrest, type CustodyRecord } from './record.ts';
import { delaysNow } from './rights-delay-rule.ts';

/** One act of a random sequence, as it was drawn. Ships with no product code. */
export interface Step {
  /** Its name, or one that is open then: of the court, or any. */
  readonly act: string;
  /** Minutes since the step before, or to the next instant at which a duty is due or rings. */
  readonly wait: number | 'due' | 'wake';
  /** Minutes that it happened before it is told. */
  readonly late: number;
  /** Minutes of whatever time the act names: from now to a sitting, an end, a return. */
  readonly ahead: number;
  readonly yes: boolean;
  readonly hours: number;
}

export interface Told { readonly record: CustodyRecord; readonly at: Instant; readonly step: Omit<Step, 'act' | 'wait' | 'late'> }
export interface Way { readonly by: (told: Told) => OfficerAt; readonly body?: (told: Told) => object;
  /** The time of its own that it is told for, where the law gives it one. */
  readonly at?: (record: CustodyRecord) => Instant | undefined }

const ahead = ({ at, step }: Told): Instant => plusMinutes(at, step.ahead);
const way = (by: OfficerAt, body?: Way['body']): Way => ({ by: () => by, ...(body ? { body } : {}) });
const desk = (body?: Way['body']): Way => way(OKORO, body);

const howTheyLeave = ({ record, step }: Told): string => {
  if (furtherArrest(record)) return 'outOfCourt';
  if (record.charge) return step.yes ? 'chargedAndBailed' : 'toCourt';
  return step.yes ? 'underInvestigation' : 'noFurtherAction';
};
/** As far as the law allows where the answer is yes, else a drawn end. */
const extensionEnd = (told: Told): Instant => (told.step.yes ? (limits(told.record, CUSTODY_LAW)?.extended ?? ahead(told)) : ahead(told));
/** Behind the 36 hours where the answer is yes, as s.43(5)(b) has it, else a drawn time. */
const lateSitting = (told: Told): Instant => {
  const extended = limits(told.record, CUSTODY_LAW)?.extended;
  return told.step.yes && extended ? plusHours(extended, 1 + (told.step.hours % 6)) : ahead(told);
};

/** How each act is sent: by whom, and with what body, the drawn answers given. */
export const WAYS: Readonly<Record<string, Way>> = {
  recordReleasedOnTheWay: desk(({ step }) => ({ how: step.yes ? 'deArrested' : 'streetBailed', reason: 'Another man was named', officerName: 'PC Ward' })),
  recordArrival: desk(({ step }) => ({ stationId: step.yes ? HALE : MARSH, source: 'gateLog' })),
  bookIn: desk(({ step }) => ({ name: 'James Adeyemi', gender: 'male', dateOfBirth: '1991-05-01', language: step.yes ? '' : 'Welsh' })),
  recordImmediateNeeds: desk(({ step }) => ({ ...NEEDS, drink: !step.yes })),
  answerQuestioned: desk(({ step }) => ({ questioned: step.yes, saysWho: 'PC Ward' })),
  authoriseDetention: desk(() => GROUNDS),
  refuseDetention: desk(() => ({ reason: 'No ground' })),
  giveRights: desk(({ step }) => ({ solicitorWanted: !step.yes, someoneInformed: true, noticeGiven: true })),
  delayRight: way(CLARKE, ({ step }) => ({ right: step.yes ? 's56_notification' : 's58_legal_advice', ground: 'harm', grounds: 'A witness is at risk' })),
  endRightsDelay: desk(({ record, step }) => ({ right: delaysNow(record)[0]?.right ?? (step.yes ? 's56_notification' : 's58_legal_advice'), performed: 'Mother rung' })),
  setObservationLevel: desk(({ step }) => ({ level: String(1 + (step.hours % 4)), reason: 'As seen' })),
  recordVisit: way(BELL, () => ({ seen: 'Awake, answers', roused: true })),
  allocateLocation: way(BELL, () => ({ location: 'Cell 4' })),
  conductReview: { by: ({ record }) => (record.charge ? OKORO : RAO), body: ({ step }) => ({ ...REVIEW, asleep: !step.yes, decision: step.hours === 35 ? 'release' : 'continue' }) },
  postponeReview: way(RAO, ({ step }) => ({ ground: step.yes ? 'notPracticable' : 'noReviewOfficerReadilyAvailable', reason: 'A fire in the suite' })),
  confirmPostponement: { ...way(RAO, () => ({ circumstances: 'The fire burns' })), at: (record) => record.postponements.at(-1)?.latestTime },
  tellReviewOutcome: desk(),
  arrestForFurtherOffence: desk(({ step }) => ({ offenceCodes: [step.yes ? 'TH68010' : 'CJ88001'], officerName: 'PC Ward', necessity: 'To investigate' })),
  handToInvestigator: desk(({ step }) => ({ officerName: 'DC Lim', purpose: step.yes ? 'interview' : 'search' })),
  returnFromInvestigator: way(LIM, () => ({ report: 'As the Codes ask' })),
  leaveForHospital: desk(({ step }) => ({ purpose: step.yes ? 'treatment' : 'investigative', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' })),
  changeHospitalPurpose: desk(({ step }) => ({ purpose: step.yes ? 'treatment' : 'investigative' })),
  recordHospitalQuestioning: way(LIM, ({ at, step }) => ({ to: step.yes ? null : at, doctorAgreed: step.hours > 2, doctor: 'Dr Lee' })),
  returnFromHospital: desk(),
  requestExtension: way(SHAH, () => ({ reason: 'Forensic results' })),
  authoriseExtension: way(CLARKE, (told) => ({ ...EXTEND, until: extensionEnd(told) })),
  recordHearingListed: way(LIM, (told) => ({ listedFor: lateSitting(told), court: 'Camberwell', reference: 'W/7' })),
  serveWarrantInformation: way(LIM, () => INFORMATION),
  applyForWarrant: way(LIM, (told) => ({ courtCanSitAt36: told.step.hours % 2 === 0, nextSittingAt: told.step.hours % 3 === 0 ? null : lateSitting(told), reasonableToApplyBefore: !told.step.yes, newEvidence: told.step.hours > 3 ? 'A witness came forward' : '' })),
  recordAdjournment: way(LIM, (told) => ({ resumesAt: ahead(told), forRepresentation: told.step.yes })),
  recordReasonPast36: desk((told) => ({ sittingAt: lateSitting(told), reason: 'No court sits before' })),
  recordWarrant: desk(({ step }) => ({ hours: step.hours })),
  recordWarrantRefusal: desk(() => ({ reasons: 'Not diligent' })),
  applyForWarrantExtension: way(LIM, (told) => ({ sittingAt: told.step.yes ? null : ahead(told) })),
  extendWarrant: desk(({ step }) => ({ hours: step.hours })),
  moveToStation: desk(({ step }) => ({ stationId: step.yes ? MARSH : HALE, reason: 'Cells full' })),
  transferToOtherForce: desk(({ step }) => ({ toStationName: 'Maidstone', toArea: 'Kent', reason: 'Wanted for robbery', questioned: !step.yes, questionedSaysWho: 'DC Poole' })),
  arriveAtOtherForce: desk(() => ({ receivedBy: 'PS Quill' })),
  charge: desk(({ step }) => ({ detainGrounds: step.yes ? 'Would not surrender' : '' })),
  releaseOnBail: desk((told) => ({ appointedAt: plusMinutes(ahead(told), 60), necessity: 'Forensic work' })),
  release: desk((told) => ({ kind: howTheyLeave(told), riskAssessed: true, detail: 'Taxi home' })),
  changeReturn: desk((told) => ({ appointedAt: plusMinutes(ahead(told), 90), reason: 'Results come later', noticeGiven: true })),
  answerBail: desk(() => ({ stationId: HALE })),
  recordBreachArrest: desk(({ step }) => ({ ground: 'failedToAnswer', atStation: step.yes, stationId: HALE, officerName: 'PC Ward' })),
  recordRankConflict: desk(() => ({ seniorName: 'DCI Roe', seniorPosition: 'Keep them', custodyOfficerPosition: 'Release them' })),
  settleRankConflict: way(CLARKE, () => ({ decision: 'As the custody officer says' })),
  recordInvestigation: way(SHAH, () => ({ teamId: 'cid', officerName: 'DC Lim' })),
  recordAppropriateAdult: desk(() => ({ name: 'Mary Adeyemi', relation: 'parent', adult: true })),
  recordAttendance: desk(({ step }) => ({ party: step.yes ? 'solicitor' : 'interpreter', name: 'Ms Roe' })),
};
