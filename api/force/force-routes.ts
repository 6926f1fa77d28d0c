import * as z from 'zod/mini';
import type { Work } from '#platform/database';
import { searchOffences } from '#platform/facts/reference';
import { officerKind } from '#domain/force/officer/officer-kind';
import { POST_WORDS, type PostName } from '#domain/shared/posts';
import type { RecordKind } from '#domain/shared/record-kind';
import { idOf } from '../shared/act-routes.ts';
import { absent } from '../shared/errors.ts';
import { read, type Route } from '../shared/route.ts';
import { viewOf } from '../shared/views.ts';

const officer = officerKind as unknown as RecordKind;
const stationSchema = z.object({ id: z.string(), name: z.string(), code: z.string(), area: z.string(), designated: z.boolean(), cells: z.array(z.string()) });
const holder = z.object({ officerId: z.string(), name: z.string(), post: z.string(), words: z.string(), from: z.string(), to: z.nullable(z.string()), now: z.boolean() });
const rosterSchema = z.object({
  now: z.string(), version: z.number(), station: stationSchema, posts: z.array(holder), custodyPost: z.array(z.object({ officerId: z.string(), name: z.string(), from: z.string(), to: z.nullable(z.string()) })),
  acting: z.array(z.object({ officerId: z.string(), name: z.string(), rank: z.string(), giver: z.string(), from: z.string(), to: z.string(), reason: z.string() })),
});

const stationColumns = ['station_id as id', 'name', 'code', 'area', 'designated', 'cells'];
const around = (work: Work, id: string) => work.trx('force.post_held as p').join('force.officer as o', (j) => { j.on(work.trx.raw('o.id::text = p.officer_id')); }).where({ 'p.station_id': id }).whereNull('p.withdrawn_at')
  .whereRaw("p.from_at < ?::timestamptz + interval '24 hours' and (p.to_at is null or p.to_at > ?)", [work.now, work.now]);

async function roster(id: string, work: Work): Promise<z.infer<typeof rosterSchema>> {
  const { trx, now } = work;
  const record = (await trx('force.duty_roster').select('version').where({ id }).first()) as { version: number } | undefined;
  const station = (await trx('force.station').select(stationColumns).where({ station_id: id }).first()) as z.infer<typeof stationSchema> | undefined;
  if (!station) throw absent();
  const posts = (await around(work, id).select('p.officer_id as officerId', 'o.short_name as name', 'p.post', 'p.from_at as from', 'p.to_at as to').orderBy('p.from_at')) as { officerId: string; name: string; post: PostName; from: string; to: string | null }[];
  const custodyPost = (await trx('force.custody_post as c').join('force.officer as o', (j) => { j.on(trx.raw('o.id::text = c.officer_id')); }).select('c.officer_id as officerId', 'o.short_name as name', 'c.from_at as from', 'c.to_at as to').where({ 'c.station_id': id }).orderBy('c.from_at', 'desc').limit(6)) as z.infer<typeof rosterSchema>['custodyPost'];
  const acting = (await trx('force.acting_rank as a').join('force.officer as o', (j) => { j.on(trx.raw('o.id::text = a.officer_id')); }).select('a.officer_id as officerId', 'o.short_name as name', 'a.rank', 'a.giver_name as giver', 'a.from_at as from', 'a.to_at as to', 'a.reason')
    .whereIn('a.officer_id', posts.map((p) => p.officerId)).where('a.to_at', '>', now)) as z.infer<typeof rosterSchema>['acting'];
  return { now, version: record?.version ?? 0, station, posts: posts.map((p) => ({ ...p, words: POST_WORDS[p.post], now: p.from <= now && (p.to === null || p.to > now) })), custodyPost, acting };
}

/** Stations, rosters, officers by name, offences by words. */
export const forceRoutes = (): Route[] => [
  {
    method: 'get', path: '/api/force/stations', summary: 'Stations', schema: { response: z.object({ stations: z.array(stationSchema) }) }, permission: ['read', 'DutyRoster'], purpose: 'Duty: stations',
    handler: read(async (_, { trx }) => ({ stations: await trx('force.station').select(stationColumns).orderBy('name') })),
  },
  { method: 'get', path: '/api/force/duty-roster/:id', summary: 'Duty roster of a station', schema: { response: rosterSchema }, permission: ['read', 'DutyRoster'], purpose: 'Duty: roster', handler: read((asked, work) => roster(idOf(asked), work)) },
  {
    method: 'get', path: '/api/force/officer/:id', summary: 'An officer', schema: { response: z.object({ view: z.object({ id: z.string(), version: z.number(), state: z.unknown() }) }) }, permission: ['read', 'Officer'], purpose: 'Duty: an officer’s rank, posts and teams',
    handler: read(async (asked, work) => ({ view: await viewOf(officer, { id: idOf(asked) }, asked.who, work) })),
  },
  {
    method: 'get', path: '/api/force/officers', summary: 'Officers by name', schema: { query: z.object({ search: z.string('Enter a name.').check(z.maxLength(100, 'Enter fewer words.')) }), response: z.object({ officers: z.array(z.object({ id: z.string(), shortName: z.string(), name: z.string() })) }) },
    permission: ['read', 'Officer'], purpose: 'Duty: find an officer',
    handler: read(async ({ query }, { trx }) => ({ officers: await trx('force.officer').select('id', 'short_name as shortName', 'name').whereILike('name', `%${(query['search'] ?? '').replace(/[%_\\]/g, '\\$&')}%`).orderBy('name').limit(20) })),
  },
  {
    method: 'get', path: '/api/reference/offences', summary: 'Offences by words or code', permission: ['read', 'CustodyRecord'], purpose: 'Duty: find an offence',
    schema: { query: z.object({ search: z.string('Enter words of the offence.').check(z.maxLength(100, 'Enter fewer words.')) }), response: z.object({ offences: z.array(z.object({ code: z.string(), title: z.string(), offenceClass: z.string(), indictable: z.boolean() })), didYouMean: z.nullable(z.string()) }) },
    handler: read(({ query }, { trx }) => searchOffences(trx, query['search'] ?? '')),
  },
];
