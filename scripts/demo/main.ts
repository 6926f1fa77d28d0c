import { parseArgs } from 'node:util';
import { OWN_STATIONS, PERSONAS } from '#domain/force/personas';
import { fullTime, readTime } from '#domain/shared/local-time';
import { plus, plusHours, HOUR, type Instant } from '#domain/shared/time';
import { ASSUMPTIONS } from './assumptions.ts';
import { planDay, type PlannedDetention } from './plan.ts';
import { daysIn, monthOf, readPublished } from './published.ts';
import { printReport } from './report.ts';
import { Session } from './session.ts';
import { actsOf, commandId, type PlannedAct, type Role, type StationPlan } from './steps.ts';
import { Staff } from './staff.ts';

/** Hours of the day that is simulated, and of one step of the training clock. */
const HOURS = 36;
const STEP = 2 * HOUR;
const AT_ONCE = 6;

interface Options { readonly api: string; readonly file: string; readonly month: string | null; readonly days: number; readonly seed: number }

function options(): Options {
  const { values } = parseArgs({ options: { file: { type: 'string' }, month: { type: 'string' }, days: { type: 'string' }, seed: { type: 'string' }, api: { type: 'string' } } });
  return {
    api: values.api ?? process.env['PEEL_PUBLIC_URL'] ?? 'http://127.0.0.1:8080', file: values.file ?? new URL('../../data/met-custody-disposals.csv', import.meta.url).pathname, month: values.month ?? null,
    days: Number(values.days ?? 1), seed: Number(values.seed ?? 7),
  };
}

interface Tally { calls: number; acts: number; refused: Map<string, number> }
interface Job { readonly plan: PlannedDetention; readonly station: StationPlan; readonly role: Role; readonly acts: readonly PlannedAct[]; readonly step: number }

async function send(job: Job, staff: Staff, tally: Tally, seed: number): Promise<void> {
  const officer = await staff.on(job.station, job.role, job.acts[0]!.at);
  if (!officer) { refusedWith(tally, ['NO_OFFICER']); return; }
  const { plan, acts } = job;
  const seen = staff.versions.get(plan.recordId) ?? 0;
  const answer = await officer.post<{ version?: number; refusals?: { code: string }[]; code?: string }>(`/api/custody/custody-record/${plan.recordId}/acts`, {
    commandId: commandId(seed, plan.recordId, job.step, officer.officerId), seenVersion: seen, acts: acts.map((a) => ({ act: a.act, at: a.at, body: a.body })),
  });
  tally.calls += 1;
  if (answer.status === 200) { staff.versions.set(plan.recordId, answer.body.version!); tally.acts += acts.length; return; }
  refusedWith(tally, answer.body.refusals?.map((r) => r.code) ?? [answer.body.code ?? String(answer.status)]);
}

function refusedWith(tally: Tally, codes: readonly string[]): void {
  for (const code of codes) tally.refused.set(code, (tally.refused.get(code) ?? 0) + 1);
}

/** Several records at once, each record's acts one after another. */
async function sendAll(jobs: readonly Job[][], staff: Staff, tally: Tally, seed: number): Promise<void> {
  const queue = [...jobs];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = queue.pop(); next; next = queue.pop()) for (const job of next) await send(job, staff, tally, seed);
  }));
}

/** A record's acts of one step, cut where the officer changes: each piece is one batch of one persona. */
function batches(acts: readonly PlannedAct[], plan: PlannedDetention, station: StationPlan, step: number): Job[] {
  const jobs: { role: Role; acts: PlannedAct[] }[] = [];
  for (const act of acts) {
    const last = jobs.at(-1);
    if (last?.role === act.role) last.acts.push(act);
    else jobs.push({ role: act.role, acts: [act] });
  }
  return jobs.map((job, n) => ({ ...job, plan, station, step: step * 100 + n }));
}

async function main(): Promise<void> {
  const started = Date.now();
  const { api, file, month: asked, days, seed } = options();
  const { month, rows } = monthOf(readPublished(file), asked);
  const admin = await Session.signIn(api, PERSONAS.find((p) => p.post === 'administrator')!.id);
  const { body: clock } = await admin.get<{ now: Instant; training: boolean }>('/api/clock');
  if (!clock.training) throw new Error('The demonstration needs a training system: this one tells real time.');
  const from = startOf(clock.now, days);
  const to = plusHours(from, HOURS + (days - 1) * 24);
  const { body: force } = await admin.get<{ stations: { id: string; name: string }[] }>('/api/force/stations');
  const stations: StationPlan[] = force.stations.map((s) => ({ id: s.id, name: s.name, own: (OWN_STATIONS as readonly string[]).includes(s.name) })).toSorted((a, b) => a.name.localeCompare(b.name));
  const plans = planDay(rows, { from, to, stations: stations.length, seed, month });
  process.stdout.write(`${file.split('/').at(-1)}, ${month}: ${rows.reduce((sum, r) => sum + r.offences, 0)} offences in ${daysIn(month)} days; ${ASSUMPTIONS.offencesPerPerson.value} a person assumed: ${plans.length} people from ${fullTime(from)} to ${fullTime(to)}\n`);
  await admin.post('/api/operations/hold', { what: 'all', reason: 'The demonstration day is being loaded' });
  const staff = new Staff(api, stations);
  const tally: Tally = { calls: 0, acts: 0, refused: new Map() };
  const timelines = plans.map((plan) => ({ plan, station: stations[plan.station]!, acts: actsOf(plan, stations[plan.station]!, seed) }));
  await admin.post('/api/clock/advance', { to: from > clock.now ? from : clock.now, running: false });
  for (let step = 0, at = from; at < to; step += 1) {
    const next = plus(at, STEP) < to ? plus(at, STEP) : to;
    await admin.post('/api/clock/advance', { to: next, running: false });
    await admin.post('/api/operations/hold', { what: 'all', reason: 'The demonstration day is being loaded' });
    await staff.changeShifts(at, next);
    const jobs = timelines.map(({ plan, station, acts }) => batches(acts.filter((a) => (a.at > at || step === 0) && a.at <= next), plan, station, step)).filter((j) => j.length > 0);
    await sendAll(jobs, staff, tally, seed);
    process.stdout.write(`  ${fullTime(next)}: ${tally.calls} calls, ${tally.acts} acts, ${[...tally.refused.values()].reduce((a, b) => a + b, 0)} refused (${((Date.now() - started) / 1000).toFixed(0)} s)\n`);
    at = next;
  }
  await admin.post('/api/operations/release', {});
  await admin.post('/api/clock/advance', { minutes: 0, running: true });
  await caughtUp(admin);
  await printReport({ admin, staff, stations, plans, rows, to, tally, seconds: (Date.now() - started) / 1000 });
}

/** The day ends at 03:00 London time; a clock already past its start goes on from where a rerun stopped. */
function startOf(now: Instant, days: number): Instant {
  const wanted = process.env['PEEL_DEMO_END'] ?? '2025-12-17T03:00';
  const end = readTime(wanted);
  if ('problem' in end) throw new Error(end.problem.message);
  const start = plusHours(end.at, -HOURS - (days - 1) * 24);
  if (now > end.at) throw new Error(`The training clock stands at ${fullTime(now)}, after the demonstration day. Start anew: npm start -- --fresh`);
  return start;
}

/** Waits until the relay has nothing left to ring: the engine has seen every record. */
async function caughtUp(admin: Session): Promise<void> {
  for (const until = Date.now() + 90_000; Date.now() < until;) {
    const { body } = await admin.get<{ relay: { waiting: number }; processes: { name: string; ageMs: number }[] }>('/api/operations');
    if (body.relay.waiting === 0 || !body.processes.some((p) => p.name === 'relay' && p.ageMs < 20_000)) return;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  }
}

await main();
