import { authorityChain, type Authority } from './authority-chain.ts';
import type { CustodyLaw } from './limits.ts';
import { hasEnded, type CustodyRecord } from './record.ts';
import type { AuthorityKind } from './arrest.ts';

const OTHER: Readonly<Record<Exclude<AuthorityKind, 'PACE_PRECHARGE'>, readonly [string, string]>> = {
  WARRANT_ARREST: ['arrest warrant: to court as it says', 'the warrant'], BAIL_ACT_S7: ['court bail breached: before a justice within 24 h', 'Bail Act 1976 s.7(4)'],
  RECALL_TO_PRISON: ['recall', 'the recall notice'], IMMIGRATION: ['immigration detention', 'Immigration Act 1971'], BREACH_OF_THE_PEACE: ['breach of the peace', 'common law'],
  MENTAL_HEALTH_ACT_S136: ['Mental Health Act s.136', 'Mental Health Act 1983 s.136'], COURT_REMAND: ['remand by a court', 'MCA 1980 s.128(7)'],
};

/** Why there is no PACE clock: `recall`, `arrest warrant: …` (CUS-8); null where there is one. */
export const noClockWords = (kind: AuthorityKind): string | null => (kind === 'PACE_PRECHARGE' ? null : OTHER[kind][0]);

const NOTHING: Authority = { kind: 'none', words: 'Not held', law: '', until: null, entry: null, why: [] };

/** The authority in force, or the last one where it has ended and the person is still here. */
export function authorityInForce(record: CustodyRecord, law: CustodyLaw): Authority {
  const episode = record.episodes.at(-1);
  if (hasEnded(record) || record.phase === 'onBail' || record.phase === 'enRoute' || !episode) return NOTHING;
  return record.charge ? authorityChain(record, law, episode).findLast((link) => link.kind === 's38')! : (otherAuthority(record) ?? authorityChain(record, law, episode).at(-1)!);
}

/** What held them last, once the detention has ended: the hours that were used are told of its limit. */
export const lastHeldBy = (record: CustodyRecord, law: CustodyLaw): Authority['kind'] => {
  const episode = record.episodes.at(-1);
  return (hasEnded(record) && episode && authorityChain(record, law, episode).findLast((link) => link.kind !== 's38')?.kind) || authorityInForce(record, law).kind;
};

function otherAuthority(record: CustodyRecord): Authority | null {
  if (record.authorityKind === 'PACE_PRECHARGE') return null;
  const [words, source] = OTHER[record.authorityKind];
  return { kind: 'other', words: `No PACE clock: ${words}`, law: source, until: null, entry: record.arrests[0]?.entry ?? null, why: [] };
}
