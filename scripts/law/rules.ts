/**
 * How a rule is known. V: number or rule seen in a source. V~: seen in an older version, an official summary or a secondary source, with
 * nothing contradicting it. K: from knowledge, seen in no source. ours: a convention of Peel or a policy of the force.
 */
export type Status = 'V' | 'V~' | 'K' | 'ours';

/** A rule of custody law by its number; `lacks` says what of it the code does not do, and begins with `Nothing` where it does none of it. */
export interface Rule {
  readonly id: string;
  readonly law: string;
  readonly status: Status;
  readonly says: string;
  readonly lacks: string;
}

type Row = readonly [number: number, status: Status, law: string, says: string, lacks?: string];
const rules = (rows: readonly Row[]): Rule[] => rows.map(([number, status, law, says, lacks = '']) => ({ id: `CUS-${number}`, law, status, says, lacks }));

/** Sections 1 to 8: conventions, actors, arrest, relevant time, clock, reviews, extension, warrants. All of these are to be in the code. */
export const CORE: readonly Rule[] = rules([
  [1, 'K', 'settled practice', 'Hours are elapsed time; days and months are civil dates'],
  [2, 'ours', 'convention', 'Instants in UTC, shown in Europe/London with weekday and zone', 'The offset that was typed is not kept beside the instant; it is Europe/London’s at that instant'],
  [3, 'K', 'the statute says hours', 'Hours are added on the UTC line'],
  [4, 'ours', 'convention', 'Date periods start from the local date of the event'],
  [5, 'ours', 'convention', 'At the limit is in time, the instant after is not'],
  [6, 'V', 'PACE s.45(2)', '“Approximate” is no tolerance: computed to the millisecond, an overrun is a breach'],
  [7, 'ours', 'convention', 'One append-only ledger; every deadline is a function of it', 'A source document is asked for an arrival only'],
  [8, 'ours', 'convention', 'One authority at a time; only PACE before charge runs the s.41 clock'],
  [9, 'ours', 'PACE s.41(7)', 'No authority: UNLAWFUL_DETENTION_RISK to three posts at once, never extended by itself'],
  [10, 'V', 'PACE s.36(1), (3), (4)', 'Custody officer: a sergeant at least, who holds the post; another only with a reason'],
  [11, 'K', 'PACE s.36(5), (6)', 'The custody officer is not involved in the investigation', 'The narrow exceptions (identification, search, drink-drive procedure) are not modelled'],
  [12, 'K', 'PACE s.107', 'A rank may be exercised by authority, by whom and from when to when'],
  [13, 'V', 'PACE s.40(1), (2)', 'Review officer: an inspector not directly involved; after charge the custody officer'],
  [14, 'V', 'PACE s.42(1)', 'Extension: a superintendent responsible for the station'],
  [15, 'K', 'PACE s.39(6), s.40(11)', 'A higher rank’s contrary direction goes to the superintendent at once'],
  [16, 'V~', 'Code C 1.4, 1.5, 1.7', 'Appropriate adult for a child or a vulnerable adult', 'The adult is recorded, an unsuitable one refused, and owed to who is under 18 or taken for it, or may be vulnerable by the immediate needs'],
  [17, 'V~', 'Police Reform Act 2002 s.38', 'Other parties, with the powers of their designation', 'Who came or was spoken to is kept, with an interpreter and a solicitor owed until then; they hold no account or power in Peel. The acts of detention officers are the policy’s list for the post, not a designation of each'],
  [18, 'K', 'PACE s.39(1) to (3)', 'The duty of care moves to the investigator, and back with a report'],
  [19, 'V', 'PACE s.30, Code C 2.1A', 'To a station and before the custody officer as soon as practicable; alerts at 30 and 60 minutes', 'The reason for a delay on the way is not asked'],
  [20, 'V', 'PACE s.41(2)(d)', 'Relevant time: first arrival at a station, where nothing else fits'],
  [21, 'V', 'opinion, no case law', 'Arrival is the yard, not the desk; how it is known is kept'],
  [22, 'K', 'PACE s.41(2)(c)', 'Came voluntarily, arrested there: the time of arrest'],
  [23, 'K', 'PACE s.41(2)(ca)', 'Answers street bail: arrival at the station'],
  [24, 'V', 'PACE s.41(2)(a), (3)', 'Wanted by another area: 24 h, or arrival there'],
  [25, 'V~', 'PACE s.41(2)(b)', 'Arrested abroad: entry + 24 h, or arrival in the area'],
  [26, 'K', 'PACE s.41(4)', 'A further arrest in custody leaves the clock unmoved'],
  [27, 'V', 'PACE s.41(5)', 'Held in one area, wanted in a second: a clock of its own'],
  [28, 'K', 'Police Act 1996 s.1', 'Police areas', 'Areas are typed and held against the list of areas; a name not on it is refused'],
  [29, 'ours', 'convention', '“Questioned?” is answered by a named officer; the facts that chose the branch are kept'],
  [30, 'V', 'PACE s.41(1), (7), (8)', '24 counted hours; bells at 12, 18, 21 and 23'],
  [31, 'V~', 'PACE s.41(6)', 'Hospital for treatment is not counted'],
  [32, 'K', 'PACE s.41(6), s.118(2)', 'The journeys are part of it; straight from arrest no clock runs yet'],
  [33, 'V~', 'PACE s.41(6), Code C 14.2', 'Questioning there counts, and needs the doctor’s agreement'],
  [34, 'V', 'PACE s.41(6)', 'A trip for evidence pauses nothing: the purpose is mandatory'],
  [35, 'V', 'PACE s.47(6), s.34(7)', 'Time on bail is not counted; early attendance has two readings'],
  [36, 'V', 'PACE s.41(9), s.47(2), (7)', 'New evidence: a fresh clock'],
  [37, 'V', 'PCSC Act 2022 Sch 4 Pt 5', 's.46A arrest: up to 3 h not counted (the anchor’s exact words were not seen)'],
  [38, 'K', 'PACE s.41', 'Nothing else stops the clock'],
  [39, 'K', 'PACE s.41(9), s.42(11), s.43(19)', 'No re-arrest for the same offence without new evidence'],
  [40, 'V', 'PACE s.40(3)(a)', 'First review: 6 h from the first authorisation'],
  [41, 'V', 'PACE s.40(3)(b), (c)', 'Then every 9 h from the review actually done'],
  [42, 'V~', 'PACE s.40(4), (5)', 'Postponed on three grounds only, standing at the latest time'],
  [43, 'K', 'PACE s.40(6), (7)', 'A postponement does not move the later reviews'],
  [44, 'V', 'PACE s.40(1)(a), (10)', 'After charge the custody officer reviews'],
  [45, 'K', 'PACE s.40(1)', 'Reviews go on under an extension and a warrant'],
  [46, 'K', 'PACE s.40(12) to (14), Code C 15.3', 'Opportunity to make representations before a review', 'Asked as words; who was offered it, and a refusal to hear, have no fields of their own'],
  [47, 'V', 'PACE s.40A, s.45A', 'By telephone or live link before charge only, with a reason'],
  [48, 'K', 'Code C 15.2 to 15.8', 'The review reminds of legal advice, tells the outcome, is no interview'],
  [49, 'K', 'Code C Note 15C', 'Asleep: told on waking', 'An early review is taken, but no prompt to bring one forward for somebody likely to be asleep'],
  [50, 'V', 'PACE s.42(1)', 'Extension: necessary, indictable, diligent, right officer; to 36 h'],
  [51, 'V', 'PACE s.42(4)', 'After the second review, by the end of 24 h'],
  [52, 'V~', 'PACE s.42(6) to (8)', 'Representations first, awake'],
  [53, 'V', 'PACE s.42(2)', 'A second authority before the first ends, to 36 h'],
  [54, 'V', 'PACE s.42(3)', 'A proposed move to another area: distance and journey weighed'],
  [55, 'K', 'PACE s.42(5), (9)', 'Told the grounds; unused rights reminded', 'That the grounds were told has no time of its own'],
  [56, 'V~', 'PACE s.45ZA, Code C 15.11A to F', 'Live link only with consent after advice', 'One field for consent and adviser; the custody officer’s view and the adult’s presence are not asked'],
  [57, 'K', 'Code C 15.2A', 'Child or vulnerable: special vulnerability, the adult’s views, alternatives', 'One text for the three considerations'],
  [58, 'K', 'PACE s.42(10)', 'At its end charge or release; bells at 30, 33, 35 h and 3 h and 1 h before'],
  [59, 'K', 'Roberts v CC Cheshire [1999] EWCA Civ 655', 'A review missed makes detention unlawful until it is done; kept for ever'],
  [60, 'V', 'PACE s.43(1), (4), (5)(a)', 'Application for a warrant before 36 h', 'Of the three tests only “indictable” is tested again; necessity stands in the information as words, diligence is not asked'],
  [61, 'V', 'PACE s.43(5)(b), (6)', 'The six hours after 36, with the reason in the record'],
  [62, 'K', 'PACE s.43(7)', 'Listed by hour 24; a late application that could have been made before is dismissed'],
  [63, 'V', 'PACE s.43(11), (12)', 'At most 36 h from issue'],
  [64, 'V~', 'PACE s.44', 'Each extension at most 36 h from expiry, never beyond 96'],
  [65, 'V', 'PACE s.43(15) to (17)', 'Refused: to the end of the authority given; again only on evidence since'],
  [66, 'V', 'PACE s.43(2), (3), s.45(1), s.45ZB', 'A copy of the information before the hearing', 'Refused at the application, not at the listing; presence and live link at court are not recorded, representation only where the hearing was adjourned for it'],
  [67, 'K', 'PACE s.43(14)', 'The information has four parts, frozen'],
  [68, 'V~', 'PACE s.44(3)', '96 counted hours is the ceiling'],
]);

/** Rules of later sections that the code touches, wholly or in part, and all of sections 16 and 17. */
export const TOUCHED: readonly Rule[] = rules([
  [80, 'V', 'Code C 3.1', 'Rights told as soon as practicable', 'Solicitor and someone informed only; consulate, interpreter and Codes have no fields'],
  [81, 'V', 'Code C 3.2', 'Written notice', 'Whether it was given; not which version'],
  [83, 'V', 'PACE s.56(2), (3), Code C Annex B', 'Delay of telling someone: inspector, indictable, to 36 h'],
  [84, 'V', 'PACE s.58, Code C 6, Annex B', 'Delay of legal advice: superintendent, indictable, to 36 h'],
  [90, 'K', 'Code C 3.6 to 3.10', 'Risk assessment', 'The first questions, and “was the pre-release assessment done?”; the assessment itself is not built'],
  [91, 'V~', 'Code C 9.5 to 9.14', 'Healthcare professional', 'A red answer says so; calls and directions are not recorded'],
  [95, 'V~', 'Code C 9.3, APP', 'Observation levels and visits (levels 3 and 4: K)'],
  [96, 'V', 'Code C 9.3, Annex H', 'Drink or drugs: visit and rouse, level 2 at least', 'The answers of Annex H are one line'],
  [97, 'K', 'APP', 'Levels 3 and 4: named observer, handover', 'Only that nobody has confirmed these levels; observers are not recorded'],
  [114, 'V', 'PACE s.37(1), (10)', 'The custody officer decides on arrival'],
  [115, 'V', 'PACE s.37(2) to (6)', 'Detention only on grounds, written in their presence and told'],
  [116, 'V', 'PACE s.34(2) to (4)', 'Release is the custody officer’s'],
  [117, 'V~', 'PACE s.37(7) to (9), s.37A, s.37B', 'Charge, or release with or without bail', 'The prosecutor’s decision, notices and s.37(9) are not built'],
  [132, 'V', 'PACE s.50A', 'Bail only if necessary and proportionate', 'Asked as words'],
  [144, 'K', 'PACE s.37D(1), (2), s.47(3)(b)', 'Another time or station for the return, with written notice', 'Bail periods and their ends are not built'],
  [145, 'K', 'PACE s.47(1A), Bail Act 1976 s.3, s.3A', 'Bail conditions each have a purpose', 'Conditions and purposes are two texts, not a list'],
  [147, 'V', 'PACE s.46A', 'Arrest for failing to answer bail or breaking its conditions'],
  [180, 'V', 'Code C 2.1', 'A record for everybody arrested, even if not detained'],
  [181, 'V~', 'Code C 2.1 to 2.7', 'Contents of the record', 'What these acts tell; meals, rest, medical care, property, searches, force and interviews are not built'],
  [182, 'V', 'Code C 2.2, 2.6, 2.6A, 2.7', 'Timed and signed entries', 'Every entry has its maker and both times; refusals to sign and warrant numbers are not recorded'],
  [183, 'V', 'Code C 2.3', 'The record travels with the detainee', 'One record for the whole force; nothing is sent to another force'],
  [184, 'V', 'Code C 2.4, 2.5', 'Consultation and copies', 'Nothing'],
  [185, 'V', 'Code C 2.1', 'Video is no part of the record', 'Nothing to build: none is held'],
  [186, 'V~', 'Code C 2.4', 'Retention', 'Nothing: nothing is deleted'],
  [187, 'K', 'Data Protection Act 2018 Part 3', 'Access log for every view; no deletion before schedule', 'The log is there; health fields and children are not restricted further'],
  [188, 'K', 'practice', 'Escort record with every movement', 'Nothing'],
  [190, 'ours', 'convention', 'A time that came twice, or never, is asked, not guessed'],
  [191, 'ours', 'convention', 'Midnight: dates are local', 'Visits are elapsed; meals and rest are not built'],
  [192, 'ours', 'convention', 'Bank holidays move a custody time limit only', 'Nothing to build here: no deadline of these sections asks for one'],
  [193, 'ours', 'PACE s.41(6)', 'Departure without return stays paused; release from hospital ends it'],
  [194, 'ours', 'PACE s.41', 'A move inside the area changes no clock'],
  [195, 'ours', 'PACE s.41(5)', 'To another force: both clocks are shown'],
  [196, 'ours', 'PACE s.41(4)', 'Several arrests, one clock'],
  [197, 'ours', 'PACE s.41(9), s.46A, s.47(2)', 'Three commands for three kinds of re-arrest'],
  [198, 'ours', 'Code C 1.5', 'Eighteen during detention', 'Nothing of its own: age is taken at the last arrest on the board, at the arrival for the adult, at the act for an extension'],
  [199, 'ours', 'Code C 1.5', 'In doubt, a child'],
]);

/** Sections of which nothing but the rules above is built yet. */
export const LATER: readonly { readonly section: string; readonly rules: readonly (readonly [from: number, to: number])[] }[] = [
  { section: '9 Terrorism, port and state-threat detention', rules: [[70, 79]] },
  { section: '10 Rights and care', rules: [[80, 113], [154, 154]] },
  { section: '11 Decisions before charge', rules: [[114, 117], [129, 129]] },
  { section: '12 After charge', rules: [[118, 128]] },
  { section: '13 Pre-charge bail periods', rules: [[130, 153]] },
  { section: '14 Custody time limits', rules: [[160, 168]] },
  { section: '15 Voluntary attendance', rules: [[170, 173]] },
];
