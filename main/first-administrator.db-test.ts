import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import { abilityRules, buildAbility } from '#domain/shared/policy/policy';
import { asSystem, connect, type Database } from '#platform/database';
import { officersAt } from '#platform/facts/force';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { appointFirst } from './first-administrator.ts';

describe('the first administrator of a force', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let db: Database;
  before(async () => { database = await freshDatabase(instant('2026-01-12T08:00:00Z')); db = connect('app', database.config, 2); });
  after(async () => { await db.close(); await database.drop(); });

  it('may appoint others from then on, and sees no custody record', async () => {
    const id = randomUUID();
    await appointFirst(db, { id, name: 'Lena Fox' });
    const ability = await asSystem(db, async ({ trx, now }) => buildAbility(abilityRules((await officersAt(trx, [id], now))[id]!, now)));
    assert.deepEqual([ability.can('appointOfficer', 'Officer'), ability.can('assignPost', 'DutyRoster'), ability.can('read', 'CustodyRecord')], [true, true, false]);
  });

  it('is one: a second is refused', () => assert.rejects(appointFirst(db, { id: randomUUID(), name: 'Another' }), /has an administrator already/));
  it('is known by a UUID', () => assert.rejects(appointFirst(db, { id: 'lena', name: 'Lena' }), /not a UUID/));
});
