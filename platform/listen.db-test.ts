import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { until } from '#tests/support/until';
import { roleUrl } from './config.ts';
import { listen } from './listen.ts';

describe('an ear on PostgreSQL', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  before(async () => { database = await freshDatabase(instant('2026-11-17T08:00:00Z')); });
  after(() => database.drop());

  const say = (text: string) => database.admin.raw("select pg_notify('peel_test', ?)", [text]);
  const url = () => roleUrl(database.config, 'watchdog');

  it('hears what is said, and again after its connection was cut', async () => {
    const heard: string[] = [];
    let opened = 0;
    const ear = listen({ url: url(), channels: ['peel_test'], onNotice: (_channel, payload) => heard.push(payload), onOpen: () => { opened += 1; } });
    await until('the ear opens', () => opened === 1);
    await say('one');
    await until('one', () => heard.includes('one'));
    await database.admin.raw("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'peel ear' and datname = current_database()");
    await until('the ear opens again', () => opened === 2);
    await say('two');
    await until('two', () => heard.includes('two'));
    await ear.close();
  });

  it('opens for one process at a time, and for the next when that one is gone', async () => {
    const open = new Set<string>();
    const start = (name: string) => listen({ url: url(), channels: ['peel_test'], only: 'peel test', onNotice: () => undefined, onOpen: () => open.add(name), onShut: () => open.delete(name) });
    const first = start('first');
    await until('the first is on duty', () => open.has('first'));
    const second = start('second');
    await new Promise((later) => setTimeout(later, 2_500));
    assert.deepEqual([...open], ['first']);
    await first.close();
    await until('the second takes over', () => open.has('second'));
    await second.close();
  });
});
