import { PERSONAS, INVESTIGATION_TEAM, STATIONS, type Persona } from '#domain/force/personas';
import { HEADQUARTERS_CODE } from '#domain/force/duty-roster/duty-roster';
import type { PostName, Rank } from '#domain/shared/posts';
import { HOUR, plus, plusHours, type Instant } from '#domain/shared/time';
import { localDate, readTime } from '#domain/shared/local-time';
import { v5 as uuid } from 'uuid';
import { readConfig } from '#platform/config';
import { asSystem, connect, SYSTEM_CLAIMS, type Database } from '#platform/database';
import { executeCommand, type SentAct } from '#platform/execute-command';

/**
 * Seeds the force by commands, as Peel's loader: stations, personas, and a roster by shift for the other stations from 30 days back
 * to 30 forward. Ids come from names, so that running it again changes nothing.
 */
const NAMESPACE = '6f8a3d52-9d7c-4d6d-8c9b-0f2a1b3c4d5e';
const named = (name: string): string => uuid(name, NAMESPACE);
export const stationId = (name: string): string => named(`station/${name}`);
/** Posts that belong to no station hang on it. */
export const HEADQUARTERS_ID = named('headquarters');
export const HEADQUARTERS = { name: 'Headquarters', code: HEADQUARTERS_CODE, area: 'Metropolitan', designated: false, cells: [], forceCode: '01' };
const DAYS_BACK = 30;
const DAYS_FORWARD = 30;

interface Seeding { readonly db: Database; readonly start: Instant; readonly now: Instant }

/** Sends acts as Peel's loader, once: what the same record was told before is left as it is. Throws where the law refuses. */
export async function send({ db }: Pick<Seeding, 'db'>, kind: string, recordId: string, acts: readonly SentAct[]): Promise<void> {
  const result = await executeCommand(db, {
    kind, recordId, acts, commandId: named(`command/${kind}/${recordId}`), seenVersion: 0, actor: { kind: 'system', process: 'loader' }, claims: SYSTEM_CLAIMS, purpose: 'The force is seeded', requestId: 'seed', sessionId: null,
  });
  if (result.outcome === 'refused' && result.refusals[0]?.code === 'COMMAND_ID_REUSED') return;
  if (result.outcome !== 'accepted') throw new Error(`Seeding ${kind} ${recordId}: ${JSON.stringify(result)}`);
}

interface Member { readonly id: string; readonly name: string; readonly rank: Rank; readonly team?: string }

const appoint = (seeding: Seeding, member: Member): Promise<void> => send(seeding, 'officer', member.id, [
  { act: 'appointOfficer', at: seeding.start, body: { name: member.name, rank: member.rank } },
  ...(member.team ? [{ act: 'joinTeam', at: seeding.start, body: { teamId: member.team, teamName: INVESTIGATION_TEAM.name } }] : []),
]);

const SHIFT_POSTS: readonly { post: PostName; rank: Rank }[] = [
  { post: 'custodySergeant', rank: 'sergeant' }, { post: 'detentionOfficer', rank: 'staff' }, { post: 'custodyInspector', rank: 'inspector' }, { post: 'superintendent', rank: 'superintendent' },
];
const FORENAMES = ['Alex', 'Bryn', 'Cleo', 'Dara', 'Erin', 'Flynn', 'Gwen', 'Hari', 'Isla', 'Jude', 'Kit', 'Lowri', 'Mina', 'Noor'];
const SURNAMES = ['Ashby', 'Birch', 'Crane', 'Drake', 'Elder', 'Frost', 'Glover', 'Heath', 'Irwin', 'Jarvis', 'Keane', 'Lowe', 'Moss', 'North'];

/** Two officers a post and station, days and nights; the personas' own stations need none. */
function shiftOfficers(station: number, post: number): Member[] {
  const { rank, post: name } = SHIFT_POSTS[post]!;
  return ['days', 'nights'].map((shift, s) => ({
    id: named(`officer/${STATIONS[station]!.code}/${name}/${shift}`), rank, name: `${FORENAMES[(station + post * 3 + s * 7) % 14]!} ${SURNAMES[(station * 2 + post * 5 + s) % 14]!}`,
  }));
}

const localShift = (day: Instant, hour: string): Instant => { const read = readTime(`${localDate(day)}T${hour}:00`); return 'at' in read ? read.at : day; };

function shifts(seeding: Seeding, station: number): SentAct[] {
  return Array.from({ length: DAYS_BACK + DAYS_FORWARD }, (_, d) => plus(seeding.start, d * 24 * HOUR)).flatMap((day) => SHIFT_POSTS.flatMap(({ post }, p) => {
    const [days, nights] = shiftOfficers(station, p);
    const [morning, evening, next] = [localShift(day, '07'), localShift(day, '19'), localShift(plusHours(day, 24), '07')];
    return [
      { act: 'assignPost', at: seeding.start, body: { officerId: days!.id, post, from: morning, to: evening } }, { act: 'assignPost', at: seeding.start, body: { officerId: nights!.id, post, from: evening, to: next } },
    ];
  }));
}

/** The custody officer's post changes hands with each shift that has already begun. */
function takeovers(seeding: Seeding, station: number): SentAct[] {
  const [days, nights] = shiftOfficers(station, 0);
  return Array.from({ length: DAYS_BACK + 1 }, (_, d) => plus(seeding.start, d * 24 * HOUR)).flatMap((day) => [
    { act: 'takeOverCustodyPost', at: localShift(day, '07'), body: { officerId: days!.id } }, { act: 'takeOverCustodyPost', at: localShift(day, '19'), body: { officerId: nights!.id } },
  ]).filter((act) => act.at > seeding.start && act.at <= seeding.now);
}

const CELLS = Array.from({ length: 30 }, (_, i) => `Cell ${i + 1}`);

async function seedStation(seeding: Seeding, station: number): Promise<void> {
  const { name, code } = STATIONS[station]!;
  const own = PERSONAS.filter((p) => p.stations.includes(name));
  const rostered = station < 2 ? [] : SHIFT_POSTS.flatMap((_, p) => shiftOfficers(station, p));
  for (const member of rostered) await appoint(seeding, member);
  const keeper = own.find((p) => p.post === 'custodySergeant');
  await send(seeding, 'duty-roster', stationId(name), [
    { act: 'openStation', at: seeding.start, body: { name, code, area: 'Metropolitan', designated: true, cells: CELLS, forceCode: '01' } }, ...own.map((p) => personaPost(seeding, p)), ...(station < 2 ? [] : shifts(seeding, station)),
    ...(keeper ? [{ act: 'takeOverCustodyPost', at: seeding.start, body: { officerId: keeper.id } }] : takeovers(seeding, station)),
  ]);
}

const personaPost = (seeding: Seeding, p: Persona): SentAct => ({ act: 'assignPost', at: seeding.start, body: { officerId: p.id, post: p.post, from: seeding.start, to: null } });

/** Seeds the force, or as many of its stations as a test needs. Running it again changes nothing. */
export async function seedForce(db: Database, stations: number = STATIONS.length): Promise<number> {
  const now = await asSystem(db, (work) => Promise.resolve(work.now));
  const seeding: Seeding = { db, now, start: localShift(plusHours(now, -24 * DAYS_BACK), '07') };
  for (const persona of PERSONAS) await appoint(seeding, persona);
  for (let station = 0; station < stations; station += 1) await seedStation(seeding, station);
  await send(seeding, 'duty-roster', HEADQUARTERS_ID, [
    { act: 'openStation', at: seeding.start, body: HEADQUARTERS },
    ...PERSONAS.filter((p) => p.stations.length === 0).map((p) => personaPost(seeding, p)),
  ]);
  return stations;
}

/** True where the force has been seeded: headquarters, the last to open, is. */
const seeded = (db: Database): Promise<boolean> => asSystem(db, async ({ trx }) => (await trx('force.duty_roster').select('id').where({ id: HEADQUARTERS_ID }).first()) !== undefined);

async function main(): Promise<void> {
  const db = connect('app', readConfig(), 2);
  if (await seeded(db)) process.stdout.write('The force is seeded already.\n');
  else process.stdout.write(`The force is seeded: ${await seedForce(db)} stations, their officers and rosters.\n`);
  await db.close();
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
