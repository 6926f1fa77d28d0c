import * as z from 'zod/mini';
import type { Board } from '#domain/custody/custody-record/columns';
import { countedFromBoard } from '#domain/custody/custody-record/columns';
import { localDate } from '#domain/shared/local-time';
import { elapsed, MINUTE, type Instant } from '#domain/shared/time';
import { urgency } from '#domain/shared/urgency';
import type { Work } from '#platform/database';
import { custodyOfficerAt, officersAt } from '#platform/facts/force';
import { whereAllowed } from '#platform/policy-sql';
import type { Asked } from '../shared/route.ts';
import { openAlarms } from '../work/alarm-reads.ts';
import { alarmSchema } from '../work/schemas.ts';

const next = z.object({ key: z.string(), words: z.string(), due: z.nullable(z.string()), state: z.string() });
const row = z.object({
  recordId: z.string(), version: z.number(), custodyNumber: z.string(), name: z.string(), age: z.nullable(z.number()), child: z.boolean(), markers: z.array(z.string()), location: z.string(), phase: z.string(), next,
  clock: z.object({
    relevantTime: z.nullable(z.string()), countedMs: z.number(), countedAt: z.string(), running: z.boolean(), startsAt: z.nullable(z.string()), pausedWhy: z.nullable(z.string()), ends: z.nullable(z.string()), endsWhat: z.string(), noClock: z.nullable(z.string()),
  }),
  review: z.object({ n: z.number(), due: z.nullable(z.string()), reviewer: z.nullable(z.string()) }), visit: z.object({ level: z.nullable(z.number()), rouse: z.boolean(), due: z.nullable(z.string()) }),
  owed: z.array(z.object({ words: z.string(), since: z.string() })), plan: z.string(), officer: z.string(), unlawfulSince: z.nullable(z.string()), offences: z.array(z.string()), deadlines: z.array(z.object({ key: z.string(), due: z.string(), title: z.string() })),
});
export const whiteboardSchema = z.object({
  now: z.string(), station: z.nullable(z.object({ id: z.string(), name: z.string() })), stations: z.array(z.object({ id: z.string(), name: z.string() })), custodyOfficer: z.nullable(z.object({ shortName: z.string(), holding: z.number() })),
  counts: z.object({ held: z.number(), overdue: z.number(), due: z.number(), likelyLate: z.number(), waiting: z.number(), longestWaitMinutes: z.number() }), alarms: z.array(alarmSchema), rows: z.array(row),
  waiting: z.array(z.object({ recordId: z.string(), name: z.string(), officer: z.string(), arrivedAt: z.nullable(z.string()), enRoute: z.boolean(), note: z.string() })), held: z.boolean(),
});
type Row = z.infer<typeof row>;

interface Stored { readonly id: string; readonly version: number; readonly custody_number: string; readonly name: string; readonly status: string; readonly arrived_at: Instant | null; readonly board: Board }

/** Everybody held at one station, most pressing first: one query over list columns, never the records themselves. */
export async function whiteboard({ query, who }: Asked, work: Work): Promise<z.infer<typeof whiteboardSchema>> {
  const { trx, now, audit } = work;
  const stations = await myStations(work, who.claims.grants['CustodyRecord']);
  const station = stations.find((s) => s.id === query['station']) ?? stations[0] ?? null;
  const empty = { held: 0, overdue: 0, due: 0, likelyLate: 0, waiting: 0, longestWaitMinutes: 0 };
  if (!station) return { now, station, stations, custodyOfficer: null, counts: empty, alarms: [], rows: [], waiting: [], held: await onHold(work) };
  const stored = (await whereAllowed(trx('custody.custody_record').select('id', 'version', 'custody_number', 'name', 'status', 'arrived_at', 'board'), who.rules, 'read', 'CustodyRecord')
    .where({ station_id: station.id }).where((q) => { q.where({ in_custody: true }).orWhere({ status: 'enRoute' }); })) as unknown as Stored[];
  audit.shows('CustodyRecord', stored.map((s) => s.id));
  const reviewers = await custodyInspectors(work, station.id);
  const rows = stored.filter((s) => s.status !== 'enRoute' && s.status !== 'arrived').map((s) => boardRow(s, now, reviewers)).toSorted(mostPressing);
  const waiting = stored.filter((s) => s.status === 'enRoute' || s.status === 'arrived').map((s) => ({
    recordId: s.id, name: s.name, officer: s.board.officer, arrivedAt: s.arrived_at, enRoute: s.status === 'enRoute', note: s.board.markers.join(', '),
  })).toSorted((a, b) => (a.arrivedAt ?? '9').localeCompare(b.arrivedAt ?? '9'));
  const officer = await custodyOfficerAt(trx, station.id, now);
  const named = officer ? (await officersAt(trx, [officer], now))[officer] : undefined;
  const count = (state: string) => rows.filter((r) => r.next.state === state).length;
  return {
    now, station, stations, rows, waiting, custodyOfficer: named ? { shortName: named.shortName, holding: rows.length } : null, alarms: await openAlarms(work, who, station.id), held: await onHold(work),
    counts: { held: rows.length, overdue: count('overdue'), due: count('due'), likelyLate: count('likelyLate'), waiting: waiting.length, longestWaitMinutes: Math.floor(Math.max(0, ...waiting.map((w) => (w.arrivedAt ? elapsed(w.arrivedAt, now) : 0))) / MINUTE) },
  };
}

async function myStations({ trx }: Work, grant: { all: boolean; stations: readonly string[] } | undefined): Promise<{ id: string; name: string }[]> {
  const rows = (await trx('force.station').select('station_id as id', 'name').orderBy('name').modify((q) => { if (!grant?.all) void q.whereIn('station_id', [...(grant?.stations ?? [])]); })) as { id: string; name: string }[];
  return rows;
}

const onHold = async ({ trx }: Work): Promise<boolean> => (await trx('platform.hold').whereNull('released_at').where('until_wall', '>', trx.raw('clock_timestamp()')).first()) !== undefined;

const custodyInspectors = async ({ trx, now }: Work, stationId: string): Promise<string | null> => {
  const row = (await trx('force.post_held as p').join('force.officer as o', (j) => { j.on(trx.raw('o.id::text = p.officer_id')); }).select('o.short_name').where({ 'p.station_id': stationId, 'p.post': 'custodyInspector' }).where('p.from_at', '<=', now)
    .where((q) => { q.whereNull('p.to_at').orWhere('p.to_at', '>', now); }).whereNull('p.withdrawn_at').first()) as { short_name: string } | undefined;
  return row?.short_name ?? null;
};

function boardRow(s: Stored, now: Instant, reviewer: string | null): Row {
  const { board } = s;
  return {
    recordId: s.id, version: s.version, custodyNumber: s.custody_number, name: s.name, age: ageAt(board.dateOfBirth, now), child: board.child, markers: [...board.markers], location: board.location, phase: s.status, next: nextOf(board, now, reviewer),
    clock: { ...board.clock, countedMs: countedFromBoard(board.clock, now), countedAt: now, running: board.clock.running || hasBegun(board.clock.startsAt, now) },
    review: reviewOf(board, reviewer), visit: { ...board.visit }, owed: board.owed.map((o) => ({ ...o })), plan: '', officer: board.officer,
    unlawfulSince: unlawfulSince(board, now), offences: [...board.offences], deadlines: board.deadlines.map((d) => ({ ...d })),
  };
}

const hasBegun = (at: Instant | null, now: Instant): boolean => at !== null && at <= now;

const reviewOf = ({ review }: Board, reviewer: string | null): Row['review'] => (review ? { n: review.n, due: review.due, reviewer: review.byCustodyOfficer ? 'Custody officer' : reviewer } : { n: 0, due: null, reviewer });

/** CUS-59: since the review that was not held, or the end of the authority, whichever came first. */
const unlawfulSince = ({ review, clock }: Board, now: Instant): Instant | null => [review?.due ?? null, clock.ends].filter((due) => due !== null && due < now).toSorted()[0] ?? null;

function ageAt(born: string | null, now: Instant): number | null {
  if (!born) return null;
  const today = localDate(now);
  return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);
}

const LEGAL = ['reviewDue', 'authorityEnds', 'warrantExpires'];

/** What comes next and how it stands: the legal clocks first, then the visit (screens.md, order). */
function nextOf(board: Board, now: Instant, reviewer: string | null): Row['next'] {
  const legal = board.deadlines.filter((d) => LEGAL.includes(d.key) || d.key === 'visitDue').map((d) => ({ key: d.key, words: d.title, due: d.due, state: urgency(d.key, d.due, now) as string }));
  const first = legal.toSorted(byPressure)[0];
  if (!first) return board.clock.pausedWhy ? paused(board.clock.pausedWhy, null) : { key: '', words: '', due: null, state: 'onTime' };
  if (board.clock.pausedWhy && first.state !== 'overdue' && !hasBegun(board.clock.startsAt, now)) return paused(board.clock.pausedWhy, first.due);
  return lacksReviewer(first, board, reviewer) ? { ...first, state: 'likelyLate', words: `${first.words}: no reviewer` } : first;
}

const paused = (words: string, due: string | null): Row['next'] => ({ key: 'paused', words, due, state: 'paused' });

const lacksReviewer = (first: Row['next'], { review }: Board, reviewer: string | null): boolean =>
  first.key === 'reviewDue' && first.state !== 'overdue' && reviewer === null && !review?.byCustodyOfficer;

const rank = (n: { key: string; state: string }): number => (n.state === 'overdue' ? (n.key === 'visitDue' ? 1 : 0) : 2);
const byPressure = (a: { key: string; state: string; due: Instant | null }, b: typeof a): number => rank(a) - rank(b) || (a.due ?? '9').localeCompare(b.due ?? '9');
const mostPressing = (a: Row, b: Row): number => rank(a.next) - rank(b.next) || (a.next.due ?? '9').localeCompare(b.next.due ?? '9') || a.name.localeCompare(b.name);
