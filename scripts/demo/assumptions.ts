import type { Spread } from './random.ts';

/** A number the file does not give, and what it stands for. */
interface Assumption<T> { readonly value: T; readonly says: string }
const assume = <T>(value: T, says: string): Assumption<T> => ({ value, says });

type Range = readonly [least: number, most: number];
export interface DueAtEnd { readonly first: readonly number[]; readonly others: readonly number[] }

/**
 * What the published file does not say and the demonstration day assumes. One table, so that nobody takes an assumption for a
 * finding; none of these is a measurement of the Metropolitan Police.
 */
export const ASSUMPTIONS = {
  offencesPerPerson: assume(1.6, 'offences for which one person is arrested at a time, on average'),
  arrivalsByHour: assume<readonly number[]>([5, 5, 4, 3, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6], 'relative arrivals by hour of the London day, 00 to 23: an evening peak and a quiet dawn'),
  minutesFromArrestToYard: assume<Range>([12, 55], 'shortest and longest journey, minutes'),
  minutesFromYardToDesk: assume<Range>([4, 48], 'shortest and longest wait for the desk, minutes'),
  minutesFromDeskToDecision: assume<Range>([5, 16], 'shortest and longest booking-in, minutes'),
  shareEnRouteAtEnd: assume(1, 'of those arrested before the end whose arrival falls after it, still on the way then'),
  ownStationsAtEnd: assume(30, 'people in custody or on the way at the personas’ own stations at the end'),
  shareWithDrinkOrDrugs: assume(0.28, 'adults with drink or drugs: level 2, roused at every visit, rights when they can understand them'),
  hoursUntilSober: assume<Range>([4, 8], 'hours from the decision until they are sober, given their rights and put on level 1'),
  shareVulnerable: assume(0.14, 'people who tell of self-harm, illness or injury: a marker, and level 2'),
  shareToHospital: assume(0.04, 'people taken to hospital for treatment, within five hours of the decision'),
  inHospitalAtEnd: assume(3, 'people in hospital at the end: sent there then where chance sent fewer'),
  shareInterviewed: assume(0.8, 'people held on arrest for an offence who are handed to the investigator for interview'),
  minutesOfInterview: assume<Range>([20, 75], 'shortest and longest interview, minutes'),
  minutesToSolicitor: assume<Range>([25, 150], 'minutes from asking for a solicitor until one has come or spoken'),
  shareAdvisedByTelephone: assume(0.35, 'of solicitors asked for, those who advise by telephone'),
  minutesToAdult: assume<Range>([40, 200], 'minutes from the decision until a child’s appropriate adult is there'),
  shareParentsAsAdult: assume(0.6, 'of children, those whose adult is a parent; a scheme sends the others’'),
  sharePostponed: assume(0.05, 'of those interviewed, the interview runs over the first review, which is postponed (s.40(4)(b))'),
  shareAsleepAtReview: assume(0.3, 'of reviews between midnight and 06:00, the detainee sleeps and is told the outcome on waking'),
  shareLateReview: assume(0.004, 'reviews done a few minutes late'),
  shareLateVisit: assume(0.006, 'visits done a few minutes late'),
  stayHours: assume<Readonly<Record<string, Spread>>>({
    'No Further Action': [5, 15, 23.5], Prosecution: [5, 15.5, 23.5], 'Released Under Investigation': [5, 15, 23.5], 'Police Bail': [5, 15.5, 23.5], 'Other Disposals': [4, 14, 22], 'Out of Court': [4, 13, 21],
  }, 'hours in custody by disposal: shortest, usual, longest'),
  shareExtended: assume(0.3, 'of adults arrested for murder, robbery, a sexual offence, drug supply or weapons, held beyond 24 hours on a superintendent’s authority'),
  hoursHeldWhenExtended: assume<Spread>([26, 31, 35.5], 'hours in custody of those whose detention is extended'),
  hearingsListedByHand: assume(2, 'warrant hearings that officers have listed by the end; the others are left to the engine'),
  warrantShareOfToCourt: assume(0.5, 'of those who go to court, arrested on a warrant: no s.41 clock'),
  recallShareOfOther: assume(0.2, 'of other disposals, recalled to prison: no s.41 clock'),
  hoursToCharge: assume<Spread>([5, 9, 14], 'hours from arrival to charge of those kept for court'),
  courtVans: assume<readonly string[]>(['08:15', '13:15'], 'London times at which people leave for court'),
  visitsDueAtEnd: assume<DueAtEnd>({ first: [-4, 0], others: [-2, -9, -3, -6, -12, 0, 0, 1] }, 'minutes from the end at which these visits fall due, at the first persona’s station and round the others: before it, left late on purpose'),
  reviewsDueAtEnd: assume<DueAtEnd>({ first: [-7, 0], others: [-4, 0, 1, 3] }, 'minutes from the end at which these reviews fall due, at the first persona’s station and round the others: before it, left late on purpose'),
} as const;

/** How each published disposal ends a custody record. */
export const ENDINGS_BY_DISPOSAL: Readonly<Record<string, string>> = {
  'No Further Action': 'noFurtherAction', Prosecution: 'chargedAndBailed', 'Released Under Investigation': 'underInvestigation', 'Police Bail': 'policeBail',
  'Other Disposals': 'otherDisposal', 'To Court': 'toCourt', 'Out of Court': 'outOfCourt',
};

/** Groups whose every offence below is indictable, and serious enough that an extension is thought of. */
export const EXTENDED_GROUPS: readonly string[] = ['Murder', 'Robbery', 'Sexual Offences', 'Drug Supply', 'Weapons'];

/** Offences of the index that stand for each published group, commonest first. */
export const OFFENCES_BY_GROUP: Readonly<Record<string, readonly string[]>> = {
  Assault: ['CJ88116', 'OF61102', 'CJ88001', 'OF61131', 'CJ88160', 'PL96001', 'SC15005'],
  'Drug Possession': ['MD71530', 'MD71210', 'MD71214', 'MD71211', 'MD71220'],
  'Drug Supply': ['MD71526', 'MD71230', 'MD71234', 'MD71130', 'MD71231'],
  'Drugs - Other': ['MD71440', 'MD71531', 'MD71070'],
  'Sexual Offences': ['SX03007', 'SX03002', 'SX03204', 'SX03005'],
  Weapons: ['CJ88144', 'PC53001', 'CJ88154', 'FI68001'],
  Robbery: ['TH68023', 'TH68025', 'TH68023A'],
  Murder: ['COML025', 'COML025A', 'COML025C'],
  'Other Offence': ['TH68010', 'TH68036', 'TH68020', 'CD71039', 'PU86116', 'PH97009', 'RT88007', 'TH68037', 'FL96001', 'SC15004', 'OF61014', 'PU86003', 'FA06001', 'TH68073', 'TH68050', 'CJ67002'],
};
