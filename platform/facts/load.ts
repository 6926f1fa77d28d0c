import type { Knex } from 'knex';
import type { Actor, OfficerAt } from '#domain/shared/actor';
import type { FactNeeds, Facts } from '#domain/shared/facts';
import { localDate } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { custodyOfficerAt, officersAt, stationsById, teamsById } from './force.ts';
import { earlierDetentions } from './people.ts';
import { offencesByCode } from './reference.ts';

/** Officers as one command has read them already: nothing it does can change them before it has ended. */
export type KnownOfficers = Map<string, Promise<Record<string, OfficerAt>>>;

function officersOnce(trx: Knex, known: KnownOfficers, ids: readonly string[], at: Instant): Promise<Record<string, OfficerAt>> {
  const key = [at, ...ids].join();
  const found = known.get(key) ?? officersAt(trx, ids, at);
  known.set(key, found);
  return found;
}

/** Reads what an act asked the server to know, as it stood at `at`: one query per fact and instant. */
export async function loadFacts({ trx, known }: { readonly trx: Knex; readonly known: KnownOfficers }, needs: FactNeeds, actor: Actor, at: Instant): Promise<Facts> {
  const own = actor.kind === 'person' ? [actor.officer.id] : [];
  const { officers: asked = [], offences = [], stations = [], teams = [] } = needs;
  const [officers, ofOffences, ofStations, ofTeams, person, station] = await Promise.all([
    officersOnce(trx, known, [...new Set([...asked, ...own])], at), offencesByCode(trx, offences), stationsById(trx, stations), teamsById(trx, teams), ofPerson(trx, needs), ofStation(trx, needs, at),
  ]);
  const { holder, ...others } = station;
  return { actor: own.map((id) => officers[id] ?? null)[0] ?? null, officers: { ...officers, ...holder }, offences: ofOffences, stations: ofStations, teams: ofTeams, ...person, ...others };
}

const ofPerson = async (trx: Knex, { earlierDetentionsOf }: FactNeeds): Promise<Pick<Facts, 'earlierDetentions'>> => ({ earlierDetentions: earlierDetentionsOf ? await earlierDetentions(trx, earlierDetentionsOf) : [] });

type OfStation = Pick<Facts, 'custodyOfficer' | 'custodyNumber'> & { readonly holder?: Facts['officers'] };

const ofStation = async (trx: Knex, { custodyOfficerOf, custodyNumberFor }: FactNeeds, at: Instant): Promise<OfStation> => ({
  ...(custodyOfficerOf === undefined ? {} : asHolder(await custodyOfficerAt(trx, custodyOfficerOf, at))),
  ...(custodyNumberFor === undefined ? {} : { custodyNumber: await drawCustodyNumber(trx, custodyNumberFor, at) }),
});

const asHolder = (officer: OfficerAt | null): OfStation => ({ custodyOfficer: officer?.id ?? null, holder: officer ? { [officer.id]: officer } : {} });

/** `HR/26/2417`: station, year, running number; a command that is refused gives its number back with the transaction. */
async function drawCustodyNumber(trx: Knex, stationId: string, at: Instant): Promise<string> {
  const station = (await stationsById(trx, [stationId]))[stationId];
  if (!station) return '';
  const year = localDate(at).slice(0, 4);
  const { rows } = (await trx.raw(
    `insert into custody.custody_number as c (station_id, year, last) values (?, ?, 1) on conflict (station_id, year) do update set last = c.last + 1 returning last`, [stationId, Number(year)],
  )) as { rows: [{ last: number }] };
  return `${station.code}/${year.slice(2)}/${String(rows[0].last).padStart(4, '0')}`;
}
