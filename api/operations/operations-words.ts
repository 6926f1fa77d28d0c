import { duration, MINUTE, SECOND } from '#domain/shared/time';
import { engineTrouble, isHeard, isUp, type EngineTrouble, type Heard } from '#platform/engine-state';
import type { Fault } from '#platform/find-late';
import type { RelayState } from '#platform/relay';
import type { WorkerState } from '#platform/run-workers';
import type { WatchdogState } from '#platform/watchdog';

const KIND_WORDS: Readonly<Record<string, string>> = { 'custody-record': 'Custody record', 'duty-roster': 'Duty roster', officer: 'Officer', person: 'Person' };

/** A kind of record as people call it; one without its words here is called by its name. */
export const kindWords = (kind: string): string => KIND_WORDS[kind] ?? spaced(kind);

const STATUS_WORDS: Readonly<Record<string, string>> = { enRoute: 'On the way', arrived: 'At the station, not decided', detained: 'Detained', withInvestigator: 'With the investigator', inHospital: 'In hospital', inTransit: 'Moving to another station' };
/** A state of a record or of a workflow in words: `onBail` → `On bail`. */
export const statusWords = (status: string): string => STATUS_WORDS[status] ?? spaced(status);

const spaced = (name: string): string => {
  const words = name.replaceAll('-', ' ').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const GRPC: Readonly<Record<string, string>> = {
  1: 'the call was broken off', 3: 'Temporal did not understand the bell', 4: 'Temporal answered too slowly', 5: 'Temporal does not know its namespace', 7: 'Temporal did not allow it', 8: 'Temporal is overloaded', 14: 'Temporal does not answer', 16: 'Temporal did not accept our credentials',
};
/** Why bells could not be sent, in words, with what the log calls it. */
export function bellError(reason: string | null): string | null {
  if (reason === null) return null;
  const code = /gRPC (\d+)/.exec(reason)?.[1] ?? '';
  return `${GRPC[code] ?? 'an unexpected failure'} (${reason})`;
}

/** Wall time as a person reads it, down to the second: `12 s`, `3 min`, `1 h 05 min`. */
export const spanWords = (ms: number): string => (ms < MINUTE ? `${Math.max(0, Math.floor(ms / SECOND))} s` : duration(ms));

const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** What a watchdog's finding means: what the engine had left undone, and by how much. */
export function faultWords(fault: Fault): string {
  if (fault.what === 'missedWake') return `Nobody woke it at its time: ${spanWords(fault.late)} late`;
  return `It owed ${counted(fault.owed, 'task', 'tasks')}, ${fault.open} stood open`;
}

interface ProcessWords { readonly name: string; readonly up: boolean; readonly says: string; readonly purpose: string }

const relaySays = (s: RelayState): string => {
  if (s.held) return 'Held by an operator: bells wait.';
  if (s.temporal === 'down') return 'Looks for Temporal, which does not answer; bells wait.';
  return s.waiting === 0 ? 'Carries bells to Temporal; none waits.' : `Carries bells to Temporal; ${counted(s.waiting, 'waits', 'wait')}.`;
};
const workerSays = (s: WorkerState): string => (s.state === 'running' ? `Works the ${s.queues.length === 1 ? 'queue' : 'queues'} ${s.queues.join(', ')}.` : s.state === 'stopped' ? 'Was stopped.' : 'Looks for Temporal, which does not answer.');
const watchdogSays = (s: WatchdogState): string => {
  if (s.held) return 'Held by an operator: nothing is mended.';
  return `${s.late === 0 ? 'No record is late now.' : `${counted(s.late, 'record is', 'records are')} late now and will be mended.`} ${s.repaired === 0 ? 'Nothing mended' : `${s.repaired} mended`} since it started.`;
};

const PROCESSES: readonly { readonly name: string; readonly purpose: string; readonly says: (detail: never) => string }[] = [
  { name: 'worker', purpose: 'runs the workflows', says: workerSays }, { name: 'relay', purpose: 'rings the workflows', says: relaySays }, { name: 'watchdog', purpose: 'mends what the engine left undone', says: watchdogSays },
];

/** Every process the engine needs, whether it is heard, and what it is doing. */
export const processWords = (heard: readonly Heard[]): ProcessWords[] => PROCESSES.map(({ name, purpose, says }) => {
  const found = heard.find((h) => h.name === name);
  if (!found) return { name, purpose, up: false, says: 'Has never been heard.' };
  return { name, purpose, up: isUp(found), says: isHeard(found) ? says(found.detail as never) : `Not heard for ${spanWords(found.ageMs)}.` };
});

const TROUBLE: Readonly<Record<Exclude<EngineTrouble['what'], 'notHeard'>, string>> = { temporalAway: 'Temporal does not answer.', workerAway: 'The worker has not reached Temporal.' };

/** Whether the engine does its work, and if not, why. */
export function engineWords(heard: readonly Heard[]): { up: boolean; why: string } {
  const trouble = engineTrouble(heard);
  if (trouble === null) return { up: true, why: 'Temporal, worker and relay answer.' };
  if (trouble.what !== 'notHeard') return { up: false, why: TROUBLE[trouble.what] };
  return { up: false, why: `The ${trouble.processes.join(' and the ')} ${trouble.processes.length === 1 ? 'is' : 'are'} not heard.` };
}
