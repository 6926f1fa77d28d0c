import type { PostName, Rank } from '../shared/posts.ts';

/** An invented officer whom the development identity provider lets anyone be. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly rank: Rank;
  readonly post: PostName;
  /** Station names; empty for a post of a team or of the force. */
  readonly stations: readonly string[];
  readonly team?: string;
  readonly tries: string;
}

export const OWN_STATIONS = ['Hale Road', 'Kestrel Street'] as const;
const HALE = ['Hale Road'];
const KESTREL = ['Kestrel Street'];
const id = (n: number): string => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
const CID = 'cid-team-3';

/** One for each post of policy.md, at two stations where a post belongs to a station. */
export const PERSONAS: readonly Persona[] = [
  { id: id(1), name: 'Ada Okoro', rank: 'sergeant', post: 'custodySergeant', stations: HALE, tries: 'book in, authorise, release; the whiteboard' },
  { id: id(2), name: 'Marcus Hale', rank: 'sergeant', post: 'custodySergeant', stations: HALE, tries: 'take over as custody officer' },
  { id: id(3), name: 'Joan Bell', rank: 'staff', post: 'detentionOfficer', stations: HALE, tries: 'visits and rousing' },
  { id: id(4), name: 'Sunita Rao', rank: 'inspector', post: 'custodyInspector', stations: HALE, tries: 'reviews; the inbox of the station' },
  { id: id(5), name: 'Peter Clarke', rank: 'superintendent', post: 'superintendent', stations: [...HALE, ...KESTREL], tries: 'extend detention; alarms' },
  { id: id(6), name: 'Ruth Vance', rank: 'chief_inspector', post: 'superintendent', stations: ['Marsh Lane'], tries: 'an extension at another station: every reason against it at once' },
  { id: id(7), name: 'Daniel Cole', rank: 'constable', post: 'investigatingOfficer', stations: [], team: CID, tries: 'own cases: clocks, warrant information' },
  { id: id(8), name: 'Imran Shah', rank: 'inspector', post: 'supervisor', stations: [], team: CID, tries: 'team tasks; refused as reviewer of own cases' },
  { id: id(9), name: 'Grace Lim', rank: 'sergeant', post: 'custodySergeant', stations: HALE, team: CID, tries: 'a sergeant on the team: refused, CONFLICT_OF_ROLE' },
  { id: id(10), name: 'Helen Ng', rank: 'staff', post: 'caseManager', stations: [], tries: 'signs in; files come with their area' },
  { id: id(11), name: 'Owen Price', rank: 'staff', post: 'auditor', stations: [], tries: 'the audit log' },
  { id: id(12), name: 'Lena Fox', rank: 'staff', post: 'administrator', stations: [], tries: 'roster, operations, holds' },
  { id: id(13), name: 'Tomas Reid', rank: 'sergeant', post: 'custodySergeant', stations: KESTREL, tries: 'the second station' },
  { id: id(14), name: 'Amy Doyle', rank: 'staff', post: 'detentionOfficer', stations: KESTREL, tries: 'visits at the second station' },
  { id: id(15), name: 'Karim Aziz', rank: 'inspector', post: 'custodyInspector', stations: KESTREL, tries: 'reviews at the second station' },
  { id: id(16), name: 'Bridget Kane', rank: 'chief_superintendent', post: 'superintendent', stations: [], tries: 'gives acting ranks' },
  { id: id(17), name: 'Arthur Pym', rank: 'staff', post: 'custodyVisitor', stations: HALE, tries: 'signs in; visits come with their area' },
];

/** Fourteen invented stations of one force; the first two are the personas' own. */
export const STATIONS: readonly { readonly name: string; readonly code: string }[] = [
  { name: 'Hale Road', code: 'HR' }, { name: 'Kestrel Street', code: 'KS' }, { name: 'Marsh Lane', code: 'ML' }, { name: 'Quarry Hill', code: 'QH' }, { name: 'Orchard Gate', code: 'OG' }, { name: 'Tanner Row', code: 'TR' },
  { name: 'Beacon Way', code: 'BW' }, { name: 'Foundry Place', code: 'FP' }, { name: 'Weir Bridge', code: 'WB' }, { name: 'Chandler Cross', code: 'CC' }, { name: 'Mill Common', code: 'MC' }, { name: 'Rook Lane', code: 'RL' },
  { name: 'Saltmarket', code: 'SM' }, { name: 'Vine Court', code: 'VC' },
];
export const INVESTIGATION_TEAM = { id: CID, name: 'CID team 3' };
