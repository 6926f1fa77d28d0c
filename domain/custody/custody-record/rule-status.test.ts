import assert from 'node:assert/strict';
import { ruleStatus } from './rule-status.ts';

describe('how a rule was established', () => {
  it('names what comes from knowledge, what does in part, and what we ruled', () => {
    assert.deepEqual(['CUS-22', 'CUS-43', 'CUS-59', 'CUS-61', 'CUS-20'].map(ruleStatus), ['unverified', 'unverified in part, our ruling (8a)', 'unverified, our ruling (8a)', 'our ruling (8a)', '']);
  });
});
