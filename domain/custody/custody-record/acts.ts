import type { Act } from '../../shared/act.ts';
import { allocateLocation } from './acts/allocate-location.ts';
import { answerBail } from './acts/answer-bail.ts';
import { answerQuestioned } from './acts/answer-questioned.ts';
import { applyForWarrantExtension } from './acts/apply-for-warrant-extension.ts';
import { applyForWarrant } from './acts/apply-for-warrant.ts';
import { arrestForFurtherOffence } from './acts/arrest-for-further-offence.ts';
import { arriveAtOtherForce } from './acts/arrive-at-other-force.ts';
import { authoriseDetention } from './acts/authorise-detention.ts';
import { authoriseExtension } from './acts/authorise-extension.ts';
import { bookIn } from './acts/book-in.ts';
import { changeHospitalPurpose } from './acts/change-hospital-purpose.ts';
import { changeReturn } from './acts/change-return.ts';
import { charge } from './acts/charge.ts';
import { conductReview } from './acts/conduct-review.ts';
import { confirmPostponement } from './acts/confirm-postponement.ts';
import { delayRight } from './acts/delay-right.ts';
import { endRightsDelay } from './acts/end-rights-delay.ts';
import { extendWarrant } from './acts/extend-warrant.ts';
import { giveRights } from './acts/give-rights.ts';
import { handToInvestigator } from './acts/hand-to-investigator.ts';
import { leaveForHospital } from './acts/leave-for-hospital.ts';
import { moveToStation } from './acts/move-to-station.ts';
import { postponeReview } from './acts/postpone-review.ts';
import { rearrestOnNewEvidence } from './acts/rearrest-on-new-evidence.ts';
import { recordAdjournment } from './acts/record-adjournment.ts';
import { recordAppropriateAdult } from './acts/record-appropriate-adult.ts';
import { recordArrest } from './acts/record-arrest.ts';
import { recordArrival } from './acts/record-arrival.ts';
import { recordAttendance } from './acts/record-attendance.ts';
import { recordBreachArrest } from './acts/record-breach-arrest.ts';
import { recordHearingListed } from './acts/record-hearing-listed.ts';
import { recordHospitalQuestioning } from './acts/record-hospital-questioning.ts';
import { recordImmediateNeeds } from './acts/record-immediate-needs.ts';
import { recordInvestigation } from './acts/record-investigation.ts';
import { recordRankConflict } from './acts/record-rank-conflict.ts';
import { recordReasonPast36 } from './acts/record-reason-past36.ts';
import { recordReleasedOnTheWay } from './acts/record-released-on-the-way.ts';
import { recordVisit } from './acts/record-visit.ts';
import { recordWarrantRefusal } from './acts/record-warrant-refusal.ts';
import { recordWarrant } from './acts/record-warrant.ts';
import { refuseDetention } from './acts/refuse-detention.ts';
import { releaseOnBail } from './acts/release-on-bail.ts';
import { release } from './acts/release.ts';
import { requestExtension } from './acts/request-extension.ts';
import { returnFromHospital } from './acts/return-from-hospital.ts';
import { returnFromInvestigator } from './acts/return-from-investigator.ts';
import { serveWarrantInformation } from './acts/serve-warrant-information.ts';
import { setObservationLevel } from './acts/set-observation-level.ts';
import { settleRankConflict } from './acts/settle-rank-conflict.ts';
import { tellReviewOutcome } from './acts/tell-review-outcome.ts';
import { transferToOtherForce } from './acts/transfer-to-other-force.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';

/** Every act of the custody record, in the order a detention meets them. */
export const CUSTODY_ACTS: readonly Act<CustodyRecord, CustodyLaw>[] = [
  recordArrest, rearrestOnNewEvidence, recordReleasedOnTheWay, recordArrival, bookIn, recordImmediateNeeds, answerQuestioned, authoriseDetention, refuseDetention,
  giveRights, delayRight, endRightsDelay, setObservationLevel, recordVisit, allocateLocation, conductReview, postponeReview, confirmPostponement,
  tellReviewOutcome, arrestForFurtherOffence, handToInvestigator, returnFromInvestigator, leaveForHospital, changeHospitalPurpose,
  recordHospitalQuestioning, returnFromHospital, requestExtension, authoriseExtension, recordHearingListed, serveWarrantInformation, applyForWarrant, recordAdjournment,
  recordReasonPast36, recordWarrant, recordWarrantRefusal, applyForWarrantExtension, extendWarrant, moveToStation, transferToOtherForce, arriveAtOtherForce, charge,
  releaseOnBail, release, changeReturn, answerBail, recordBreachArrest, recordRankConflict, settleRankConflict, recordInvestigation, recordAppropriateAdult, recordAttendance,
];
