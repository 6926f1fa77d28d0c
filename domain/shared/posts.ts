/** Ranks of the British police, lowest first, with the Metropolitan Police's own above chief superintendent. */
export const RANKS = [
  'staff', 'constable', 'sergeant', 'inspector', 'chief_inspector', 'superintendent', 'chief_superintendent',
  'commander', 'deputy_assistant_commissioner', 'assistant_commissioner', 'deputy_commissioner', 'commissioner',
] as const;
export type Rank = (typeof RANKS)[number];

/** True where `rank` is `least` or above. */
export const atLeast = (rank: Rank, least: Rank): boolean => RANKS.indexOf(rank) >= RANKS.indexOf(least);

export const RANK_WORDS: Record<Rank, string> = {
  staff: 'police staff', constable: 'constable', sergeant: 'sergeant', inspector: 'inspector', chief_inspector: 'chief inspector',
  superintendent: 'superintendent', chief_superintendent: 'chief superintendent', commander: 'commander',
  deputy_assistant_commissioner: 'deputy assistant commissioner', assistant_commissioner: 'assistant commissioner',
  deputy_commissioner: 'deputy commissioner', commissioner: 'commissioner',
};

/** How an officer is named on a screen: `PS Okoro`, `Insp Rao`, `Supt Clarke`. */
const RANK_SHORT: Record<Rank, string> = {
  staff: '', constable: 'PC', sergeant: 'PS', inspector: 'Insp', chief_inspector: 'Ch Insp', superintendent: 'Supt',
  chief_superintendent: 'Ch Supt', commander: 'Cmdr', deputy_assistant_commissioner: 'DAC', assistant_commissioner: 'AC',
  deputy_commissioner: 'Dep Comr', commissioner: 'Comr',
};

/** `an inspector`, `a sergeant` */
export const aOrAn = (words: string): string => `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;

/** `PS Okoro`; a constable in a team of investigators is `DC Cole`; police staff have no rank to be called by, and go by their whole name. */
export function shortName(rank: Rank, name: string, investigates = false): string {
  if (rank === 'staff') return name;
  return `${rank === 'constable' && investigates ? 'DC' : RANK_SHORT[rank]} ${name.split(' ').at(-1) ?? ''}`;
}

/** The posts of policy.md. A post is held by a person for a time at stations or in a team; it is what permission hangs on. */
export const POSTS = [
  'custodySergeant', 'detentionOfficer', 'custodyInspector', 'superintendent', 'investigatingOfficer', 'supervisor',
  'caseManager', 'auditor', 'administrator', 'custodyVisitor',
] as const;
export type PostName = (typeof POSTS)[number];

export const POST_WORDS: Record<PostName, string> = {
  custodySergeant: 'Custody sergeant', detentionOfficer: 'Detention officer', custodyInspector: 'Custody inspector',
  superintendent: 'Superintendent', investigatingOfficer: 'Investigating officer', supervisor: 'Supervisor', caseManager: 'Case manager',
  auditor: 'Auditor', administrator: 'Administrator', custodyVisitor: 'Independent custody visitor',
};
