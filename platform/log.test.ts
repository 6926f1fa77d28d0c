import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plainError } from './log.ts';

describe('an error in a log', () => {
  it('keeps code and constraint of a database error and drops its words, which may quote what was typed', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Hale Adeyemi"'), { severity: 'ERROR', code: '22P02', constraint: 'person_pk' });
    const plain = plainError(error);
    assert.equal(plain['code'], '22P02');
    assert.equal(plain['constraint'], 'person_pk');
    assert.doesNotMatch(JSON.stringify(plain), /Adeyemi/);
  });

  it('keeps the message of our own errors, with where they came from', () => {
    const plain = plainError(new Error('The listing office answered 503', { cause: new TypeError('fetch failed') }));
    assert.equal(plain['message'], 'The listing office answered 503');
    assert.ok((plain['stack'] as string[]).length > 0);
    assert.equal((plain['cause'] as { name: string }).name, 'TypeError');
  });
});
