import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { ASSUMPTIONS, ENDINGS_BY_DISPOSAL, OFFENCES_BY_GROUP } from './assumptions.ts';
import { SHIPPED } from './example-day.ts';
import { HELP, readOptions } from './options.ts';

describe('npm run demo', () => {
  it('plays the shipped file’s latest month for one day on this checkout’s desk', () => {
    assert.deepEqual(readOptions([], {}), { api: 'http://127.0.0.1:8080', file: SHIPPED, month: null, days: 1, seed: 7 });
    assert.equal(readOptions([], { PEEL_PORT: '8580' })!.api, 'http://127.0.0.1:8580');
    assert.equal(readOptions([], { PEEL_PUBLIC_URL: 'https://desk.example/' })!.api, 'https://desk.example');
  });

  it('takes other input, a file by where the user stands', () => {
    assert.deepEqual(readOptions(['--file', 'x.csv', '--month', '2024-05', '--days', '3', '--seed', '0', '--api', 'http://desk'], { INIT_CWD: '/srv/u' }), { api: 'http://desk', file: '/srv/u/x.csv', month: '2024-05', days: 3, seed: 0 });
  });

  for (const days of ['0', '8', '-1', '1.5', 'two', '', '1e3']) it(`refuses --days ${days || 'empty'}`, () => { assert.throws(() => readOptions([`--days=${days}`], {}), /--days .*1 to 7/); });
  it('refuses what it does not know, and points to its help', () => {
    assert.throws(() => readOptions(['--moth', '2024-05'], {}), /--moth.*--help/s);
    assert.throws(() => readOptions(['2024-05'], {}), /2024-05.*--help/s);
    assert.throws(() => readOptions(['--seed', 'x'], {}), /--seed x/);
  });

  it('gives its help where asked, with every option', () => {
    assert.equal(readOptions(['--help'], {}), null);
    for (const option of ['--file', '--month', '--days', '--seed', '--api', '--help']) assert.ok(HELP.includes(option), option);
  });
});

describe('the assumptions of the demonstration day', () => {
  const programs = globSync('scripts/demo/*.ts').filter((file) => !/\.test\.ts$|assumptions\.ts$|report\.ts$/.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n');
  for (const [name, { says }] of Object.entries(ASSUMPTIONS)) {
    it(`${name} is used and says what it is`, () => {
      assert.ok(programs.includes(`ASSUMPTIONS.${name}.value`));
      assert.ok(says.length > 20);
    });
  }

  it('name the ending of each disposal and offences of each group', () => {
    assert.equal(Object.keys(ENDINGS_BY_DISPOSAL).length, 7);
    assert.ok(Object.values(OFFENCES_BY_GROUP).every((codes) => codes.length >= 3));
    for (const disposal of Object.keys(ENDINGS_BY_DISPOSAL).filter((d) => d !== 'To Court')) assert.ok(disposal in ASSUMPTIONS.stayHours.value, disposal);
  });
});
