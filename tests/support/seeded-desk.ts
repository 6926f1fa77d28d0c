import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ARREST, GROUNDS, NEEDS } from '#domain/custody/custody-record/example-detention';
import { INVESTIGATION_TEAM, PERSONAS } from '#domain/force/personas';
import type { OfficerAt } from '#domain/shared/actor';
import { readGrants } from '#domain/shared/policy/policy';
import type { Instant } from '#domain/shared/time';
import { asSystem, connect, type Caller, type Database } from '#platform/database';
import { executeCommand, type CommandInput, type CommandResult } from '#platform/execute-command';
import { officersAt } from '#platform/facts/force';
import { seedForce, stationId } from '../../main/seed.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';

export const HALE = stationId('Hale Road');
export const KESTREL = stationId('Kestrel Street');

/** Its answers, and what it says otherwise than the usual: the newest version, a new id, now. */
export interface Sent extends Partial<Pick<CommandInput, 'commandId' | 'seenVersion' | 'whatIf' | 'requestId'>> {
  readonly body?: object;
  readonly at?: string | null;
}

/** A database with the personas at their stations, and their commands as the api sends them, without the api. */
export interface SeededDesk {
  readonly database: TestDatabase;
  readonly app: Database;
  /** The persona as the roster has them now. */
  readonly officer: (name: string) => Promise<OfficerAt>;
  readonly caller: (name: string) => Promise<Caller>;
  readonly send: (by: string, recordId: string, act: string, sent?: Sent) => Promise<CommandResult>;
  /** As `send`, where a refusal is the test's own mistake. */
  readonly must: (by: string, recordId: string, act: string, sent?: Sent) => Promise<number>;
  readonly version: (recordId: string) => Promise<number>;
  readonly count: (table: string, where?: object) => Promise<number>;
  readonly end: () => Promise<void>;
}

/** Hale Road and Kestrel Street with their personas, the training clock standing at `start`. */
export async function seededDesk(start: Instant): Promise<SeededDesk> {
  const database = await freshDatabase(start);
  const app = connect('app', database.config);
  await seedForce(app, 2);
  const id = (name: string): string => PERSONAS.find((p) => p.name === name)!.id;
  const at = (name: string) => asSystem(app, async ({ trx, now }) => ({ officer: (await officersAt(trx, [id(name)], now))[id(name)]!, now }));
  const caller = async (name: string): Promise<Caller> => {
    const { officer, now } = await at(name);
    return { actor: { kind: 'person', officer }, claims: { officerId: officer.id, grants: readGrants(officer, now) }, purpose: 'Duty: test', requestId: randomUUID(), sessionId: null };
  };
  const version = async (recordId: string): Promise<number> => ((await database.admin('custody.custody_record').select('version').where({ id: recordId }).first()) as { version: number } | undefined)?.version ?? 0;
  const send: SeededDesk['send'] = async (by, recordId, act, sent = {}) => {
    const { at: when = null, body = {}, ...rest } = sent;
    return executeCommand(app, { ...(await caller(by)), kind: 'custody-record', recordId, commandId: randomUUID(), seenVersion: await version(recordId), acts: [{ act, at: when, body }], ...rest });
  };
  const must: SeededDesk['must'] = async (...command) => {
    const result = await send(...command);
    assert.equal(result.outcome, 'accepted', `${command[2]}: ${JSON.stringify(result).slice(0, 600)}`);
    return (result as Extract<CommandResult, { outcome: 'accepted' }>).version;
  };
  const count: SeededDesk['count'] = async (table, where = {}) => Number(((await database.admin(table).where(where).count().first()) as { count: string }).count);
  return { database, app, caller, officer: async (name) => (await at(name)).officer, send, must, version, count, end: async () => { await app.close(); await database.drop(); } };
}

/** Arrested and in the yard of Hale Road, waiting for the custody officer's decision; answers the record's id. */
export async function inTheYard(desk: SeededDesk): Promise<string> {
  const id = randomUUID();
  await desk.must('Ada Okoro', id, 'recordArrest', { body: { ...ARREST, stationId: HALE, teamId: INVESTIGATION_TEAM.id } });
  await desk.must('Ada Okoro', id, 'recordArrival', { body: { stationId: HALE, source: 'gateLog' } });
  await desk.must('Ada Okoro', id, 'recordImmediateNeeds', { body: NEEDS });
  return id;
}

/** Detention authorised, on level 2 with visits every half hour. */
export async function detained(desk: SeededDesk): Promise<string> {
  const id = await inTheYard(desk);
  await desk.must('Ada Okoro', id, 'authoriseDetention', { body: GROUNDS });
  await desk.must('Ada Okoro', id, 'setObservationLevel', { body: { level: '2', reason: 'Calm' } });
  return id;
}
