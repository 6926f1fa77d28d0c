/**
 * What the published file does not say and the demonstration day assumes. One table, so that nobody takes an assumption for a
 * finding; none of these is a measurement of the Metropolitan Police.
 */
export const ASSUMPTIONS = {
  offencesPerPerson: { value: 1.6, says: 'offences for which one person is arrested at a time, on average' },
  /** Relative arrivals by hour of the London day, 00 to 23: an evening peak and a quiet dawn. */
  arrivalsByHour: {
    value: [5, 5, 4, 3, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6],
    says: 'when people are brought in',
  },
  minutesFromArrestToYard: { value: [12, 55], says: 'shortest and longest journey, minutes' },
  minutesFromYardToDesk: { value: [4, 48], says: 'shortest and longest wait for the desk, minutes' },
  minutesFromDeskToDecision: { value: [5, 16], says: 'shortest and longest booking-in, minutes' },
  shareWithDrinkOrDrugs: { value: 0.28, says: 'people with drink or drugs, half-hourly rousing' },
  shareToHospital: { value: 0.03, says: 'people taken to hospital for treatment during detention' },
  shareInterviewed: { value: 0.8, says: 'people handed to the investigator for interview' },
  sharePostponed: { value: 0.04, says: 'reviews postponed because questioning would be prejudiced' },
  shareExtended: { value: 0.5, says: 'detentions of more than 22 hours that a superintendent extended' },
  shareLateReview: { value: 0.004, says: 'reviews done a few minutes late' },
  shareLateVisit: { value: 0.01, says: 'visits done a few minutes late' },
  /** Hours from arrival to departure by disposal: shortest, usual, longest. */
  stayHours: {
    value: {
      'No Further Action': [5, 15, 23.5], Prosecution: [6, 16, 23.5], 'Released Under Investigation': [6, 15, 23.5], 'Police Bail': [6, 16, 27],
      'Other Disposals': [4, 11, 20], 'To Court': [8, 18, 26], 'Out of Court': [4, 10, 18],
    } as Record<string, readonly [number, number, number]>,
    says: 'hours in custody by disposal: shortest, usual, longest',
  },
  warrantShareOfToCourt: { value: 0.5, says: 'of those who go to court, arrested on a warrant: no s.41 clock' },
  shareEnRouteAtEnd: { value: 1, says: 'arrests whose arrival falls after the end are still on the way' },
} as const;

/** How each published disposal ends a custody record. */
export const ENDINGS_BY_DISPOSAL: Readonly<Record<string, string>> = {
  'No Further Action': 'noFurtherAction', Prosecution: 'chargedAndBailed', 'Released Under Investigation': 'underInvestigation', 'Police Bail': 'policeBail',
  'Other Disposals': 'otherDisposal', 'To Court': 'toCourt', 'Out of Court': 'outOfCourt',
};

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
