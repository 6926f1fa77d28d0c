import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { GROUNDS, NEEDS } from '#domain/custody/custody-record/example-detention';
import { recordKind } from '#domain/records';
import { instant } from '#domain/shared/time';
import { inTheYard, seededDesk, type SeededDesk } from '#tests/support/seeded-desk';
import { until } from '#tests/support/until';
import { asSystem, type Database } from './database.ts';
import { executeCommand } from './execute-command.ts';
import { lockRow } from './record-store.ts';
import { settle } from './settle-record.ts';

const BEFORE = instant('2026-11-17T08:10:00.000Z');
const LATER = instant('2026-11-17T08:10:01.000Z');
const kind = recordKind('custody-record');

/** Time goes by while one waits for another's record: what is done then is done at the time it is done. */
describe('who waits for a record', function () {
  this.timeout(30_000);
  let desk: SeededDesk;
  let id: string;
  before(async () => { desk = await seededDesk(instant('2026-11-17T08:00:00Z')); });
  after(() => desk.end());
  beforeEach(async () => { id = await inTheYard(desk); await desk.database.setClock(BEFORE); });

  /** Begins `waiting` at 08:10:00 while the record is held; a second later the holder does `holding`, and lets go. */
  async function behind<T>(waiting: () => Promise<T>, holding: (holder: Database) => Promise<unknown>): Promise<T> {
    const waited = await asSystem(desk.app, async ({ trx }) => {
      await lockRow(trx, kind, id);
      const begun = waiting();
      await until('it waits', async () => (await desk.database.admin('pg_stat_activity').whereRaw("datname = current_database() and wait_event_type = 'Lock'")).length > 0);
      await desk.database.setClock(LATER);
      await holding({ ...desk.app, knex: { transaction: (work: (t: typeof trx) => unknown) => work(trx) } as never });
      return { begun };
    });
    return waited.begun;
  }
  const authorise = async (db: Database): Promise<void> => {
    const input = { ...(await desk.caller('Ada Okoro')), kind: 'custody-record', recordId: id, commandId: randomUUID(), seenVersion: await desk.version(id), acts: [{ act: 'authoriseDetention', at: null, body: GROUNDS }] };
    assert.equal((await executeCommand(db, input)).outcome, 'accepted');
  };
  const openTasks = async (): Promise<string[]> => ((await desk.database.admin('work.task').select('type').where({ record_id: id, status: 'open' }).orderBy('type')) as { type: string }[]).map((t) => t.type);

  it('reads the time when it has the record, whether its holder wrote or only looked', async () => {
    const turn = () => asSystem(desk.app, async ({ trx, now }) => [now, (await lockRow(trx, kind, id))?.now]);
    assert.deepEqual(await behind(turn, () => Promise.resolve()), [BEFORE, LATER]);
    await desk.database.setClock(BEFORE);
    assert.deepEqual(await behind(turn, authorise), [BEFORE, LATER]);
  });

  it('as a turn of the engine leaves the tasks that the act opened as they are, and wakes for what comes next', async () => {
    const turn = await behind(() => settle(desk.app, 'custody-record', id), authorise);
    const [open, row] = [await openTasks(), (await desk.database.admin('custody.custody_record').select('open_tasks').where({ id }).first()) as { open_tasks: number }];
    assert.ok(open.includes('review') && open.includes('authorityToDetain'), open.join());
    assert.equal(row.open_tasks, open.length);
    assert.equal(await desk.count('work.task_event', { what: 'closed', at: BEFORE }), 0);
    assert.deepEqual(turn, await settle(desk.app, 'custody-record', id));
  });

  it('as an act that happens now happens after the one it waited for', async () => {
    const asked = await behind(() => desk.send('Ada Okoro', id, 'recordImmediateNeeds', { body: NEEDS }), authorise);
    assert.equal(asked.outcome, 'accepted', JSON.stringify(asked));
    assert.ok((await openTasks()).includes('review'));
    const last = (await desk.database.admin('custody.custody_record_event').where({ record_id: id }).orderBy('version', 'desc').first()) as { occurred_at: string; recorded_at: string };
    assert.deepEqual([last.occurred_at, last.recorded_at], [LATER, LATER]);
  });
});
