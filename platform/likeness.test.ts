import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { anywhere, likeness } from './likeness.ts';

describe('what is searched for', () => {
  it('is the words themselves, whatever signs they hold', () => assert.deepEqual(['O’Neill', '100%', 'a_b', 'c\\d'].map(likeness), ['O’Neill', '100\\%', 'a\\_b', 'c\\\\d']));
  it('may stand anywhere in a text', () => assert.equal(anywhere('5%'), '%5\\%%'));
});
