import assert from 'node:assert/strict';
import { instant } from '../../shared/time.ts';
import { arrest, arrival, episode, FACTS, h, held, journey, later } from './example-record.ts';
import type { ArrestFacts } from './arrest.ts';
import { branchFor, otherForceClock, questionedUnknown, relevantTime } from './relevant-time.ts';

const NO = { answer: false, byName: 'DC Lim' };
const YES = { answer: true, byName: 'DC Lim' };
const sought: Partial<ArrestFacts> = { arrestedAt: h(0), arrestArea: 'Kent', soughtArea: 'Metropolitan' };
const abroad: Partial<ArrestFacts> = { arrestedAt: h(0), arrestedInEnglandOrWales: false, entryToEnglandAndWalesAt: h(2), investigatingArea: 'Metropolitan' };
const moved: Partial<ArrestFacts> = { arrestedAt: h(0), heldInArea: 'Kent', soughtArea: 'Metropolitan', leftHeldAreaAt: h(3) };
const kent = (at: number) => ({ area: 'Kent', at: h(at) });
const met = (at: number) => ({ area: 'Metropolitan', at: h(at) });

interface Case { readonly title: string; readonly facts: Partial<ArrestFacts>; readonly arrivals: readonly { area: string; at: ReturnType<typeof h> }[]; readonly is: readonly [branch: string | null, at: ReturnType<typeof h> | null] }

const CASES: readonly Case[] = [
  { title: 'CUS-20 the first station reached, in whatever area', facts: { arrestedAt: h(0) }, arrivals: [met(2), kent(1)], is: ['s41(2)(d)', h(1)] },
  { title: 'CUS-20 nothing on the way', facts: { arrestedAt: h(0) }, arrivals: [], is: [null, null] },
  { title: 'CUS-20 an arrival before the arrest starts nothing', facts: { arrestedAt: h(0) }, arrivals: [met(-1)], is: [null, null] },
  { title: 'CUS-22 arrested at the station: the arrest, not the attendance', facts: { arrestedAt: h(1), arrestedAtStation: true, voluntaryAttendanceAt: h(0) }, arrivals: [], is: ['s41(2)(c)', h(1)] },
  { title: 'CUS-23 street bail answered: the arrival', facts: { arrestedAt: h(-300), streetBailAnswerArrivalAt: h(0) }, arrivals: [], is: ['s41(2)(ca)', h(0)] },
  { title: 'CUS-23 goes before CUS-22', facts: { arrestedAtStation: true, streetBailAnswerArrivalAt: h(0) }, arrivals: [], is: ['s41(2)(ca)', h(0)] },
  { title: 'CUS-24 not questioned: arrival in the area that wants them', facts: { ...sought, questionedInArrestArea: NO }, arrivals: [kent(1), met(7)], is: ['s41(2)(a)', h(7)] },
  { title: 'CUS-24 not questioned, at exactly arrest + 24 h', facts: { ...sought, questionedInArrestArea: NO }, arrivals: [met(24)], is: ['s41(2)(a)', h(24)] },
  { title: 'CUS-24 not questioned, a second before arrest + 24 h', facts: { ...sought, questionedInArrestArea: NO }, arrivals: [{ area: 'Metropolitan', at: later(h(24), -1) }], is: ['s41(2)(a)', later(h(24), -1)] },
  { title: 'CUS-24 not questioned, a second after: arrest + 24 h stands', facts: { ...sought, questionedInArrestArea: NO }, arrivals: [{ area: 'Metropolitan', at: later(h(24), 1) }], is: ['s41(2)(a)', h(24)] },
  { title: 'CUS-24 not questioned and not there yet: arrest + 24 h stands', facts: { ...sought, questionedInArrestArea: NO }, arrivals: [kent(1)], is: ['s41(2)(a)', h(24)] },
  { title: 'CUS-24 one stray question: the first station reached', facts: { ...sought, questionedInArrestArea: YES }, arrivals: [kent(1), met(7)], is: ['s41(2)(d)', h(1)] },
  { title: 'CUS-24 nobody has said: the earliest reading', facts: sought, arrivals: [kent(1), met(7)], is: ['s41(2)(d)', h(1)] },
  { title: 'CUS-24 wanted by the area that arrested them is no such case', facts: { ...sought, soughtArea: 'Kent', questionedInArrestArea: NO }, arrivals: [kent(1)], is: ['s41(2)(d)', h(1)] },
  { title: 'CUS-22 goes before CUS-24', facts: { ...sought, arrestedAtStation: true, questionedInArrestArea: NO }, arrivals: [met(7)], is: ['s41(2)(c)', h(0)] },
  { title: 'CUS-25 arrival in the investigating area', facts: abroad, arrivals: [met(7)], is: ['s41(2)(b)', h(7)] },
  { title: 'CUS-25 another area on the way starts nothing', facts: abroad, arrivals: [kent(3)], is: ['s41(2)(b)', h(26)] },
  { title: 'CUS-25 entry + 24 h comes first', facts: abroad, arrivals: [met(27)], is: ['s41(2)(b)', h(26)] },
  { title: 'CUS-25 goes before CUS-22', facts: { ...abroad, arrestedAtStation: true }, arrivals: [met(7)], is: ['s41(2)(b)', h(7)] },
  { title: 'CUS-25 entry not recorded: the first station reached', facts: { ...abroad, entryToEnglandAndWalesAt: null }, arrivals: [met(7), kent(3)], is: ['s41(2)(b)', h(3)] },
  { title: 'CUS-25 entry not recorded and no station: not yet', facts: { ...abroad, entryToEnglandAndWalesAt: null }, arrivals: [], is: [null, null] },
  { title: 'CUS-24 an area is the same however it is written', facts: { ...sought, soughtArea: 'Metropolitan Police', questionedInArrestArea: NO }, arrivals: [kent(1), met(7)], is: ['s41(2)(a)', h(7)] },
  { title: 'CUS-24 wanted by their own area, written otherwise, is no such case', facts: { ...sought, soughtArea: 'kent police', questionedInArrestArea: NO }, arrivals: [kent(1)], is: ['s41(2)(d)', h(1)] },
  { title: 'CUS-25 no area recorded: the first station reached, never the later reading', facts: { ...abroad, investigatingArea: null }, arrivals: [met(7), kent(3)], is: ['s41(2)(b)', h(3)] },
  { title: 'CUS-25 the area that wants them is the investigating one', facts: { ...abroad, investigatingArea: null, soughtArea: 'Metropolitan' }, arrivals: [met(7), kent(3)], is: ['s41(2)(b)', h(7)] },
  { title: 'CUS-27 no area recorded: the first station after they left', facts: { ...moved, soughtArea: null, questionedInArrestArea: NO }, arrivals: [kent(2), met(5)], is: ['s41(5)', h(5)] },
  { title: 'CUS-27 arrival in the second area', facts: { ...moved, questionedInArrestArea: NO }, arrivals: [met(5)], is: ['s41(5)', h(5)] },
  { title: 'CUS-27 departure + 24 h comes first', facts: { ...moved, questionedInArrestArea: NO }, arrivals: [met(28)], is: ['s41(5)', h(27)] },
  { title: 'CUS-27 questioned: the first station after the arrest', facts: { ...moved, questionedInArrestArea: YES }, arrivals: [met(5)], is: ['s41(2)(d)', h(5)] },
  { title: 'CUS-27 goes before CUS-25', facts: { ...abroad, ...moved, questionedInArrestArea: NO }, arrivals: [met(5)], is: ['s41(5)', h(5)] },
];

describe('the relevant time', () => {
  for (const { title, facts, arrivals, is } of CASES) {
    it(title, () => { const start = branchFor({ ...FACTS, ...facts }, arrivals); assert.deepEqual([start.branch, start.at], is); });
  }

  it('comes to the same whatever order the arrivals are told in', () => {
    const facts = { ...FACTS, ...sought, questionedInArrestArea: NO };
    assert.equal(branchFor(facts, [met(9), kent(1), met(7)]).at, branchFor(facts, [met(7), met(9), kent(1)]).at);
  });

  it('says how early it can be while it is not fixed', () => {
    assert.equal(branchFor({ ...FACTS, arrestedAt: h(0) }, []).notBefore, h(0));
    assert.equal(branchFor({ ...FACTS, ...sought, questionedInArrestArea: NO }, [kent(1)]).notBefore, h(0));
    assert.equal(branchFor({ ...FACTS, ...sought, questionedInArrestArea: NO }, [met(7)]).notBefore, null);
  });

  it('gives its reasons in order, with what decided it', () => {
    const why = branchFor({ ...FACTS, ...sought, questionedInArrestArea: NO }, [met(7)]).why.map((w) => w.text);
    assert.deepEqual(why, ['Arrested in Kent for Metropolitan, and not questioned there about it', '24 h after that; nothing pauses them', 'First station reached in Metropolitan', 'The clock starts at the earlier of the two']);
  });

  describe('the mandatory answer (CUS-29)', () => {
    const unknown = (facts: Partial<ArrestFacts>) => questionedUnknown({ ...FACTS, ...facts });
    it('is asked where it decides the branch', () => { assert.deepEqual([unknown(sought), unknown(moved), unknown({ ...moved, leftHeldAreaAt: null })], [true, true, true]); });
    it('is not asked where another row comes first, or where it is answered', () => {
      assert.deepEqual([unknown({}), unknown({ ...sought, soughtArea: 'Kent' }), unknown({ ...sought, arrestedAtStation: true }), unknown({ ...sought, questionedInArrestArea: YES })], [false, false, false, false]);
    });
    it('is named as missing, and moves the clock when it comes', () => {
      assert.equal(branchFor({ ...FACTS, ...sought }, [kent(1)]).missing, 'QUESTIONED_UNKNOWN');
      assert.equal(branchFor({ ...FACTS, ...sought, questionedInArrestArea: NO }, [kent(1)]).missing, null);
    });
  });

  describe('of the record', () => {
    it('is unmoved by an arrest for a further offence, and says so (CUS-26)', () => {
      const one = held();
      const two = held({ arrests: [...one.arrests, arrest(h(5), { arrestedAtStation: true }, { kind: 'further' })] });
      assert.deepEqual([relevantTime(two).at, relevantTime(two).branch], [relevantTime(one).at, 's41(2)(d)']);
      assert.deepEqual(relevantTime(two).why.at(-1), { text: 'Arrested for a further offence: the clock is unmoved', at: h(5), law: 'PACE s.41(4)' });
    });
    it('is unmoved by a s.46A arrest, and fresh on new evidence (CUS-36, CUS-37)', () => {
      assert.equal(relevantTime(held({ arrests: [arrest(h(-0.5)), arrest(h(90), {}, { kind: 'breach' })], arrivals: [arrival(h(0)), arrival(h(91))] })).at, h(0));
      assert.equal(relevantTime(held({ arrests: [arrest(h(90), {}, { kind: 'newEvidence' })], arrivals: [arrival(h(91))], episodes: [episode(1, h(90), null)] })).at, h(91));
    });
    it('is not known before an arrest', () => { assert.equal(relevantTime(held({ arrests: [] })).at, null); });
    it('counts elapsed hours over a clock change (CUS-3)', () => {
      const spring = instant('2026-03-28T20:00:00Z');
      assert.equal(branchFor({ ...FACTS, ...sought, arrestedAt: spring, questionedInArrestArea: NO }, []).at, instant('2026-03-29T21:00:00+01:00'));
    });
  });

  describe('for another force (CUS-27, CUS-195)', () => {
    const away = (more: object) => held({ phase: 'inTransit', journeys: [journey(h(10), { otherForce: true, toArea: 'Essex', ...more })] });
    it('is departure + 24 h until they arrive', () => { assert.deepEqual([otherForceClock(away({ questionedAboutTheirOffence: NO }))?.at, otherForceClock(away({ questionedAboutTheirOffence: NO }))?.branch], [h(34), 's41(5)']); });
    it('is the arrival where that is earlier', () => { assert.equal(otherForceClock(away({ questionedAboutTheirOffence: NO, arrivedAt: h(12) }))?.at, h(12)); });
    it('is this record’s own where they were questioned here', () => { assert.equal(otherForceClock(away({ questionedAboutTheirOffence: YES, arrivedAt: h(12) }))?.at, h(0)); });
    it('is none where nobody is transferred', () => { assert.equal(otherForceClock(held({ journeys: [journey(h(10))] })), null); });
  });
});
