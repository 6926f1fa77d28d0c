import { closed, OPEN, opensLater, type Decision, type Opening } from '../../shared/act.ts';
import { actorId, actorName, type OfficerAt } from '../../shared/actor.ts';
import type { StoredEvent } from '../../shared/event.ts';
import { atLeast } from '../../shared/posts.ts';
import { lawAt } from '../../shared/law.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import { effectiveRank, involved } from './independence.ts';
import type { CustodyLaw } from './limits.ts';
import { authorisedNow, hasEnded, inCustody, type CustodyRecord } from './record.ts';
import type { Phase, Told } from './told.ts';
import { refusal } from './refusals.ts';

export type CustodyDecision = Decision<CustodyLaw>;

/** Who told a fact, in which entry, when it happened: the head of every fact in the state. */
export const toldBy = (event: StoredEvent<string, unknown>): Told => ({ at: event.occurredAt, by: event.actorName, byId: event.actor, entry: `${event.version}.${event.n}` });

/** The officer as known at the act's own time; Peel's own processes have no rank and may not decide what is a person's to decide. */
export const officerOf = (when_: CustodyDecision): OfficerAt =>
  when_.facts.actor ?? { id: actorId(when_.actor), shortName: actorName(when_.actor), name: actorName(when_.actor), rank: 'staff', acting: null, posts: [], teams: [] };

/**
 * CUS-10, CUS-11: custody decisions belong to who holds the custody officer's post at that time, a sergeant at least, not involved
 * in the investigation. An officer of any rank, never police staff,
 * may act only where no custody officer is readily available, and says so.
 */
export function custodyOfficerRefusals(record: CustodyRecord, when_: CustodyDecision, fallbackReason: string): Refusal[] {
  const officer = officerOf(when_);
  const holds = when_.facts.custodyOfficer === officer.id && atLeast(effectiveRank(officer, when_.at), lawAt(when_.law.custodyOfficerLeastRank, when_.at).value);
  const standsIn = fallbackReason.trim() !== '' && atLeast(officer.rank, 'constable');
  return [
    ...when(!holds && !standsIn, refusal('NOT_CUSTODY_OFFICER', {
      message: `${officer.shortName} does not hold the custody officer's post at ${record.stationName || 'this station'}. Take over the post, or say why no custody officer is readily available.`,
    })),
    ...when(involved(record, officer), refusal('CONFLICT_OF_ROLE', { law: 'PACE s.36(5)', message: `${officer.shortName} is on the investigation team. The custody officer must not be involved in the investigation.` })),
  ];
}

/** PACE s.36(4): what an officer who does not hold the post says for deciding all the same; it stays on the record. */
export interface StoodIn { readonly noCustodyOfficer?: string }
export const stoodIn = (reason: string): StoodIn => (reason.trim() === '' ? {} : { noCustodyOfficer: reason });
export const stoodInWords = ({ noCustodyOfficer }: StoodIn): string => (noCustodyOfficer ? `. No custody officer readily available (s.36(4)): ${noCustodyOfficer}` : '');

/** What a custody decision asks the server to know: who held the post at the station then. */
export const postNeeds = (record: CustodyRecord) => ({ custodyOfficerOf: record.stationId });

export const opensIn = (record: CustodyRecord, ...phases: readonly Phase[]): Opening => (phases.includes(record.phase) ? OPEN : closed('Not at this stage of the detention.'));
export const opensInCustody = (record: CustodyRecord): Opening => (inCustody(record) && record.phase !== 'arrived' ? OPEN : closed('Nobody is detained under this record now.'));
export const opensBeforeCharge = (record: CustodyRecord): Opening => (record.charge ? closed('They have been charged.') : opensInCustody(record));
export const opensWhileOpen = (record: CustodyRecord): Opening => (hasEnded(record) ? closed('This detention has ended.') : OPEN);
export { closed, OPEN, opensLater };

/** `stands` for happenings that need the person to be in one of these phases. */
export const needsPhase = (phases: readonly Phase[], why: string) => (record: CustodyRecord): string | null => (phases.includes(record.phase) ? null : why);
export const needsDetention = (what: string) => (record: CustodyRecord): string | null =>
  authorisedNow(record) && inCustody(record) && record.phase !== 'arrived' ? null : `${what} cannot be told before detention is authorised, or after it has ended.`;

/** Appends to one of the state's lists. */
export const add = <K extends keyof CustodyRecord>(record: CustodyRecord, list: K, fact: CustodyRecord[K] extends readonly (infer F)[] ? F : never): CustodyRecord =>
  ({ ...record, [list]: [...(record[list] as readonly unknown[]), fact] });

/** Changes the last fact of a list; the list must not be empty. */
export function changeLast<K extends keyof CustodyRecord>(record: CustodyRecord, list: K, change: (fact: CustodyRecord[K] extends readonly (infer F)[] ? F : never) => object): CustodyRecord {
  const facts = record[list] as readonly unknown[];
  return { ...record, [list]: [...facts.slice(0, -1), change(facts.at(-1) as never)] };
}

/** Ends the episode that runs. */
export const endEpisode = (record: CustodyRecord, at: Told['at']): CustodyRecord => ({ ...record, episodes: record.episodes.map((e) => (e.to === null ? { ...e, to: at } : e)) });
