import assert from 'node:assert/strict';
import { plus, type Instant } from '../../shared/time.ts';
import { arrest, h, held, told } from './example-record.ts';
import { adultsSince, cameSince, type Party } from './parties.ts';
import type { CustodyRecord } from './record.ts';

const adult = (at: Instant, name = 'Ruth Adeyemi') => ({ ...told(at, 'adult'), name, relation: 'parent' as const });
const came = (at: Instant, party: Party, name = 'Ms Roe') => ({ ...told(at, 'came'), party, name, organisation: '', how: 'inPerson' as const });
const adults = (since: Instant, more: Partial<CustodyRecord>) => adultsSince(held(more), since).length;

describe('who came for them since then', () => {
  const edge = (at: Instant) => adults(h(4), { appropriateAdults: [adult(at)] });
  it('the appropriate adult of that very time, and none of a millisecond before (CUS-16, Code C 1.4)', () => { assert.deepEqual([edge(plus(h(4), -1)), edge(h(4)), edge(plus(h(4), 1))], [0, 1, 1]); });

  it('no adult who came as their solicitor or as a custody visitor, then or before, however the name is spaced (Code C 1.7, Note 1F)', () => {
    const barred = (party: Party) => adults(h(4), { appropriateAdults: [adult(h(5))], attendances: [came(h(1), party, ' ruth  ADEYEMI')] });
    assert.deepEqual([barred('solicitor'), barred('custodyVisitor'), barred('interpreter')], [0, 0, 1]);
  });

  it('who came in that part at that very time, and in no other (CUS-17)', () => {
    const since = (at: Instant, party: Party = 'solicitor') => cameSince(held({ attendances: [came(at, party)] }), 'solicitor', h(4)).length;
    assert.deepEqual([since(plus(h(4), -1)), since(h(4)), since(h(5), 'interpreter')], [0, 1, 0]);
  });

  it('no interpreter who is police of the case (Code C 13.1A)', () => {
    const interprets = (name: string) => cameSince(held({ arrests: [arrest(h(-0.5))], attendances: [came(h(5), 'interpreter', name)] }), 'interpreter', h(4)).length;
    assert.deepEqual([interprets('pc  ward'), interprets('DC Lim'), interprets('Ms Roe')], [0, 0, 1]);
  });
});
