import type { Knex } from 'knex';
import { SECOND } from '#domain/shared/time';
import type { RelayState } from './relay.ts';
import type { WorkerState } from './run-workers.ts';

/** What a process last said of itself, and how long ago (wall time). */
export interface Heard { readonly name: string; readonly ageMs: number; readonly detail: unknown }

/** Why the engine does no work: processes that are not heard, else whoever does not reach Temporal. */
export type EngineTrouble = { readonly what: 'notHeard'; readonly processes: readonly string[] } | { readonly what: 'temporalAway' | 'workerAway' };

/** Without these nothing is done by itself; the watchdog only mends. */
const NEEDED = ['worker', 'relay'] as const;
/** A process that speaks every few seconds is missing after this many milliseconds of silence. */
const SILENCE = 10 * SECOND;

export const readHeard = (trx: Knex): Promise<Heard[]> =>
  trx('platform.process_state').select('name', trx.raw('(extract(epoch from clock_timestamp() - seen_at) * 1000)::float8 as "ageMs"'), 'detail') as unknown as Promise<Heard[]>;

/** Spoke of late, whatever it said. */
export const isHeard = ({ ageMs }: Heard): boolean => ageMs < SILENCE;
/** Spoke of late, and not to say that it was stopped. */
export const isUp = (heard: Heard): boolean => isHeard(heard) && (heard.detail as Partial<WorkerState>).state !== 'stopped';

/** What keeps the engine from its work; null while it is up. The one answer for every screen. */
export function engineTrouble(heard: readonly Heard[]): EngineTrouble | null {
  const detail = <T>(name: string): T | undefined => heard.find((h) => h.name === name && isUp(h))?.detail as T | undefined;
  const processes = NEEDED.filter((name) => detail(name) === undefined);
  if (processes.length > 0) return { what: 'notHeard', processes };
  if (detail<RelayState>('relay')!.temporal !== 'up') return { what: 'temporalAway' };
  return detail<WorkerState>('worker')!.state === 'running' ? null : { what: 'workerAway' };
}
