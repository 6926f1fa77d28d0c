import type { Instant } from '../../shared/time.ts';
import type { CustodyRecord } from './record.ts';
import type { AppropriateAdult, Told } from './told.ts';

export const PARTIES = {
  solicitor: 'Solicitor or accredited representative', interpreter: 'Interpreter', healthcareProfessional: 'Healthcare professional', escortOfficer: 'Escort officer', custodyVisitor: 'Independent custody visitor',
  prosecutor: 'Prosecutor', localAuthority: 'Local authority', youthOffendingTeam: 'Youth offending team', consulate: 'Consulate', iopc: 'IOPC',
} as const;
export type Party = keyof typeof PARTIES;

/** CUS-17: who came for the detainee, or was spoken to, and in what part; who is police here has places of their own in the record. */
export interface Attendance extends Told {
  readonly party: Party;
  readonly name: string;
  readonly organisation: string;
  readonly how: 'inPerson' | 'telephone' | 'liveLink';
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** One name, however it is spaced or written large; a name not known is nobody's. */
export const sameName = (a: string, b: string): boolean => plain(a) !== '' && plain(a) === plain(b);

/** Police of the case, as the record itself names them. */
export const isPoliceHere = (record: CustodyRecord, name: string): boolean => [record.investigation.officerName, ...record.arrests.map((a) => a.officerName)].some((officer) => sameName(officer, name));

/** Code C 1.7, Note 1F: who acts as solicitor or as custody visitor is not the appropriate adult. */
const NOT_ADULT: readonly Party[] = ['solicitor', 'custodyVisitor'];

/** In what part somebody of that name came who therefore cannot be the appropriate adult; null where in none. */
export const cameInBarredPart = (record: CustodyRecord, name: string): Party | null => record.attendances.find((a) => NOT_ADULT.includes(a.party) && sameName(a.name, name))?.party ?? null;

/** Appropriate adults recorded since then who came in no part that bars them. */
export const adultsSince = (record: CustodyRecord, since: Instant): readonly AppropriateAdult[] => record.appropriateAdults.filter((a) => a.at >= since && cameInBarredPart(record, a.name) === null);

/** Who came in that part since then; police of the case interpret for nobody as an independent person would (Code C 13.1A). */
export const cameSince = (record: CustodyRecord, party: Party, since: Instant): readonly Attendance[] =>
  record.attendances.filter((a) => a.party === party && a.at >= since && !(party === 'interpreter' && isPoliceHere(record, a.name)));
