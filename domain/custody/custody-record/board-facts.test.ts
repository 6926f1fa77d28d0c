import assert from 'node:assert/strict';
import { HOUR, MINUTE } from '../../shared/time.ts';
import { board } from './columns.ts';
import { doneLate } from './done-late.ts';
import { arrest, delay, extension, h, held, hospital, journey, level, needs, postponement, review, spell, told, visit } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import { owedDuties } from './owed.ts';
import { planOf } from './plan.ts';
import type { CustodyRecord } from './record.ts';

const hearing = { listedFor: h(25), court: 'City Magistrates', reference: 'C1', at: h(22), entry: '9.0' };
const gender = (g: 'male' | 'female' | 'notRecorded') => ({ detainee: { ...held().detainee, gender: g } });

describe('the plan of one line', () => {
  const CASES: readonly (readonly [title: string, record: CustodyRecord, plan: string])[] = [
    ['nothing is known', held(), ''], ['in interview', held({ phase: 'withInvestigator', investigatorSpells: [spell(h(3), null)], ...gender('male') }), 'Interview, DC Lim has him'],
    ['a woman', held({ phase: 'withInvestigator', investigatorSpells: [spell(h(3), null)], ...gender('female') }), 'Interview, DC Lim has her'], ['not recorded', held({ phase: 'withInvestigator', investigatorSpells: [spell(h(3), null)] }), 'Interview, DC Lim has them'],
    ['back from interview', held({ investigatorSpells: [spell(h(3), h(4))] }), ''], ['in hospital', held({ phase: 'inHospital', hospital: [hospital(h(3), null)] }), 'Escort PC Ahmed'], ['on the way', held({ phase: 'inTransit', journeys: [journey(h(3))] }), 'On the way to Marsh Lane'],
    ['an extension asked for', held({ extensionRequestedAt: h(20) }), 'Extension asked for 04:00'], ['an extension given', held({ extensionRequestedAt: h(20), extensions: [extension(h(21), h(34))] }), ''],
    ['a hearing listed', held({ extensionRequestedAt: h(20), hearing }), 'Hearing 09:00 Tue 13 Jan, City Magistrates'], ['a review that ended detention', held({ reviews: [review(h(6), { decision: 'release' })] }), 'Release: the review ended detention'],
    ['charged', held({ charge: { ...told(h(8), 'charge'), offences: [], detainGrounds: 'Name in doubt', arrests: 1 } }), 'Charged, held for court'], ['charged without a ground', held({ charge: { ...told(h(8), 'charge'), offences: [], detainGrounds: null, arrests: 1 } }), 'Charged: release'], ['gone', held({ phase: 'released' }), ''],
  ];
  for (const [title, record, plan] of CASES) it(title, () => { assert.equal(planOf(record), plan); });
});

describe('what is owed without an hour of its own', () => {
  const owed = (more: Partial<CustodyRecord>) => owedDuties(held({ levels: [level(h(1), 1)], ...more }), CUSTODY_LAW).map((o) => `${o.words} since ${o.since === h(0.5) ? 'authorised' : o.since} ${o.post}`);
  it('nothing', () => { assert.deepEqual(owed({}), []); });
  it('rights, with why they wait', () => {
    assert.deepEqual(owed({ rightsGiven: null }), ['Rights since authorised custodySergeant']);
    assert.deepEqual([{ drink: true }, { drugs: true }, { swallowed: true }, { consciousnessConcern: true }].map((n) => owed({ rightsGiven: null, levels: [level(h(1), 2)], needs: needs(h(0.4), n) })[0]!.split(' since')[0]), ['Rights (drink)', 'Rights (drugs)', 'Rights (drugs)', 'Rights (not alert)']);
  });
  it('a level, an outcome to tell, a delayed right and a return that nobody has timed', () => {
    assert.deepEqual(owed({ levels: [] }), ['Level since authorised custodySergeant']);
    assert.deepEqual(owed({ reviews: [review(h(6), { asleep: true })] }), [`Tell outcome since ${h(6)} custodySergeant`]);
    assert.deepEqual(owed({ rightsDelays: [delay(h(2)), delay(h(1), { endedAt: h(3) })] }), [`Delayed right since ${h(2)} custodySergeant`]);
    assert.deepEqual(owed({ phase: 'inHospital', hospital: [hospital(h(3), null)] }), [`Return time since ${h(3)} custodySergeant`]);
  });
});

describe('what was done late stays', () => {
  const late = (more: Partial<CustodyRecord>) => doneLate(held(more), CUSTODY_LAW).map((d) => `${d.words} by ${Math.round(d.byMs / MINUTE)} min at ${d.doneAt}`);
  it('a review after its latest time, not one at it', () => {
    assert.deepEqual(late({ reviews: [review(h(6.5))] }), []);
    assert.deepEqual(late({ reviews: [review(h(6.75))] }), [`Review 1 by 15 min at ${h(6.75)}`]);
  });
  it('not a review that was postponed', () => { assert.deepEqual(late({ reviews: [review(h(7))], postponements: [postponement(h(6.5))] }), []); });
  it('visits, each by how much, but not one that is still to be made', () => {
    assert.deepEqual(late({ levels: [level(h(1), 1)], visits: [visit(h(2)), visit(h(3.1))] }), [`Visit by 6 min at ${h(3.1)}`]);
    assert.deepEqual(late({ arrests: [arrest(h(-0.5))], levels: [level(h(1), 1)] }), []);
  });
});

describe('what the clock of a line runs to', () => {
  const of = (more: Partial<CustodyRecord>) => board(held(more), CUSTODY_LAW).clock.ofMs / HOUR;
  it('24 hours, 36 once extended', () => { assert.deepEqual([of({}), of({ reviews: [review(h(6)), review(h(15))], extensions: [extension(h(20), h(34))] })], [24, 36]); });
  it('says shortly why it stands still', () => { assert.deepEqual([board(held(), CUSTODY_LAW).clock.pausedReason, board(held({ phase: 'inHospital', hospital: [hospital(h(3), null)] }), CUSTODY_LAW).clock.pausedReason], [null, 'Hospital']); });
});
