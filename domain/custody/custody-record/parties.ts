import type { Told } from './told.ts';

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
