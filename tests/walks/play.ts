import type { Actor, OfficerAt, PostHeld } from '#domain/shared/actor';
import { actNamed, decideAct, type Outcome, type Standing } from '#domain/shared/decide';
import type { StoredEvent } from '#domain/shared/event';
import { NO_FACTS, type EarlierDetention, type Facts, type OffenceFact } from '#domain/shared/facts';
import { fullTime, readTime } from '#domain/shared/local-time';
import type { PostName, Rank } from '#domain/shared/posts';
import type { Instant } from '#domain/shared/time';
import { custodyRecordKind } from '#domain/custody/custody-record/custody-record-kind';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import type { CustodyRecord } from '#domain/custody/custody-record/record';

/** Plays a detention as the product decides it, for examples and tests: the same acts, fold and law, with facts given by hand. */
export const HALE = '10000000-0000-4000-8000-000000000001';
export const MARSH = '10000000-0000-4000-8000-000000000002';

export const when = (text: string): Instant => {
  const read = readTime(text);
  if ('problem' in read) throw new RangeError(read.problem.message);
  return read.at;
};

const since = when('2000-01-01T00:00');
const held = (post: PostName, ...stations: string[]): PostHeld => ({ post, stations, from: since, to: null, withdrawnAt: null });

export const officer = (id: string, rank: Rank, posts: readonly PostHeld[] = [], more: Partial<OfficerAt> = {}): OfficerAt => ({ id, shortName: id, name: id, rank, acting: null, posts, teams: [], ...more });
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

export interface Play { readonly facts?: Partial<Facts>; readonly now?: string }

export class Detention {
  standing: Standing<CustodyRecord> = { id: 'example', version: 0, state: custodyRecordKind.empty, lastOccurredAt: null };
  readonly events: StoredEvent[] = [];
  custodyOfficer = OKORO.id;
  earlier: EarlierDetention[] = [];

  get record(): CustodyRecord { return this.standing.state; }

  /** Sends one act as that officer at that London time; what it decided stands if it was accepted. */
  send(act: string, by: OfficerAt, at: string, body: object = {}, { facts = {}, now }: Play = {}): Outcome<CustodyRecord> {
    const outcome = this.what(act, by, at, body, { facts, ...(now ? { now } : {}) });
    if (outcome.outcome === 'accepted') {
      this.events.push(...outcome.events);
      this.standing = { id: 'example', version: this.standing.version + 1, state: outcome.state, lastOccurredAt: outcome.lastOccurredAt };
    }
    return outcome;
  }

  /** Decides and stores nothing: what if. */
  what(act: string, by: OfficerAt, at: string, body: object = {}, { facts = {}, now }: Play = {}): Outcome<CustodyRecord> {
    const schema = actNamed(custodyRecordKind, act).schema as unknown as { parse: (b: object) => unknown };
    const actor: Actor = { kind: 'person', officer: by };
    const known: Facts = { ...NO_FACTS, actor: by, offences: OFFENCES, stations: STATIONS, officers: { [RAO.id]: RAO }, custodyOfficer: this.custodyOfficer, custodyNumber: 'HR/26/0001', earlierDetentions: this.earlier, ...facts };
    return decideAct(custodyRecordKind, this.standing, { act, body: schema.parse(body), at: when(at), now: when(now ?? at), actor, facts: known }, this.events);
  }

  /** When a deadline falls, as the desk reads it. */
  due(key: string): string | null {
    const found = custodyRecordKind.deadlines(this.record, CUSTODY_LAW).find((d) => d.key === key);
    return found?.due ? fullTime(found.due) : null;
  }

  /** Instants at which bells of the authority will sound, as the desk reads them. */
  bells(): string[] {
    const owed = custodyRecordKind.obligations(this.record, CUSTODY_LAW).find((o) => o.taskType === 'authorityToDetain');
    return (owed?.rungs ?? []).filter((r) => r.kind === 'warning').map((r) => fullTime(r.at));
  }
}

export const codes = (outcome: Outcome<CustodyRecord>): string[] => (outcome.outcome === 'refused' ? outcome.refusals.map((r) => r.code) : []);
export const ARREST = {
  authorityKind: 'PACE_PRECHARGE', stationId: HALE, offenceCodes: ['TH68036'], place: 'High Street', officerName: 'PC Ward', necessity: 'Prompt and effective investigation', arrestArea: 'Metropolitan', teamId: 'cid', name: 'James Adeyemi', gender: 'male', dateOfBirth: '1991-05-01',
};
export const NEEDS = { unwell: false, injured: false, drink: false, drugs: false, swallowed: false, selfHarm: false, pregnant: false, consciousnessConcern: false };
export const GROUNDS = { grounds: ['questioning'], groundsText: 'To obtain evidence by questioning', toldInPresence: true };
export const REVIEW = { reminded: true, decision: 'continue', grounds: 'Detention is still necessary', representations: 'Offered to the detainee and the solicitor: none' };
export const EXTEND = { necessary: true, diligent: true, representations: true, grounds: 'Forensic results expected' };
