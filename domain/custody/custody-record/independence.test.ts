import { effectiveRank } from '../../shared/effective-rank.ts';
import assert from 'node:assert/strict';
import { codes } from '../../shared/example.ts';
import { Detention, detained, OKORO, RAO } from './example-detention.ts';
import { h, held, later, officer, post } from './example-record.ts';
import { holdsPost, involved } from './independence.ts';

const acting = { rank: 'inspector', giverId: 'clarke', giverName: 'Supt Clarke', giverRank: 'superintendent', from: h(6), to: h(14), reason: 'Absence' } as const;

describe('independence, rank and post', () => {
  it('is involved by team or by name (CUS-11, CUS-13)', () => {
    assert.equal(involved(held(), officer('inspector', { teams: ['cid'] })), true);
    assert.equal(involved(held(), officer('inspector', { id: 'lim' })), true);
    assert.equal(involved(held(), officer('inspector', { teams: ['response'] })), false);
  });

  it('is involved with no team where the record names none', () => {
    assert.equal(involved(held({ investigation: { teamId: '', officerIds: [], officerName: '' } }), officer('inspector', { teams: [''] })), false);
  });

  it('exercises an acting rank inside its window only (CUS-12)', () => {
    const rank = (at: ReturnType<typeof h>) => effectiveRank(officer('sergeant', { acting }), at);
    assert.deepEqual([rank(later(h(6), -1)), rank(h(6)), rank(later(h(14), -1)), rank(h(14))], ['sergeant', 'inspector', 'inspector', 'sergeant']);
  });

  it('exercises no other rank than the one above, and only by proper authority (CUS-12)', () => {
    const as = (rank: Parameters<typeof officer>[0], more: object) => effectiveRank(officer(rank, { acting: { ...acting, ...more } }), h(8));
    const superintendent = { rank: 'superintendent', giverRank: 'chief_superintendent' };
    assert.deepEqual([as('chief_inspector', superintendent), as('inspector', superintendent), as('sergeant', superintendent), as('constable', {})], ['superintendent', 'inspector', 'sergeant', 'constable']);
    assert.deepEqual([as('chief_inspector', { ...superintendent, giverRank: 'superintendent' }), as('sergeant', { giverRank: 'chief_inspector' })], ['chief_inspector', 'sergeant']);
  });

  it('never lowers a rank', () => { assert.equal(effectiveRank(officer('superintendent', { acting }), h(8)), 'superintendent'); });

  it('holds a post by station, shift and until it is withdrawn (CUS-14)', () => {
    const holds = (more: Parameters<typeof post>[2], at = h(8)) => holdsPost(officer('superintendent', { posts: [post('superintendent', ['hale'], more)] }), 'superintendent', 'hale', at);
    assert.deepEqual([holds({}), holds({ from: later(h(8), 1) }), holds({ from: h(8) }), holds({ to: h(8) }), holds({ to: later(h(8), 1) }), holds({ withdrawnAt: h(8) })], [true, false, true, false, true, false]);
    assert.equal(holdsPost(officer('superintendent', { posts: [post('superintendent', ['marsh'])] }), 'superintendent', 'hale', h(8)), false);
    assert.equal(holdsPost(officer('superintendent', { posts: [post('custodyInspector')] }), 'superintendent', 'hale', h(8)), false);
  });
});

describe('who records a postponement (CUS-42, PACE s.40(7))', () => {
  const noted = (by: typeof RAO, d = detained(new Detention()), ground = 'notPracticable') => {
    const outcome = d.what('postponeReview', { by, at: '2026-01-12T14:30', body: { ground, reason: 'A fire in the cells' } });
    return outcome.outcome === 'accepted' ? outcome.notes : codes(outcome);
  };
  const charged = () => detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T13:00', body: { detainGrounds: 'Would fail to appear' } });
  const ask = (whom: string) => [`The review officer records why a review is postponed: ask ${whom} to enter it too. PACE s.40(7)`];

  it('is the inspector before charge, and a sergeant hears it', () => { assert.deepEqual([noted(RAO), noted(OKORO)], [[], ask('the inspector')]); });
  it('is the custody officer after charge, and an inspector hears it', () => { assert.deepEqual([noted(OKORO, charged()), noted(RAO, charged())], [[], ask('the custody officer')]); });
  it('is whoever is there where no review officer is', () => { assert.deepEqual(noted(OKORO, detained(new Detention()), 'noReviewOfficerReadilyAvailable'), []); });
});
