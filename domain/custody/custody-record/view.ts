import * as z from 'zod/mini';
import { slug, type Decision } from '../../shared/act.ts';
import type { Actor } from '../../shared/actor.ts';
import { CORRECTED, type CorrectionData, type StoredEvent } from '../../shared/event.ts';
import type { Facts } from '../../shared/facts.ts';
import type { Obligation } from '../../shared/obligation.ts';
import { POST_WORDS } from '../../shared/posts.ts';
import { effectiveEvents, rulesOf } from '../../shared/record-kind.ts';
import { lawAt } from '../../shared/law.ts';
import { elapsed, plusHours, type Instant } from '../../shared/time.ts';
import { urgency } from '../../shared/urgency.ts';
import { authorityInForce, lastHeldBy } from './authority.ts';
import { board, limitMs } from './columns.ts';
import { countedAt, ledgerOf, limits, pausedAt, type Ledger } from './detention-clock.ts';
import { custodyRecordKind } from './custody-record-kind.ts';
import { inOrder } from './entry-order.ts';
import type { CustodyLaw } from './limits.ts';
import { furtherArrest, offencesOf, offencesUnderArrest, type CustodyRecord } from './record.ts';
import { otherForceClock, relevantTime, transfer } from './relevant-time.ts';
import { noAuthorityFrom } from './unlawful-detention.ts';

const why = z.object({ text: z.string(), at: z.optional(z.string()), law: z.optional(z.string()) });
const deadline = z.object({
  key: z.string(), title: z.string(), due: z.nullable(z.string()), law: z.string(), why: z.array(why), changesIf: z.optional(z.string()),
  otherReading: z.optional(z.object({ due: z.string(), text: z.string() })), unverified: z.optional(z.boolean()),
});
const actOpen = z.object({ name: z.string(), slug: z.string(), label: z.string(), group: z.string(), open: z.boolean(), opensAt: z.nullable(z.string()), why: z.string() });
/** Neither open nor to come in this state of things: not listed, and the key that asks for it says why. */
const actClosed = z.object({ name: z.string(), slug: z.string(), label: z.string(), why: z.string() });
const entry = z.object({
  entry: z.string(), act: z.string(), theme: z.string(), says: z.string(), occurredAt: z.string(), recordedAt: z.string(), by: z.string(), correctable: z.boolean(),
  corrected: z.nullable(z.object({ says: z.string(), occurredAt: z.string(), reason: z.string(), by: z.string(), struckOut: z.boolean() })),
});

/** What the custody record screen shows: one schema for response, OpenAPI and web. */
export const custodyViewSchema = z.object({
  id: z.string(), version: z.number(), custodyNumber: z.string(), phase: z.string(), name: z.nullable(z.string()), dateOfBirth: z.nullable(z.string()), child: z.boolean(), gender: z.string(),
  markers: z.array(z.string()), location: z.string(), stationId: z.string(), stationName: z.string(), offences: z.array(z.object({ code: z.string(), title: z.string(), indictable: z.boolean() })), charged: z.boolean(),
  /** Under arrest for these since a charge, and not charged with them. */
  furtherOffences: z.array(z.object({ title: z.string(), indictable: z.boolean() })),
  investigation: z.object({ officerName: z.string(), teamId: z.string(), officerIds: z.array(z.string()) }), episode: z.number(), deskAt: z.nullable(z.string()), arrivedAt: z.nullable(z.string()), authorised: z.boolean(), needsRecorded: z.boolean(), personId: z.nullable(z.string()),
  clock: z.object({
    relevantTime: z.nullable(z.string()), branch: z.nullable(z.string()), why: z.array(why), countedMs: z.number(), countedAt: z.string(), running: z.boolean(), pausedWhy: z.nullable(z.string()), startsAt: z.nullable(z.string()),
    ends: z.nullable(z.string()), ofMs: z.number(), noClock: z.nullable(z.string()),
  }),
  returnFromBail: z.nullable(z.string()), otherForceClock: z.nullable(z.object({ relevantTime: z.nullable(z.string()), arrived: z.boolean(), limit24: z.nullable(z.string()), branch: z.nullable(z.string()), why: z.array(why) })),
  authority: z.object({ kind: z.string(), words: z.string(), law: z.string(), until: z.nullable(z.string()) }), unlawfulFrom: z.nullable(z.object({ at: z.string(), text: z.string() })), noAuthorityFrom: z.nullable(z.object({ at: z.string(), text: z.string() })),
  deadlines: z.array(deadline), doNext: z.array(z.object({ key: z.string(), title: z.string(), due: z.nullable(z.string()), since: z.string(), by: z.string(), act: z.string(), law: z.string(), why: z.array(why), urgency: z.string() })),
  acts: z.array(actOpen), closedActs: z.array(actClosed), timeline: z.array(entry), breaches: z.array(z.object({ code: z.string(), law: z.string(), text: z.string(), from: z.string(), to: z.nullable(z.string()) })),
  custodyOfficer: z.nullable(z.string()), doneLate: z.array(z.object({ kind: z.string(), words: z.string(), doneAt: z.string(), byMs: z.number() })),
});
export type CustodyView = z.infer<typeof custodyViewSchema>;

export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: CustodyRecord;
  /** The record's events; empty where only the clocks are asked for. */
  readonly events: readonly StoredEvent[];
  /** Without legal-advice notes and what belongs to the investigation. */
  readonly brief?: boolean;
}

export interface Seen { readonly now: Instant; readonly facts: Facts; readonly law: CustodyLaw }

/** The record as this person may see it now: the acts open to them, and those that open later with when and why. */
export function custodyRecordView(shown: Shown, actor: Actor, { now, facts, law }: Seen): CustodyView {
  const { state } = shown;
  const line = board(state, law);
  const { detainee } = state;
  return {
    id: shown.id, version: shown.version, custodyNumber: state.custodyNumber, phase: state.phase, name: detainee.name, dateOfBirth: detainee.dateOfBirth, child: line.child, gender: detainee.gender, markers: [...line.markers],
    location: state.location, stationId: state.stationId, stationName: state.stationName, offences: offencesOf(state).map((o) => ({ ...o })), charged: state.charge !== null, furtherOffences: furtherOffences(state),
    investigation: { officerName: state.investigation.officerName, teamId: state.investigation.teamId, officerIds: [...state.investigation.officerIds] }, episode: state.episodes.at(-1)?.number ?? 1, deskAt: state.deskAt, arrivedAt: state.arrivals.at(-1)?.at ?? null,
    authorised: state.authorisations.length > 0, needsRecorded: state.needs !== null, personId: detainee.personId,
    clock: clockOf(state, law, now), returnFromBail: returnOf(state), otherForceClock: foreignClock(state, law), authority: authorityOf(state, law), unlawfulFrom: line.unlawfulFrom, noAuthorityFrom: noAuthorityFrom(state, law),
    deadlines: custodyRecordKind.deadlines(state, law).map((d) => ({ ...d, why: d.why.map((w) => ({ ...w })) })), doNext: doNext(state, law, now), ...actsOf(state, { actor, at: now, now, facts, law }), timeline: timeline(shown.events, shown.brief),
    breaches: custodyRecordKind.breaches(state, law, now).map((b) => ({ ...b })), custodyOfficer: facts.officers[facts.custodyOfficer ?? '']?.shortName ?? null, doneLate: line.doneLate.map((d) => ({ ...d })),
  };
}

const returnOf = ({ phase, bails }: CustodyRecord): Instant | null => (phase === 'onBail' ? bails.at(-1)!.appointedAt : null);
const furtherOffences = (state: CustodyRecord): CustodyView['furtherOffences'] => (furtherArrest(state) ? offencesUnderArrest(state).map(({ title, indictable }) => ({ title, indictable })) : []);

function clockOf(state: CustodyRecord, law: CustodyLaw, now: Instant): CustodyView['clock'] {
  const start = relevantTime(state, law);
  const ledger = ledgerOf(state, law);
  const authority = authorityInForce(state, law);
  return {
    relevantTime: start.at, branch: start.branch, why: start.why.map((w) => ({ ...w })), countedAt: now, ...(ledger ? countingOf(ledger, now) : { countedMs: 0, running: false, pausedWhy: null, startsAt: null }),
    ends: authority.until, ofMs: limitMs(lastHeldBy(state, law), law, start.at ?? now), noClock: board(state, law).clock.noClock,
  };
}

function countingOf(ledger: Ledger, now: Instant) {
  const pause = pausedAt(ledger, now);
  return { countedMs: countedAt(ledger, now), running: pause === null && now >= ledger.relevantTime, pausedWhy: pause?.text ?? null, startsAt: pause?.to ?? null };
}

function foreignClock(state: CustodyRecord, law: CustodyLaw): CustodyView['otherForceClock'] {
  const other = otherForceClock(state, law);
  if (!other) return null;
  const { arrivedAt, questionedAboutTheirOffence } = transfer(state)!;
  const theirs = other.at && plusHours(other.at, lawAt(law.basicHours, other.at).value);
  return { relevantTime: other.at, arrived: arrivedAt !== null, limit24: questionedAboutTheirOffence?.answer ? (limits(state, law)?.basic ?? null) : theirs, branch: other.branch, why: other.why.map((w) => ({ ...w })) };
}

const authorityOf = (state: CustodyRecord, law: CustodyLaw): CustodyView['authority'] => {
  const { kind, words, law: source, until } = authorityInForce(state, law);
  return { kind, words, law: source, until };
};

/** The whiteboard's order: no authority, legal overdue, overdue visits, then the rest. */
function pressure(d: { readonly key: string; readonly urgency: string }): number {
  if (d.urgency !== 'overdue') return 3;
  if (d.key.startsWith('authorityToDetain/')) return 0;
  return d.key.startsWith('visit/') ? 2 : 1;
}

/** What is owed, most pressing first: overdue, then by due time, then as soon as practicable by age. The end of the authority joins once its warning has begun. */
function doNext(state: CustodyRecord, law: CustodyLaw, now: Instant): CustodyView['doNext'] {
  const pressing = (o: Obligation) => o.taskType !== 'authorityToDetain' || (o.due !== null && urgency(o.taskType, o.due, now) !== 'onTime');
  return custodyRecordKind.obligations(state, law).filter((o) => o.opens <= now && pressing(o)).map((o) => ({
    key: o.key, title: o.title, due: o.due, since: o.opens, by: POST_WORDS[o.who.queue], act: o.act, law: o.law, why: o.why.map((w) => ({ ...w })), urgency: o.asap && o.due === null ? 'asap' : urgency(o.taskType, o.due, now),
  })).toSorted((a, b) => pressure(a) - pressure(b) || (a.due ?? '9').localeCompare(b.due ?? '9') || elapsed(b.since, a.since));
}

/** The acts that can be seen: open now, or later with when and why; and those that are closed, each with its reason. */
function actsOf(state: CustodyRecord, when: Decision<CustodyLaw>): Pick<CustodyView, 'acts' | 'closedActs'> {
  const all = custodyRecordKind.acts.filter((a) => !a.creates).map((act) => ({ named: { name: act.name, slug: slug(act.name), label: act.label }, group: act.group, opening: act.opens(state, when) }));
  return {
    acts: all.flatMap(({ named, group, opening }): CustodyView['acts'] => {
      if (opening.open) return [{ ...named, group, open: true, opensAt: null, why: '' }];
      return opening.show ? [{ ...named, group, open: false, opensAt: opening.opensAt ?? null, why: opening.why }] : [];
    }),
    closedActs: all.flatMap(({ named, opening }) => (opening.open || opening.show ? [] : [{ ...named, why: opening.why }])),
  };
}

/** Newest first; a corrected entry keeps its old value beside the new (Code C 2.6). */
export function timeline(events: readonly StoredEvent[], brief = false): CustodyView['timeline'] {
  const rules = rulesOf(custodyRecordKind);
  const standing = new Map<string, StoredEvent>(effectiveEvents(events).map((e) => [`${e.version}.${e.n}`, e]));
  const corrections = new Map<string, StoredEvent>(events.filter((e) => e.type === CORRECTED).map((e) => { const c = (e.data as CorrectionData).corrects; return [`${c.version}.${c.n}`, e] as const; }));
  const says = (e: StoredEvent) => ((brief ? rules[e.type]!.brief : undefined) ?? rules[e.type]!.says)(e as StoredEvent<string, never>);
  return events.filter((e) => e.type !== CORRECTED).map((told) => {
    const name = `${told.version}.${told.n}`;
    const now = standing.get(name);
    const correction = corrections.get(name);
    const shown = now ?? told;
    return {
      entry: name, act: told.type, theme: rules[told.type]!.theme, says: says(shown), occurredAt: shown.occurredAt, recordedAt: told.recordedAt, by: told.actorName, correctable: true,
      corrected: correction ? { says: says(told), occurredAt: told.occurredAt, reason: (correction.data as CorrectionData).reason, by: correction.actorName, struckOut: now === undefined } : null,
    };
  }).toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt) || inOrder({ at: a.occurredAt, entry: b.entry }, { at: a.occurredAt, entry: a.entry }));
}

/** An investigating officer or their supervisor sees clock, authority, next review and warnings of their own cases, nothing more (policy.md). */
export function redactForInvestigator(view: CustodyView): CustodyView {
  const legal = view.timeline.filter((e) => e.theme === 'legal');
  return { ...view, timeline: legal, deadlines: view.deadlines.filter((d) => d.key !== 'visitDue'), doNext: view.doNext.filter((d) => d.key.startsWith('review/') || d.act.includes('warrant') || d.act.includes('hearing')), breaches: [], doneLate: [], dateOfBirth: null };
}
