import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'mocha';
import { OWN_STATIONS } from '#domain/force/personas';
import { instant, plusHours, type Instant } from '#domain/shared/time';
import { actsOf, type Station } from '../../scripts/demo/acts.ts';
import { loadDay } from '../../scripts/demo/load.ts';
import { planDay, type PlannedDetention } from '../../scripts/demo/plan.ts';
import type { PublishedRow } from '../../scripts/demo/published.ts';
import { Staff } from '../../scripts/demo/staff.ts';
import { Tally } from '../../scripts/demo/tally.ts';
import { startApi, type TestApi } from '../support/api-server.ts';

const FROM = instant('2025-12-15T15:00:00Z');
const TO = plusHours(FROM, 36);
const DEMO = fileURLToPath(new URL('../../scripts/demo/main.ts', import.meta.url));
const SEED = 13;
/** Twenty-odd people: enough for each disposal, an extension and a handover of the post. */
const row = (offenceGroup: string, disposal: string, offences: number): PublishedRow => ({ month: '2025-12', gender: 'Male', ageGroup: 'Adult', ethnicity: 'White', offenceGroup, disposal, offences });
const ROWS = [
  row('Robbery', 'Police Bail', 300), row('Assault', 'Prosecution', 200), row('Other Offence', 'To Court', 120), row('Other Offence', 'No Further Action', 150), row('Drug Possession', 'Out of Court', 60), row('Weapons', 'Released Under Investigation', 100),
];

class Broken extends Error {}
/** Staff who all go home after so many calls: the load is broken off in the middle of a step. */
class LeavingStaff extends Staff {
  private left = 25;
  override on(...asked: Parameters<Staff['on']>): ReturnType<Staff['on']> {
    if (this.left <= 0) return Promise.reject(new Broken('gone'));
    this.left -= 1;
    return super.on(...asked);
  }
}

describe('the demonstration day through the api', () => {
  let api: TestApi;
  let stations: Station[];
  let plans: PlannedDetention[];

  before(async function start() {
    this.timeout(60_000);
    api = await startApi('2025-12-15T15:00');
    const { body } = await (await new Staff(api.url).persona('administrator')).get<{ stations: Omit<Station, 'own'>[] }>('/api/force/stations');
    stations = body.stations.filter((s) => s.cells.length > 0).map((s) => ({ ...s, own: (OWN_STATIONS as readonly string[]).includes(s.name) })).toSorted((a, b) => a.name.localeCompare(b.name));
    plans = planDay(ROWS, { from: FROM, to: TO, suites: stations, seed: SEED, month: '2025-12' });
  });
  after(() => api.stop());

  const now = async (): Promise<Instant> => (await (await new Staff(api.url).persona('administrator')).get<{ now: Instant }>('/api/clock')).body.now;
  async function load(staff: Staff): Promise<Tally> {
    const admin = await staff.persona('administrator');
    const tally = new Tally();
    await loadDay({ admin, staff, stations, plans, from: FROM, to: TO, seed: SEED, tally, say: () => undefined }, await now());
    return tally;
  }
  const run = (...args: string[]): Promise<{ code: number; said: string }> => promisify(execFile)(process.execPath, [DEMO, '--api', api.url, ...args])
    .then(({ stdout }) => ({ code: 0, said: stdout }), (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }));
  const told = async (): Promise<{ record_id: string; type: string; occurred_at: Instant }[]> => api.database.admin('custody.custody_record_event').select('record_id', 'type', 'occurred_at').orderBy(['record_id', 'version', 'n']);

  for (const [what, args, words] of [
    ['an unknown month', ['--month', '2030-01'], /no month 2030-01\. It has: 2021-01/], ['days out of range', ['--days', '8'], /1 to 7/], ['an absent file', ['--file', '/nowhere.csv'], /cannot be read/],
    ['a file of another form', ['--file', fileURLToPath(new URL('../../package.json', import.meta.url))], /line 1/],
  ] as const) {
    it(`${what} is refused, and the clock has not moved`, async function refused() {
      this.timeout(20_000);
      const [before, { code, said }] = [await now(), await run(...args)];
      assert.equal(code, 1);
      assert.match(said, words);
      assert.equal(await now(), before);
      assert.deepEqual(await told(), []);
    });
  }

  it('is told once, whole and without a refusal, though it was broken off in the middle of a step', async function told_() {
    this.timeout(120_000);
    await assert.rejects(load(new LeavingStaff(api.url)), Broken);
    const first = (await told()).length;
    assert.ok(first > 0);
    const tally = await load(new Staff(api.url));
    assert.equal(tally.words, 'none');
    assert.ok(tally.repeated > 0, 'what was sent before the break is answered again');
    const events = await told();
    const planned = plans.flatMap((plan) => actsOf(plan, stations[plan.suite]!, SEED).filter((a) => a.at <= TO).map((a) => `${plan.recordId} ${a.at}`));
    assert.ok(first < events.length);
    assert.ok(events.some((e) => e.type === 'extensionAuthorised' && plans.some((p) => p.recordId === e.record_id && stations[p.suite]!.name === 'Marsh Lane')), 'by the rostered superintendent, not the persona who tries');
    assert.deepEqual(events.map((e) => `${e.record_id} ${e.occurred_at}`).toSorted(), planned.toSorted());
    assert.equal(await now(), TO);
    const held = (await api.database.admin('platform.hold').whereNull('released_at')) as unknown[];
    assert.deepEqual(held, []);
  });

  it('run again at its end changes nothing', async function again() {
    this.timeout(60_000);
    const before = await told();
    assert.equal((await load(new Staff(api.url))).words, 'none');
    assert.deepEqual(await told(), before);
  });

  it('will not be laid over a day of other input, nor over one that is past', async function other() {
    this.timeout(40_000);
    const said = await run('--seed', '5');
    assert.match(said.said, /none of this file, month, days and seed/);
    await api.at('2025-12-17T03:01');
    assert.match((await run()).said, /after the demonstration day/);
    assert.equal(await now(), '2025-12-17T03:01:00.000Z');
  });
});
