import { basename } from 'node:path';
import { OWN_STATIONS } from '#domain/force/personas';
import { fullTime, readTime } from '#domain/shared/local-time';
import { plusHours, type Instant } from '#domain/shared/time';
import type { Station } from './acts.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import { engineCaughtUp, readOperations } from './caught-up.ts';
import { loadDay } from './load.ts';
import { HELP, readOptions, type Options } from './options.ts';
import { planDay } from './plan.ts';
import { daysIn, monthOf, readPublished } from './published.ts';
import { printReport } from './report.ts';
import type { Session } from './session.ts';
import { Staff } from './staff.ts';
import { Tally } from './tally.ts';

/** Hours of the day that is played. */
const HOURS = 36;
/** Of the first records sent, one at least is there after a break. */
const FIRST_SENT = 12;
/** London time at which the usual day ends. */
const USUAL_END = '2025-12-17T03:00';
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

/** Plays the day on the desk. What is wrong with the input is said before the desk is touched. */
async function play({ api, file, month: asked, days, seed }: Options): Promise<void> {
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1_000).toFixed(0);
  const { month, rows } = monthOf(readPublished(file), asked);
  const { from, to } = spanOf(days);
  const staff = new Staff(api);
  const admin = await reach(staff, api);
  const now = await clockBefore(admin, to);
  const stations = await stationsOf(admin);
  const plans = planDay(rows, { from, to, suites: stations, seed, month });
  const resumes = await goesOn({ admin, staff }, plans.slice(0, FIRST_SENT).map((p) => p.recordId), now > from);
  say(`${basename(file)}, ${month}: ${rows.reduce((sum, r) => sum + r.offences, 0)} offences in ${daysIn(month)} days; ${ASSUMPTIONS.offencesPerPerson.value} a person assumed: ${plans.length} people from ${fullTime(from)} to ${fullTime(to)}`);
  if (resumes) say(`The clock stands at ${fullTime(now)}: the load goes on where it stopped.`);
  const tally = new Tally();
  await loadDay({ admin, staff, stations, plans, from, to, seed, tally, say: (text) => say(`${text} (${seconds()} s)`) }, now);
  const acts = seconds();
  const caught = await engineCaughtUp(admin);
  await printReport({ admin, staff, stations, plans, rows, to, tally });
  say(caught ? `Loaded in ${acts} s; the engine has caught up after ${seconds()} s.` : `Loaded in ${acts} s. The engine has not caught up: it is not running or falls behind. Bells wait for it; see Operations.`);
  await admin.post('/api/clock/advance', { minutes: 0, running: true });
}

/** The day ends at 03:00 London time; more days end as many later. */
function spanOf(days: number): { from: Instant; to: Instant } {
  const end = readTime(process.env['PEEL_DEMO_END'] ?? USUAL_END);
  if ('problem' in end) throw new Error(`PEEL_DEMO_END: ${end.problem.message}`);
  return { from: plusHours(end.at, -HOURS), to: plusHours(end.at, (days - 1) * 24) };
}

async function reach(staff: Staff, api: string): Promise<Session> {
  try {
    return await staff.persona('administrator');
  } catch (error) {
    throw new Error(`No desk answers at ${api} (${(error as Error).message}). Start it with npm start, or name its address: --api URL`, { cause: error });
  }
}

/** The training clock. Throws where there is none, or it stands behind the day. */
async function clockBefore(admin: Session, to: Instant): Promise<Instant> {
  const { body } = await admin.get<{ now: Instant; training: boolean }>('/api/clock');
  if (!body.training) throw new Error('The demonstration needs a training system: this one tells real time.');
  if (body.now > to) throw new Error(`The training clock stands at ${fullTime(body.now)}, after the demonstration day, which ends at ${fullTime(to)}. Start anew: npm start -- --fresh, or see npm run demo -- --help`);
  return body.now;
}

async function stationsOf(admin: Session): Promise<Station[]> {
  const { body } = await admin.get<{ stations: { id: string; name: string; cells: string[] }[] }>('/api/force/stations');
  return body.stations.filter((s) => s.cells.length > 0).map((s) => ({ ...s, own: (OWN_STATIONS as readonly string[]).includes(s.name) })).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** True where this day was begun before. In the middle of the day only the same goes on: another would be laid over it. */
async function goesOn({ admin, staff }: { admin: Session; staff: Staff }, first: readonly string[], begun: boolean): Promise<boolean> {
  const held = (await readOperations(admin)).records.reduce((sum, r) => sum + r.count, 0);
  if (!begun || held === 0) return false;
  const superintendent = await staff.persona('superintendent');
  for (const id of first) if ((await superintendent.get(`/api/custody/custody-record/${id}`)).status === 200) return true;
  throw new Error(`The desk holds ${held} custody records, and none of this file, month, days and seed. Start anew: npm start -- --fresh`);
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options) await play(options);
  else say(HELP);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
