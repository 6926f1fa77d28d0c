import type { LawRow } from '../../shared/law.ts';
import type { PostName, Rank } from '../../shared/posts.ts';
import { instant } from '../../shared/time.ts';

const PACE_IN_FORCE = instant('1986-01-01T00:00:00Z');
/** The text of Code C these rows follow has effect from this instant (CC23). */
const CODE_C_2023 = instant('2023-12-20T00:00:00Z');
/** Commencement of the bail reforms of the Police, Crime, Sentencing and Courts Act 2022. */
const PCSC_IN_FORCE = instant('2022-10-28T00:00:00+01:00');

type Status = LawRow<unknown>['status'];
const row = <T>(value: T, law: string, rule: string, status: Status): readonly LawRow<T>[] => [{ from: PACE_IN_FORCE, to: null, value, law, rule, status }];

/** A value of the Code C now in force; earlier texts said the same as far as is known, and nobody has checked them. */
const codeC = <T>(value: T, law: string, rule: string, status: Status): readonly LawRow<T>[] =>
  [{ from: PACE_IN_FORCE, to: CODE_C_2023, value, law, rule, status: 'unverified' }, { from: CODE_C_2023, to: null, value, law, rule, status }];

/** Observation levels of CUS-95: general, intermittent, constant, close proximity. */
export type Level = 1 | 2 | 3 | 4;

/** The ladder's posts for a detention that may be unlawful (CUS-9). */
const THE_THREE: readonly PostName[] = ['custodySergeant', 'custodyInspector', 'superintendent'];

/** Before the reforms nothing was left out of the clock on a s.46A arrest. */
const BREACH_PAUSE: readonly LawRow<number>[] = [
  { from: PACE_IN_FORCE, to: PCSC_IN_FORCE, value: 0, law: 'PACE s.46A', rule: 'CUS-37', status: 'unverified' },
  { from: PCSC_IN_FORCE, to: null, value: 3, law: 'PCSC Act 2022 Sch 4 Pt 5', rule: 'CUS-37', status: 'verified' },
];

/**
 * Every number of custody law and force policy, dated, with its section and how it was established (custody.md tags: V and V~
 * verified, K unverified). Hours are elapsed hours, minutes elapsed minutes (CUS-1).
 */
export const CUSTODY_LAW = {
  basicHours: row(24, 'PACE s.41(1)', 'CUS-30', 'verified'),
  extendedHours: row(36, 'PACE s.42(1)', 'CUS-50', 'verified'),
  ceilingHours: row(96, 'PACE s.44(3)', 'CUS-68', 'verified'),
  outsideAreaHours: row(24, 'PACE s.41(2), (5)', 'CUS-24', 'verified'),
  firstReviewHours: row(6, 'PACE s.40(3)(a)', 'CUS-40', 'verified'),
  laterReviewHours: row(9, 'PACE s.40(3)(b), (c)', 'CUS-41', 'verified'),
  breachPauseHours: BREACH_PAUSE,
  warrantHours: row(36, 'PACE s.43(12)', 'CUS-63', 'verified'),
  lateSittingHours: row(6, 'PACE s.43(5)(b)', 'CUS-61', 'verified'),
  rightsDelayHours: codeC(36, 'Code C Annex B', 'CUS-83', 'verified'),
  basicWarningHours: row([12, 18, 21, 23], 'PACE s.41', 'CUS-30', 'policy'),
  extendedWarningHours: row([30, 33, 35], 'PACE s.42', 'CUS-58', 'policy'),
  authorityWarningHoursBefore: row([3, 1], 'PACE s.42(10)', 'CUS-58', 'policy'),
  warrantWarningHoursBefore: row([3, 1], 'PACE s.43', 'CUS-63', 'policy'),
  deskWarningMinutes: row([30, 60], 'Code C 2.1A', 'CUS-19', 'policy'),
  levelWarningMinutes: row([30, 60], 'Code C 9.3', 'CUS-95', 'policy'),
  adultWarningMinutes: row([60, 120], 'Code C 3.15', 'CUS-16', 'policy'),
  rightsWarningMinutes: row([60], 'Code C 3.1', 'CUS-80', 'policy'),
  listingWarningMinutes: row(60, 'PACE s.43(7)', 'CUS-62', 'policy'),
  servingWarningMinutes: row([60, 15], 'PACE s.43(2)', 'CUS-60', 'policy'),
  courtDecisionMinutes: row([60, 120, 180], 'PACE s.43', 'CUS-66', 'policy'),
  onTheWayMinutes: row(120, 'PACE s.30(1A)', 'CUS-19', 'policy'),
  releaseAfterChargeMinutes: row(60, 'PACE s.38(1)', 'CUS-125', 'policy'),
  visitMinutes: codeC<Readonly<Record<Level, number | null>>>({ 1: 60, 2: 30, 3: 30, 4: null }, 'Code C 9.3', 'CUS-95', 'verified'),
  /** Levels 3 and 4 and their intervals come from guidance nobody has confirmed (custody.md section 20, 7). */
  unconfirmedFromLevel: row<Level>(3, 'APP Detention and Custody', 'CUS-97', 'unverified'),
  rouseMinutes: codeC(30, 'Code C 9.3 and Annex H', 'CUS-96', 'verified'),
  rouseLeastLevel: codeC<Level>(2, 'Code C 9.3 and Annex H', 'CUS-96', 'verified'),
  reviewLeastRank: row<Rank>('inspector', 'PACE s.40(1)(b)', 'CUS-13', 'verified'),
  practiceReviewLeastRank: row<Rank>('sergeant', 'Code C Note 15B', 'CUS-8', 'unverified'),
  extensionLeastRank: row<Rank>('superintendent', 'PACE s.42(1)', 'CUS-14', 'verified'),
  custodyOfficerLeastRank: row<Rank>('sergeant', 'PACE s.36(3)', 'CUS-10', 'verified'),
  delayNotificationLeastRank: row<Rank>('inspector', 'PACE s.56(2)', 'CUS-83', 'verified'),
  delayAdviceLeastRank: row<Rank>('superintendent', 'PACE s.58(6)', 'CUS-84', 'verified'),
  adultAge: codeC(18, 'Code C 1.5', 'CUS-16', 'verified'),
  toldOfUnlawfulDetention: row(THE_THREE, 'CUS-9', 'CUS-9', 'policy'),
} as const;

export type CustodyLaw = typeof CUSTODY_LAW;
