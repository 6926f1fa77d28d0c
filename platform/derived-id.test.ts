import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { derivedId } from './derived-id.ts';

describe('derivedId', () => {
  it('gives the same id for the same parts and another for any other', () => {
    assert.equal(derivedId('record', 'reviewDue/1', 3), derivedId('record', 'reviewDue/1', 3));
    assert.notEqual(derivedId('record', 'reviewDue/1', 3), derivedId('record', 'reviewDue/1', 4));
    assert.notEqual(derivedId('a', 'bc'), derivedId('ab', 'c'));
  });

  it('is a UUID of version 8', () => {
    assert.match(derivedId('anything'), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
