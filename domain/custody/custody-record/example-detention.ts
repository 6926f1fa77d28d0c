import type { EarlierDetention, Facts, OffenceFact, TeamFact } from '../../shared/facts.ts';
import { Example, held, officer, when, type ActCase, type ActCases } from '../../shared/example.ts';
import { fullTime } from '../../shared/local-time.ts';
import { rulesOf } from '../../shared/record-kind.ts';
import { custodyRecordKind } from './custody-record-kind.ts';
import { CUSTODY_LAW, type CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';

export const HALE = '10000000-0000-4000-8000-000000000001';
export const MARSH = '10000000-0000-4000-8000-000000000002';
export const OKORO = officer('PS Okoro', 'sergeant', [held('custodySergeant', HALE)]);
export const BELL = officer('DDO Bell', 'staff', [held('detentionOfficer', HALE)]);
export const RAO = officer('Insp Rao', 'inspector', [held('custodyInspector', HALE)]);
export const CLARKE = officer('Supt Clarke', 'superintendent', [held('superintendent', HALE)]);
export const VANCE = officer('Ch Insp Vance', 'chief_inspector', [held('superintendent', MARSH)]);
export const LIM = officer('PS Lim', 'sergeant', [held('custodySergeant', HALE)], { teams: ['cid'] });
export const SHAH = officer('DI Shah', 'inspector', [], { teams: ['cid'] });

const offence = (code: string, title: string, offenceClass: OffenceFact['offenceClass']): OffenceFact => ({ code, title, offenceClass, indictable: offenceClass !== 'SUMMARY' });
const OFFENCES: Record<string, OffenceFact> = Object.fromEntries([offence('TH68036', 'Burglary', 'EITHER_WAY'), offence('TH68010', 'Theft from a shop', 'EITHER_WAY'), offence('CJ88001', 'Common assault', 'SUMMARY')].map((o) => [o.code, o]));
const station = (id: string, name: string, area = 'Metropolitan') => ({ id, name, code: name.slice(0, 2).toUpperCase(), area, designated: true, cells: [] });
const STATIONS = { [HALE]: station(HALE, 'Hale Road'), [MARSH]: station(MARSH, 'Marsh Lane') };

const TEAMS: Record<string, TeamFact> = { cid: { id: 'cid', name: 'CID' }, robbery: { id: 'robbery', name: 'Robbery' } };

/** A detention at Hale Road, as cases and walks play it. Ships with no product code. */
export class Detention extends Example<CustodyRecord, CustodyLaw> {
  custodyOfficer = OKORO.id;
  earlier: EarlierDetention[] = [];

  constructor() { super(custodyRecordKind); }

  protected override known(): Partial<Facts> {
    return { offences: OFFENCES, stations: STATIONS, officers: { [RAO.id]: RAO, [OKORO.id]: OKORO }, teams: TEAMS, custodyOfficer: this.custodyOfficer, custodyNumber: 'HR/26/0001', earlierDetentions: this.earlier };
  }

  /** When a deadline falls, as the desk reads it. */
  due(key: string): string | null {
    const found = custodyRecordKind.deadlines(this.record, CUSTODY_LAW).find((d) => d.key === key);
    return found?.due ? fullTime(found.due) : null;
  }

  /** Codes of the breaches known at that time. */
  breachCodes(at: string): string[] { return custodyRecordKind.breaches(this.record, CUSTODY_LAW, when(at)).map((b) => b.code); }

  /** What a court would read of the breaches with that code, as known at that time. */
  breachWords(code: string, at: string): string[] { return custodyRecordKind.breaches(this.record, CUSTODY_LAW, when(at)).filter((b) => b.code === code).map((b) => b.text); }

  /** When the open duty of that task type falls due, as the desk reads it. */
  taskDue(taskType: string): string {
    const owed = custodyRecordKind.obligations(this.record, CUSTODY_LAW).find((o) => o.taskType === taskType);
    return owed ? (owed.due ? fullTime(owed.due) : 'no time of its own') : 'not owed';
  }

  /** The later of two lawful readings, shown beside a deadline. */
  otherReading(key: string): string | null {
    const found = custodyRecordKind.deadlines(this.record, CUSTODY_LAW).find((d) => d.key === key)?.otherReading;
    return found ? fullTime(found.due) : null;
  }

  /** Since when, or until when, detention was without authority, as a court reads it. */
  unlawful(at: string): string[] { return this.breachWords('UNLAWFUL_DETENTION_RISK', at); }

  /** Duties open now "as soon as practicable", by their task types. */
  owed(): string[] { return custodyRecordKind.obligations(this.record, CUSTODY_LAW).filter((o) => o.asap).map((o) => o.taskType); }

  /** The timeline's line of the entry made last. */
  says(): string {
    const entry = this.events.at(-1)!;
    return rulesOf(custodyRecordKind)[entry.type]!.says(entry as never);
  }

  /** Instants at which bells of the authority will sound, as the desk reads them. */
  bells(): string[] {
    const owed = custodyRecordKind.obligations(this.record, CUSTODY_LAW).find((o) => o.taskType === 'authorityToDetain');
    return (owed?.rungs ?? []).filter((r) => r.kind === 'warning').map((r) => fullTime(r.at));
  }
}

export const ARREST = {
  authorityKind: 'PACE_PRECHARGE', stationId: HALE, offenceCodes: ['TH68036'], place: 'High Street', officerName: 'PC Ward', necessity: 'Prompt and effective investigation', arrestArea: 'Metropolitan', teamId: 'cid', name: 'James Adeyemi', gender: 'male', dateOfBirth: '1991-05-01',
};
export const NEEDS = { unwell: false, injured: false, drink: false, drugs: false, swallowed: false, selfHarm: false, pregnant: false, consciousnessConcern: false, vulnerable: false };
export const GROUNDS = { grounds: ['questioning'], groundsText: 'To obtain evidence by questioning', toldInPresence: true };
export const REVIEW = { reminded: true, decision: 'continue', grounds: 'Detention is still necessary', representations: 'Offered to the detainee and the solicitor: none' };
export const EXTEND = { necessary: true, diligent: true, representations: true, grounds: 'Forensic results expected' };

/** Arrested where they are, for an offence that Kent seeks them for: whether they were questioned decides the branch (CUS-24). */
export const SOUGHT_BY_KENT = { soughtArea: 'Kent' };
/** An acting inspector until noon (CUS-12). */
export const ACTING = officer('A/Insp Noor', 'sergeant', [], { acting: { rank: 'inspector', giverId: CLARKE.id, giverName: CLARKE.id, giverRank: 'superintendent', from: when('2026-01-12T06:00'), to: when('2026-01-12T12:00'), reason: 'Absence' } });
export const WARD = officer('PC Ward', 'constable');
const EARLIER: EarlierDetention = {
  recordId: '20000000-0000-4000-8000-000000000001', custodyNumber: 'HR/25/0900', stationName: 'Hale Road', inCustody: false, arrivedAt: when('2025-12-01T08:30'), onBail: false, offenceCodes: ['TH68036'], endedAt: when('2025-12-01T12:00'), ending: 'noFurtherAction',
};
/** What the server knows where the same person was held for burglary in December. */
export const heldBefore = (more: Partial<EarlierDetention> = {}): Partial<Facts> => ({ earlierDetentions: [{ ...EARLIER, ...more }] });

export const custodyCases = (...cases: readonly ActCase<Detention>[]): ActCases<Detention> => ({ start: () => new Detention(), cases });

/** Arrested at 08:00 on Monday 12 January 2026, on the way to Hale Road; `arrest` where its facts are not the usual ones. */
export const onTheWay = (d: Detention, arrest: object = {}): Detention => d.must('recordArrest', { by: OKORO, at: '2026-01-12T08:00', body: { ...ARREST, ...arrest } });

/** In the yard of Hale Road at 08:30, waiting for the decision. */
export const arrived = (d: Detention, arrest: object = {}): Detention =>
  onTheWay(d, arrest).must('recordArrival', { by: OKORO, at: '2026-01-12T08:30', body: { stationId: HALE, source: 'gateLog' } });

/** Detention authorised at 09:00, nothing else done but the immediate needs. */
export const authorised = (d: Detention, arrest: object = {}): Detention =>
  arrived(d, arrest).must('recordImmediateNeeds', { by: OKORO, at: '2026-01-12T08:50', body: NEEDS }).must('authoriseDetention', { by: OKORO, at: '2026-01-12T09:00', body: GROUNDS });

/** Detained: authorised at 09:00, needs and level 1 recorded, rights given. Limits 08:30 on the 13th, 20:30 on the 13th, 08:30 on the 16th; review 1 by 15:00. */
export const detained = (d: Detention, arrest: object = {}): Detention =>
  authorised(d, arrest).must('setObservationLevel', { by: OKORO, at: '2026-01-12T09:02', body: { level: '1', reason: 'Calm' } })
    .must('giveRights', { by: OKORO, at: '2026-01-12T09:05', body: { solicitorWanted: false, someoneInformed: true, noticeGiven: true } });

/** Reviewed at 14:00 and 22:00, so that an extension may be given. */
export const twiceReviewed = (d: Detention): Detention =>
  detained(d).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: REVIEW }).must('conductReview', { by: RAO, at: '2026-01-12T22:00', body: REVIEW }) as Detention;

/** Extended at 06:00 on the 13th to the 36 hours, 20:30. */
export const extended = (d: Detention): Detention =>
  twiceReviewed(d).must('authoriseExtension', { by: CLARKE, at: '2026-01-13T06:00', body: { ...EXTEND, until: '2026-01-13T20:30' } }) as Detention;

export const INFORMATION = { natureOfOffence: 'Burglary', natureOfEvidence: 'Fingerprint at the scene', inquiries: 'Three houses searched; two more planned', necessity: 'To question about the third address' };

/** Extended, the court listed for 18:00 on the 13th, the information served at 16:00. */
export const served = (d: Detention): Detention =>
  extended(d).must('recordHearingListed', { by: LIM, at: '2026-01-13T12:00', body: { listedFor: '2026-01-13T18:00', court: 'Camberwell', reference: 'W/7' } }).must('serveWarrantInformation', { by: LIM, at: '2026-01-13T16:00', body: INFORMATION });

/** Applied for a warrant at 18:00 on the 13th. */
export const applied = (d: Detention): Detention => served(d).must('applyForWarrant', { by: LIM, at: '2026-01-13T18:00' });

/** Released on bail at 12:30 on the 12th, four hours counted, to return at 10:00 on Monday 2 February. */
export const bailed = (d: Detention): Detention => detained(d).must('releaseOnBail', { by: OKORO, at: '2026-01-12T12:30', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } });

/** Released at noon on the 12th. */
export const released = (d: Detention): Detention => detained(d).must('release', { by: OKORO, at: '2026-01-12T12:00', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Inquiries go on; taxi home' } });
