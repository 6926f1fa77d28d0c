interface TypeWords {
  /** In the filter, for all tasks of the type together. */
  readonly words: string;
  /** `This task closes when …` */
  readonly closesWhen: string;
  readonly open: string;
  /** More than one act answers it: the record is opened, and the officer chooses there. */
  readonly choice?: true;
}

const TYPES: Readonly<Record<string, TypeWords>> = {
  review: { words: 'Reviews of detention', closesWhen: 'the review is recorded', open: 'Open the review' },
  confirmPostponement: { words: 'Postponements to confirm', closesWhen: 'the ground is confirmed, or the review is recorded', open: 'Open the confirmation' },
  authorityToDetain: { words: 'Charge, release or extend', closesWhen: 'they are charged or released, and moves when detention is extended', open: 'Open the record', choice: true },
  detentionDecision: { words: 'Decisions at the desk', closesWhen: 'detention is authorised or refused', open: 'Open the record', choice: true },
  visit: { words: 'Visits', closesWhen: 'the visit is recorded; the next one is a task of its own', open: 'Open the visit' },
  observationLevel: { words: 'Observation levels to set', closesWhen: 'the level is set', open: 'Open the observation level' },
  rights: { words: 'Rights to give', closesWhen: 'rights and notice are recorded as given', open: 'Open the rights' },
  rightsDelayEnds: { words: 'Delays of rights to end', closesWhen: 'the delay is ended', open: 'Open the delay' },
  reviewOutcome: { words: 'Outcomes of reviews to tell', closesWhen: 'the outcome is recorded as told', open: 'Open the outcome' },
  questioned: { words: 'Questioned in the other area?', closesWhen: 'the question is answered', open: 'Open the question' },
  rankConflict: { words: 'Conflicts of rank', closesWhen: 'the superintendent settles it', open: 'Open the conflict' },
  listWarrantHearing: { words: 'Warrant hearings to list', closesWhen: 'the court has listed the hearing', open: 'Open the listing' },
  serveWarrantInformation: { words: 'Warrant information to serve', closesWhen: 'the copy is recorded as served', open: 'Open the service' },
  releaseDecided: { words: 'Releases decided at a review', closesWhen: 'the release is recorded', open: 'Open the release' },
  releaseAfterCharge: { words: 'Releases after charge', closesWhen: 'the release is recorded, or the charge is corrected with its s.38 ground', open: 'Open the release' },
  informAgain: { words: 'Telling someone again after a move', closesWhen: 'it is recorded that somebody was told', open: 'Open the rights' },
  warrantDecision: { words: 'Decisions of the court to record', closesWhen: 'what the court decided is recorded, or the adjournment', open: 'Open the record', choice: true },
  arrival: { words: 'Arrivals to record', closesWhen: 'the arrival is recorded, or what became of them', open: 'Open the arrival' },
  adult: { words: 'Appropriate adults to call', closesWhen: 'the adult is recorded', open: 'Open the appropriate adult' },
  solicitor: { words: 'Solicitors to contact', closesWhen: 'the solicitor is recorded as come or spoken to', open: 'Open the attendance' },
  interpreter: { words: 'Interpreters to call', closesWhen: 'the interpreter is recorded as come or spoken to', open: 'Open the attendance' },
  reasonPast36: { words: 'Reasons for holding past 36 h', closesWhen: 'the reason is recorded', open: 'Open the reason' },
};

/** A type that no words were written for yet is shown by what every task has. */
export const typeWords = (type: string): TypeWords => TYPES[type] ?? { words: 'Other tasks', closesWhen: 'the act is recorded', open: 'Open the record' };
export const TASK_TYPES: readonly string[] = Object.keys(TYPES);
