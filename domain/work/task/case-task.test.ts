import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CASE_QUEUES, CASE_TYPES, isCaseOwn } from './case-task.ts';
import { TASK_TYPES } from './task-types.ts';

describe('what a case alone gives of a detainee’s tasks', () => {
  it('is the work of its own posts, and clock, authority and review', () => {
    assert.deepEqual(CASE_QUEUES, ['investigatingOfficer', 'supervisor', 'caseManager']);
    assert.deepEqual([isCaseOwn('investigatingOfficer'), isCaseOwn('detentionOfficer'), isCaseOwn('custodyInspector')], [true, false, false]);
  });
  it('names only types there are, and none that tells of care', () => {
    assert.deepEqual(CASE_TYPES.filter((type) => !TASK_TYPES.includes(type)), []);
    assert.deepEqual(CASE_TYPES.filter((type) => ['visit', 'observationLevel', 'rights', 'rightsDelayEnds', 'informAgain', 'releaseDecided', 'detentionDecision'].includes(type)), []);
  });
});
