import * as z from 'zod/mini';
import type { Board } from '#domain/custody/custody-record/columns';
import { ageAt, asKept, countedFromBoard } from '#domain/custody/custody-record/columns';
import { deskCounts, deskOrder, nextOf, postOf, type BoardNext } from '#domain/custody/custody-record/board-next';
import { waits } from '#domain/custody/custody-record/waiting';
import type { SuiteLine } from '#domain/shared/facts';
import { postsHeld } from '#domain/shared/policy/policy';
import type { PostName } from '#domain/shared/posts';
import { plusHours, type Instant } from '#domain/shared/time';
import type { Work } from '#platform/database';
import { suiteLines } from '#platform/facts/custody';
import { custodyOfficerAt } from '#platform/facts/force';
import { isHeld } from '#platform/holds';
import { whereAllowed } from '#platform/policy-sql';
import type { Asked } from '../shared/route.ts';

const next = z.object({ key: z.string(), what: z.string(), due: z.nullable(z.string()), state: z.string(), lacks: z.string() });
const row = z.object({
  recordId: z.string(), version: z.number(), custodyNumber: z.string(), name: z.string(), age: z.nullable(z.number()), child: z.boolean(), markers: z.array(z.string()), location: z.string(), phase: z.string(), next,
  clock: z.object({
    relevantTime: z.nullable(z.string()), countedMs: z.number(), countedAt: z.string(), running: z.boolean(), startsAt: z.nullable(z.string()), pausedWhy: z.nullable(z.string()), pausedReason: z.nullable(z.string()), ofMs: z.number(), ends: z.nullable(z.string()), endsWhat: z.string(), noClock: z.nullable(z.string()),
  }),
  review: z.object({ n: z.number(), due: z.nullable(z.string()), asap: z.boolean(), byCustodyOfficer: z.boolean(), reviewer: z.nullable(z.string()) }), visit: z.object({ level: z.nullable(z.number()), rouse: z.boolean(), due: z.nullable(z.string()) }),
  owed: z.array(z.object({ words: z.string(), since: z.string(), post: z.string() })), doneLate: z.array(z.object({ kind: z.string(), words: z.string(), doneAt: z.string(), byMs: z.number() })), plan: z.string(), officer: z.string(), mine: z.boolean(),
  lateHearing: z.nullable(z.object({ sits: z.string(), ends: z.string() })),
  unlawfulFrom: z.nullable(z.object({ at: z.string(), text: z.string() })), offences: z.array(z.string()), deadlines: z.array(z.object({ key: z.string(), due: z.string(), title: z.string() })),
});
export const whiteboardSchema = z.object({
  now: z.string(), station: z.nullable(z.object({ id: z.string(), name: z.string() })), stations: z.array(z.object({ id: z.string(), name: z.string() })), custodyOfficer: z.nullable(z.object({ shortName: z.string(), holding: z.number() })),
  counts: z.object({ held: z.number(), overdue: z.number(), due: z.number(), likelyLate: z.number(), waiting: z.number(), longestWaitMinutes: z.number() }), rows: z.array(row),
  waiting: z.array(z.object({ recordId: z.string(), name: z.string(), officer: z.string(), arrivedAt: z.nullable(z.string()), onTheWaySince: z.nullable(z.string()), enRoute: z.boolean(), note: z.string() })), held: z.boolean(),
});
type Row = z.infer<typeof row>;
type Whiteboard = z.infer<typeof whiteboardSchema>;

type Stored = SuiteLine<Board>;
/** The station asked for; else the first of the officer's own, and only then of all they may see. */
function stationOf(stations: readonly { id: string; name: string }[], asked: string | undefined, own: readonly string[]): { id: string; name: string } | null {
  if (asked) return stations.find((s) => s.id === asked) ?? null;
  return stations.find((s) => own.includes(s.id)) ?? stations[0] ?? null;
}

/** Everybody held at one station, most pressing first: one query over list columns, never the records themselves. */
export async function whiteboard({ query, who }: Asked, work: Work): Promise<Whiteboard> {
  const { trx, now, audit } = work;
  const stations = await myStations(work, who.claims.grants['CustodyRecord']);
  const station = stationOf(stations, query['station'], postsHeld(who.officer, now).flatMap((p) => p.stations));
  const held = await isHeld(trx);
  if (!station) return { now, station, stations, custodyOfficer: null, counts: deskCounts([], [], now), rows: [], waiting: [], held };
  const stored = (await suiteLines(trx, station.id, (lines) => whereAllowed(lines, who.rules, 'read', 'CustodyRecord'))) as Stored[];
  audit.shows('CustodyRecord', stored.map((s) => s.id));
  const desk: Desk = { now, me: who.officer.id, posts: postsHeld(who.officer, now).filter((p) => p.stations.includes(station.id)).map((p) => p.post), inspectors: await inspectorsAhead(work, station.id), custodyOfficer: (await custodyOfficerAt(trx, station.id, now))?.shortName ?? null };
  const isWaiting = (s: Stored): boolean => waits(s.status, asKept(s.board).unlawfulFrom, now);
  const lines = stored.filter((s) => !isWaiting(s)).map((s) => boardRow(s, desk));
  const rows = deskOrder(lines, now).map(({ line }) => line);
  const waiting = stored.filter(isWaiting).map((s) => ({
    recordId: s.id, name: s.name, officer: s.board.arrestedBy ?? s.board.officer, arrivedAt: s.arrivedAt, onTheWaySince: asKept(s.board).onTheWaySince, enRoute: s.status === 'enRoute', note: s.board.markers.join(', '),
  })).toSorted((a, b) => (a.arrivedAt ?? '9').localeCompare(b.arrivedAt ?? '9'));
  return { now, station, stations, rows, waiting, custodyOfficer: desk.custodyOfficer === null ? null : { shortName: desk.custodyOfficer, holding: rows.length }, held, counts: deskCounts(rows, waiting, now) };
}

async function myStations({ trx }: Work, grant: { all: boolean; stations: readonly string[] } | undefined): Promise<{ id: string; name: string }[]> {
  const rows = (await trx('force.station').select('station_id as id', 'name').orderBy('name').modify((q) => { if (!grant?.all) void q.whereIn('station_id', [...(grant?.stations ?? [])]); })) as { id: string; name: string }[];
  return rows;
}

interface Shift { readonly short_name: string; readonly from_at: Instant; readonly to_at: Instant | null }
/** What every line of one station is told with. */
interface Desk { readonly now: Instant; readonly me: string; readonly posts: readonly PostName[]; readonly inspectors: readonly Shift[]; readonly custodyOfficer: string | null }

/** Custody inspectors on the roster from now on: who reviews depends on when the review falls. */
const inspectorsAhead = async ({ trx, now }: Work, stationId: string): Promise<Shift[]> =>
  (await trx('force.post_held as p').join('force.officer as o', (j) => { j.on(trx.raw('o.id::text = p.officer_id')); }).select('o.short_name', 'p.from_at', 'p.to_at').where({ 'p.station_id': stationId, 'p.post': 'custodyInspector' }).where('p.from_at', '<', plusHours(now, 24))
    .where((q) => { q.whereNull('p.to_at').orWhere('p.to_at', '>', now); }).whereNull('p.withdrawn_at').orderBy('p.from_at')) as Shift[];

function boardRow(s: Stored, desk: Desk): Row {
  const { now } = desk;
  const board = asKept(s.board);
  const line = {
    recordId: s.id, version: s.version, custodyNumber: s.custodyNumber, name: s.name, age: ageAt(board.dateOfBirth, now), child: board.child, markers: [...board.markers], location: board.location, phase: s.status,
    clock: { ...board.clock, countedMs: countedFromBoard(board.clock, now), countedAt: now, running: board.clock.running || hasBegun(board.clock.startsAt, now) },
    review: reviewOf(board, desk), visit: { ...board.visit }, owed: board.owed.map((o) => ({ ...o, post: o.post ?? '' })), doneLate: board.doneLate.map((d) => ({ ...d })), plan: board.plan, lateHearing: board.lateHearing && { ...board.lateHearing }, officer: board.officer,
    unlawfulFrom: board.unlawfulFrom, offences: [...board.offences], deadlines: board.deadlines.map((d) => ({ ...d })),
  };
  const next = nextOf(line, now);
  return { ...line, next, mine: isMine(line, next, { board, desk }) };
}

/** Mine: my case, or what comes next or is owed falls to my post. */
function isMine(line: Omit<Parameters<typeof postOf>[0], 'owed'> & Pick<Row, 'owed'>, next: BoardNext, { board, desk }: { board: Pick<Board, 'officerIds'>; desk: Desk }): boolean {
  const posts: readonly string[] = [postOf(line, next) ?? '', ...line.owed.map((o) => o.post)];
  return board.officerIds.includes(desk.me) || desk.posts.some((p) => posts.includes(p));
}

const hasBegun = (at: Instant | null, now: Instant): boolean => at !== null && at <= now;

/** Who reviews when it falls due; of an overdue one, who could do it now. */
function reviewOf({ review }: Board, { now, inspectors, custodyOfficer }: Desk): Row['review'] {
  if (!review) return { n: 0, due: null, asap: false, byCustodyOfficer: false, reviewer: null };
  const at = review.due < now ? now : review.due;
  const inspector = inspectors.find((i) => i.from_at <= at && (i.to_at === null || at < i.to_at));
  return { ...review, reviewer: review.byCustodyOfficer ? custodyOfficer : (inspector?.short_name ?? null) };
}
