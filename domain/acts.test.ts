import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'mocha';
import { CUSTODY_REFUSALS } from './custody/custody-record/refusals.ts';
import { RECORD_KINDS } from './records.ts';
import { slug } from './shared/act.ts';
import { typeWords } from './work/task/task-types.ts';
import { codes, type ActCase, type ActCases, type Example } from './shared/example.ts';

type Any = Example<unknown, unknown>;
/** Read at once: the titles of the tests are in the tables. */
const load = createRequire(import.meta.url);
const tables = RECORD_KINDS.flatMap(({ area, kind, acts }) => acts.map(({ name }) => {
  const { actCases } = load(`./${area}/${kind}/acts/${slug(name)}.cases.ts`) as { actCases: ActCases<Any> };
  return { kind, name, ...actCases };
}));

function run(name: string, start: () => Any, one: ActCase<Any>): void {
  const example = start();
  one.given?.(example);
  const before = JSON.stringify(example.record);
  assert.deepEqual(codes(example.send(name, one)), one.refused ?? []);
  if (one.refused) assert.equal(JSON.stringify(example.record), before);
  if (one.shows) assert.deepEqual(one.shows(example), one.as);
}

for (const { kind, name, start, cases } of tables) {
  describe(`${kind}: ${name}`, () => {
    for (const one of cases) it(one.it, () => { run(name, start, one); });
  });
}

describe('the cases', () => {
  it('have one that is accepted for every act', () => assert.deepEqual(tables.filter(({ cases }) => cases.every((c) => c.refused)).map(({ name }) => name), []));
  it('reach every refusal code of the custody record', () => {
    const reached = new Set(tables.flatMap(({ cases }) => cases.flatMap((c) => c.refused ?? [])));
    assert.deepEqual(Object.keys(CUSTODY_REFUSALS).filter((code) => !reached.has(code)), []);
  });
  it('leave no duty that the inbox has no words for', () => {
    const owed = tables.flatMap(({ name, start, cases }) => cases.filter((c) => !c.refused).flatMap((one) => {
      const example = start();
      one.given?.(example);
      example.send(name, one);
      return example.kind.obligations(example.record, example.kind.law).map((o) => o.taskType);
    }));
    assert.deepEqual([...new Set(owed)].filter((type) => typeWords(type) === typeWords('')), []);
  });
});
