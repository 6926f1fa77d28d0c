import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'mocha';
import { buildWords, commitOf, readBuild } from './build.ts';

describe('the build a process says it runs', () => {
  it('is the version of the package, the commit that was given and the Node it runs on', () => {
    const build = readBuild({ PEEL_COMMIT: '0123456789' });
    assert.match(build.version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual([build.commit, build.node], ['0123456789', process.version]);
  });
  it('has no commit outside a checkout', () => { assert.equal(commitOf(tmpdir()), null); });
  it('names the commit where one is known', () => {
    assert.deepEqual([buildWords({ version: '1.2.3', commit: 'abc' }), buildWords({ version: '1.2.3', commit: null })], ['1.2.3 (abc)', '1.2.3']);
  });
});
