import { closed, OPEN, opensLater, type Decision, type Opening, type Telling } from '../../shared/act.ts';
import { actorId, actorName, type OfficerAt } from '../../shared/actor.ts';
import { effectiveRank } from '../../shared/effective-rank.ts';
import type { StoredEvent } from '../../shared/event.ts';
import { atLeast } from '../../shared/posts.ts';
import { lawAt } from '../../shared/law.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import { involved } from './independence.ts';
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

/** CUS-10: of the rank that the post asks for. */
const isCustodyOfficer = (officer: OfficerAt, { at, law }: CustodyDecision): boolean => atLeast(effectiveRank(officer, at), lawAt(law.custodyOfficerLeastRank, at).value);

/**
 * CUS-10, CUS-11: custody decisions belong to who holds the custody officer's post at that time, a sergeant at least, not involved
 * in the investigation. An officer of any rank, never police staff,
 * may act only where no custody officer is readily available, and says so.
 */
export function custodyOfficerRefusals(record: CustodyRecord, when_: CustodyDecision, fallbackReason: string): Refusal[] {
  const officer = officerOf(when_);
  const holds = when_.facts.custodyOfficer === officer.id && isCustodyOfficer(officer, when_);
  const standsIn = fallbackReason.trim() !== '' && atLeast(officer.rank, 'constable');
  return [
    ...when(!holds && !standsIn, refusal('NOT_CUSTODY_OFFICER', {
      message: `${officer.shortName} does not hold the custody officer's post at ${record.stationName || 'this station'}. Take over the post, or say why no custody officer is readily available.`,
    })),
    ...when(involved(record, officer), refusal('CONFLICT_OF_ROLE', { law: 'PACE s.36(5)', message: `${officer.shortName} is on the investigation team. The custody officer must not be involved in the investigation.` })),
  ];
}

/** PACE s.36(4): what an officer who does not hold the post says for deciding all the same, and who did hold it; both stay on the record. */
export interface StoodIn { readonly noCustodyOfficer?: string; readonly postHolder?: { readonly id: string; readonly shortName: string } }

/** CUS-10: a reason suffices in law, and does not pass quietly where a sergeant held the post: the event keeps who. */
export function stoodIn(reason: string, when_: CustodyDecision): StoodIn {
  if (reason.trim() === '') return {};
  const holder = when_.facts.officers[when_.facts.custodyOfficer ?? ''];
  const other = holder !== undefined && holder.id !== officerOf(when_).id && isCustodyOfficer(holder, when_);
  return { noCustodyOfficer: reason, ...(other ? { postHolder: { id: holder.id, shortName: holder.shortName } } : {}) };
}

export const stoodInWords = ({ noCustodyOfficer, postHolder }: StoodIn): string =>
  (noCustodyOfficer ? `. No custody officer readily available (s.36(4)): ${noCustodyOfficer}${postHolder ? `. ${postHolder.shortName} held the post` : ''}` : '');

/** What who stood in hears with the acceptance. */
export const stoodInNotes = ({ postHolder }: StoodIn): string[] =>
  (postHolder ? [`${postHolder.shortName} held the custody officer's post then, and is told that you decided in their place. PACE s.36(4)`] : []);

/** Who held the post is told by name that somebody else decided. */
export const tellHolder = (event: StoredEvent<string, StoodIn>): Telling[] => {
  const { postHolder } = event.data;
  return postHolder ? [{ officerId: postHolder.id, title: `${event.actorName} decided in your place as custody officer, saying that you were not readily available (PACE s.36(4))` }] : [];
};

/** s.39: the officer who answered for the detainee then, by the post; '' where nobody held it. */
export const inChargeThen = ({ facts }: CustodyDecision): string => facts.officers[facts.custodyOfficer ?? '']?.shortName ?? '';

/** What a custody decision asks the server to know: who held the post at the station then. */
export const postNeeds = (record: CustodyRecord) => ({ custodyOfficerOf: record.stationId });

/** Why nothing else is open in each phase: where they are, and what comes first. */
const WHERE: Readonly<Record<Phase, string>> = {
  enRoute: 'They are on the way to the station: the arrival comes first.',
  arrived: 'Whether to detain them is not decided yet: that comes first.',
  detained: 'They are detained at the station.',
  withInvestigator: 'They are with the investigator: the return comes first.',
  inHospital: 'They are in hospital with an escort: the return comes first.',
  inTransit: 'They are on the way to another station: the arrival comes first.',
  onBail: 'They are on bail: nobody is detained under this record until they are back.',
  notDetained: 'Detention was not authorised: this record has ended.',
  released: 'They have left: this detention has ended.',
  handedOver: 'They are with another force: this detention has ended.',
};
/** Keeping whoever is charged is decided anew, and not for long. */
const CHARGED = 'They have been charged: detention without charge is over. Whether they are kept is decided under PACE s.38, and they go before a court (s.46).';
const elsewhere = ({ phase }: CustodyRecord): Opening => closed(WHERE[phase]);

export const opensIn = (record: CustodyRecord, ...phases: readonly Phase[]): Opening => (phases.includes(record.phase) ? OPEN : elsewhere(record));
export const opensWhileHeld = (record: CustodyRecord): Opening => (inCustody(record) ? OPEN : elsewhere(record));
/** Gone to hospital before anybody decided, they are held and not detained: nothing that needs a detention is offered. */
export const opensInCustody = (record: CustodyRecord): Opening => (authorisedNow(record) && inCustody(record) && record.phase !== 'arrived' ? OPEN : elsewhere(record));
/** Whoever has been charged and has left is told to have left. */
export const opensBeforeCharge = (record: CustodyRecord): Opening => { const base = opensInCustody(record); return base.open && record.charge ? closed(CHARGED) : base; };
export const opensWhileOpen = (record: CustodyRecord): Opening => (hasEnded(record) ? elsewhere(record) : OPEN);
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
