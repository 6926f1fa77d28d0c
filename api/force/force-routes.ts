import * as z from 'zod/mini';
import { allTeams } from '#platform/facts/force';
import { searchOffences } from '#platform/facts/reference';
import { anywhere } from '#platform/likeness';
import { officerKind } from '#domain/force/officer/officer-kind';
import type { RecordKind } from '#domain/shared/record-kind';
import { idOf } from '../shared/act-routes.ts';
import { read, type Route } from '../shared/route.ts';
import { plainView, registerView, viewOf } from '../shared/views.ts';
import { roster, rosterSchema, rosterView, stationColumns, stationSchema } from './roster-reads.ts';

const officer = officerKind as unknown as RecordKind;

/** Stations, rosters, officers by name, offences by words. */
export function forceRoutes(): Route[] {
  registerView('duty-roster', plainView, rosterView);
  return routes;
}

const officerSearch = z.object({ search: z.string('Enter a name.').check(z.maxLength(100, 'Enter fewer words.')) });

const routes: Route[] = [
  {
    method: 'get', path: '/api/force/stations', summary: 'Stations', schema: { response: z.object({ stations: z.array(stationSchema) }) }, permission: ['read', 'DutyRoster'], purpose: 'Duty: stations',
    handler: read(async (_, { trx }) => ({ stations: await trx('force.station').select(stationColumns).orderBy('name') })),
  },
  {
    method: 'get', path: '/api/force/teams', summary: 'Teams of investigators', schema: { response: z.object({ teams: z.array(z.object({ id: z.string(), name: z.string() })) }) }, permission: ['read', 'Officer'], purpose: 'Duty: find a team',
    handler: read(async (_, { trx, now }) => ({ teams: await allTeams(trx, now) })),
  },
  { method: 'get', path: '/api/force/duty-roster/:id', summary: 'Duty roster of a station', schema: { response: rosterSchema }, permission: ['read', 'DutyRoster'], purpose: 'Duty: roster', handler: read((asked, work) => roster(idOf(asked), asked.who, work)) },
  {
    method: 'get', path: '/api/force/officer/:id', summary: 'An officer', schema: { response: z.object({ view: z.object({ id: z.string(), version: z.number(), state: z.unknown() }) }) }, permission: ['read', 'Officer'], purpose: 'Duty: an officer’s rank, posts and teams',
    handler: read(async (asked, work) => ({ view: await viewOf(officer, { id: idOf(asked) }, asked.who, work) })),
  },
  {
    method: 'post', path: '/api/force/officers/search', summary: 'Officers by name', schema: { body: officerSearch, response: z.object({ officers: z.array(z.object({ id: z.string(), shortName: z.string(), name: z.string() })) }) },
    permission: ['read', 'Officer'], purpose: 'Duty: find an officer',
    handler: read(async ({ body }, { trx, audit }) => {
      const { search } = body as z.infer<typeof officerSearch>;
      const officers = (await trx('force.officer').select('id', 'short_name as shortName', 'name').whereILike('name', anywhere(search)).orderBy('name').limit(20)) as { id: string }[];
      audit.shows('Officer', officers.map((o) => o.id));
      return { officers };
    }),
  },
  {
    method: 'get', path: '/api/reference/offences', summary: 'Offences by words or code', permission: ['read', 'CustodyRecord'], purpose: 'Duty: find an offence',
    schema: { query: z.object({ search: z.string('Enter words of the offence.').check(z.maxLength(100, 'Enter fewer words.')) }), response: z.object({ offences: z.array(z.object({ code: z.string(), title: z.string(), offenceClass: z.string(), indictable: z.boolean() })), didYouMean: z.nullable(z.string()) }) },
    handler: read(({ query }, { trx }) => searchOffences(trx, query['search'] ?? '')),
  },
];
