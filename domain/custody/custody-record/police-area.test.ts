import assert from 'node:assert/strict';
import { isPoliceArea, sameArea } from './police-area.ts';

describe('a police area (CUS-28)', () => {
  for (const written of ['Metropolitan', 'metropolitan ', 'Metropolitan Police', 'Metropolitan police district', 'the Met', 'Metropolitan Police Service']) {
    it(`is the Metropolitan one, written ${written}`, () => { assert.equal(sameArea(written, 'Metropolitan'), true); });
  }
  it('is the City of London’s own', () => { assert.deepEqual([sameArea('City of London', 'Metropolitan'), sameArea('City of London Police', 'City of London')], [false, true]); });
  it('is not another that begins alike', () => { assert.deepEqual([sameArea('West Mercia', 'West Midlands'), sameArea('Kent Police', 'Kent')], [false, true]); });
  it('is none of a force without territory', () => { assert.deepEqual(['British Transport Police', 'BTP', 'National Crime Agency', 'Kent'].map(isPoliceArea), [false, false, false, true]); });
});
