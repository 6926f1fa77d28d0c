import { fullTime } from '#domain/shared/local-time';
import { HOUR, type Instant } from '#domain/shared/time';
import { actsOf, type PlannedAct, type Station } from './acts.ts';
import type { PlannedDetention } from './plan.ts';
import type { Session } from './session.ts';
import { codesOf, type Staff } from './staff.ts';
import { batchesOf, commandId, handovers, stepEnds, type Batch } from './steps.ts';
import type { Tally } from './tally.ts';

/** The longest stretch the clock moves over at once. */
const STEP = 6 * HOUR;
const AT_ONCE = 6;
const HOLD = { what: 'all', reason: 'The demonstration day is being loaded' };
/** A hold ends by itself after five minutes. */
const RENEW_EVERY = 60_000;

export interface Loading {
  readonly admin: Session;
  readonly staff: Staff;
  readonly stations: readonly Station[];
  readonly plans: readonly PlannedDetention[];
  readonly from: Instant;
  readonly to: Instant;
  readonly seed: number;
  readonly tally: Tally;
  readonly say: (text: string) => void;
}

interface Timeline { readonly plan: PlannedDetention; readonly station: Station; readonly acts: readonly PlannedAct[]; version: number | null }
interface Step { readonly from: Instant | null; readonly to: Instant }
interface Answer { readonly version?: number; readonly repeated?: boolean; readonly refusals?: readonly { code: string }[]; readonly code?: string }

/** Steps the clock through the day and sends each step's acts, relay and watchdog held meanwhile. Steps behind the clock are done. */
export async function loadDay(loading: Loading, now: Instant): Promise<void> {
  const timelines = loading.plans.map((plan): Timeline => ({ plan, station: loading.stations[plan.suite]!, acts: actsOf(plan, loading.stations[plan.suite]!, loading.seed), version: null }));
  let held = await hold(loading);
  const renewing = setInterval(() => void hold(loading).then((id) => { held = id; }).catch(() => undefined), RENEW_EVERY); // a lost renewal is followed by another
  try {
    for (const step of stepsFrom(loading, now)) {
      await must(loading.admin, '/api/clock/advance', { to: step.to, running: false });
      await playStep(loading, timelines, step);
    }
  } finally {
    clearInterval(renewing);
    await must(loading.admin, '/api/operations/release', { id: held });
  }
}

/** Each hold takes the place of the one before; the last is the one to end. */
const hold = async ({ admin }: Loading): Promise<string> => (await must<{ id: string }>(admin, '/api/operations/hold', HOLD)).id;

async function must<T>(admin: Session, path: string, body: object): Promise<T> {
  const { status, body: answer } = await admin.post<T>(path, body);
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}

function stepsFrom({ from, to }: Loading, now: Instant): Step[] {
  const ends = stepEnds(from, to, STEP);
  return ends.map((end, i) => ({ from: i === 0 ? null : ends[i - 1]!, to: end })).filter((step) => step.to >= now);
}

async function playStep(loading: Loading, timelines: readonly Timeline[], step: Step): Promise<void> {
  const { staff, tally, say } = loading;
  staff.forgetRosters();
  await changeShifts(loading, step);
  const queue = timelines.map((timeline) => ({ timeline, batches: batchesOf(timeline.acts, step.from, step.to) })).filter((job) => job.batches.length > 0);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let job = queue.shift(); job; job = queue.shift()) for (const batch of job.batches) await send(loading, job.timeline, batch);
  }));
  say(`  ${fullTime(step.to)}: ${tally.calls} calls, ${tally.acts} acts, ${tally.refusals} refused`);
}

/** Each shift that begins takes over the custody officer's post; the personas keep theirs. */
async function changeShifts({ staff, stations, tally, seed, from }: Loading, step: Step): Promise<void> {
  for (const at of handovers(step.from ?? from, step.to)) for (const station of stations.filter((s) => !s.own)) tally.refused(await staff.takeOver(station, at, seed));
}

async function send({ staff, tally, seed }: Loading, timeline: Timeline, batch: Batch): Promise<void> {
  const { recordId } = timeline.plan;
  const officer = await staff.on(timeline.station, batch.role, batch.acts[0]!.at);
  timeline.version ??= batch.place === 0 ? 0 : await versionOf(officer, recordId);
  const sent = { commandId: commandId(seed, recordId, batch), seenVersion: timeline.version, acts: batch.acts.map(({ act, at, body }) => ({ act, at, body })) };
  const { status, body } = await officer.post<Answer>(`/api/custody/custody-record/${recordId}/acts`, sent);
  tally.calls += 1;
  if (status !== 200) { tally.refused(codesOf(status, body)); return; }
  timeline.version = body.version!;
  tally.acts += batch.acts.length;
  if (body.repeated) tally.repeated += 1;
}

/** After a break the version is read: the run before has written it. */
const versionOf = async (officer: Session, recordId: string): Promise<number> => (await officer.get<{ view?: { version: number } }>(`/api/custody/custody-record/${recordId}`)).body.view?.version ?? 0;
