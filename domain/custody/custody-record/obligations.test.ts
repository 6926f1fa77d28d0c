import assert from 'node:assert/strict';
import type { Obligation } from '../../shared/obligation.ts';
import { plus, plusHours, type Instant } from '../../shared/time.ts';
import { application, arrest, arrival, authorisation, backFromBail, bail, delay, episode, extension, h, held, hospital, journey, later, level, needs, postponement, review, told, warrant } from './example-record.ts';
import { arrived, authorised, Detention, detained, GROUNDS, OKORO } from './example-detention.ts';
import { CUSTODY_LAW } from './limits.ts';
import { obligations } from './obligations.ts';
import type { CustodyRecord } from './record.ts';

const owed = (record: CustodyRecord, type: string): Obligation[] => obligations(record, CUSTODY_LAW).filter((o) => o.taskType === type);
const one = (record: CustodyRecord, type: string): Obligation => { const [only, ...more] = owed(record, type); assert.ok(only && more.length === 0, `one ${type}`); return only; };
const types = (record: CustodyRecord): string[] => obligations(record, CUSTODY_LAW).map((o) => o.taskType).toSorted();
const bells = (record: CustodyRecord): Instant[] => one(record, 'authorityToDetain').rungs.filter((r) => r.kind === 'warning').map((r) => r.at);
const after = (at: Instant): Instant => later(at, 0.001);
const THE_THREE = ['custodySergeant', 'custodyInspector', 'superintendent'];
const set = { levels: [level(h(1), 4)] };
const charge = { ...told(h(20), 'charge'), offences: [], detainGrounds: 'Would fail to appear', arrests: 1 };
const hearing = (listedFor: Instant) => ({ listedFor, court: 'Westminster', reference: 'W1', at: h(23), entry: '9.0' });

describe('what a custody record owes', () => {
  it('held, rights given, level set: its authority and its review', () => { assert.deepEqual(types(held(set)), ['authorityToDetain', 'review']); });
  it('nothing once they have gone, or are on bail', () => {
    const over = { ...set, episodes: [episode(1, h(-0.5), h(9))] };
    assert.deepEqual([types(held({ ...over, phase: 'released' })), types(held({ ...over, phase: 'onBail', bails: [bail(h(9), h(90))] })), types(held({ ...over, phase: 'handedOver' }))], [[], [], []]);
  });
  it('nothing of s.41 and no review of s.40 under another authority (CUS-8)', () => { assert.deepEqual(types(held({ ...set, authorityKind: 'RECALL_TO_PRISON' })), []); });
  it('each under a key of its own', () => {
    const keys = obligations(held({ rightsGiven: null, extensionRequestedAt: h(20) }), CUSTODY_LAW).map((o) => o.key);
    assert.equal(new Set(keys).size, keys.length);
  });

  describe('a review (CUS-40 to CUS-45)', () => {
    it('is for an inspector not directly involved, unlawful from the first instant after', () => {
      const review1 = one(held(set), 'review');
      assert.deepEqual([review1.key, review1.opens, review1.due, review1.who], ['review/authorisation@0.5', h(0.5), h(6.5), { queue: 'custodyInspector', rank: 'inspector', independent: true }]);
      assert.deepEqual(review1.rungs.map((r) => [r.at, r.to, r.kind, r.code]), [[after(h(6.5)), THE_THREE, 'breach', 'UNLAWFUL_DETENTION_RISK']]);
    });
    it('is the custody officer’s after charge', () => { assert.deepEqual(one(held({ ...set, charge }), 'review').who, { queue: 'custodySergeant' }); });
    it('keeps its key when its time moves, and takes another when it is done', () => {
      const moved = held({ ...set, authorisations: [{ ...authorisation(h(0.75)), entry: 'authorisation@0.5' }] });
      assert.deepEqual([one(moved, 'review').key, one(moved, 'review').due], ['review/authorisation@0.5', h(6.75)]);
      assert.equal(one(held({ ...set, reviews: [review(h(6))] }), 'review').key, 'review/review@6');
    });
    it('postponed: owed as soon as practicable, silent until the next latest time', () => {
      const put = one(held({ ...set, postponements: [postponement(h(6.5))] }), 'review');
      assert.deepEqual([put.asap, put.due, put.rungs.map((r) => r.at)], [true, h(15.5), [after(h(15.5))]]);
    });
    it('a ground noted early is confirmed by whoever reviews', () => {
      const early = { ...set, postponements: [postponement(h(6.5), h(5))] };
      assert.deepEqual([one(held(early), 'confirmPostponement').who, one(held({ ...early, charge }), 'confirmPostponement').who], [{ queue: 'custodyInspector', rank: 'inspector', independent: true }, { queue: 'custodySergeant' }]);
    });
    it('a ground noted early is to be confirmed at the latest time (CUS-42)', () => {
      const early = held({ ...set, postponements: [postponement(h(6.5), h(5))] });
      assert.deepEqual([one(early, 'confirmPostponement').key, one(early, 'confirmPostponement').due, one(early, 'review').due], ['confirmPostponement/postponement@5', h(6.5), h(6.5)]);
      assert.deepEqual(owed(held({ ...set, postponements: [postponement(h(6.5), h(5), h(6.5))] }), 'confirmPostponement'), []);
    });
    it('and no more once that review was held early (CUS-42)', () => { assert.deepEqual(owed(held({ ...set, postponements: [postponement(h(6.5), h(5))], reviews: [review(h(6))] }), 'confirmPostponement'), []); });
    it('is owed after bail from the new decision, though counted from before it', () => { const owing = one(backFromBail(4, 200), 'review'); assert.deepEqual([owing.opens, owing.due], [h(200.5), h(202.5)]); });
  });

  describe('the authority to detain (CUS-9, CUS-30, CUS-58)', () => {
    it('opens with the arrival', () => { assert.equal(one(held(set), 'authorityToDetain').opens, h(0)); });
    it('rings no bell as it ends: the alarm is for then (8a)', () => { assert.deepEqual(bells(held({ ...set, extensions: [extension(h(22), h(33))] })), [h(30), h(32)]); });
    it('rings none of before the arrest for a further offence', () => {
      assert.deepEqual(bells(held({ ...set, arrests: [arrest(h(-0.5)), arrest(h(19))], earlierCharges: [{ ...charge, ...told(h(10), 'charge') }], authorisations: [authorisation(h(0.5)), authorisation(h(19.5))] })), [h(21), h(23)]);
    });
    it('rings at 12, 18, 21 and 23 counted hours and tells the three posts from the first instant after', () => {
      const authority = one(held(set), 'authorityToDetain');
      assert.deepEqual([authority.key, authority.due, bells(held(set))], ['authorityToDetain/1', h(24), [h(12), h(18), h(21), h(23)]]);
      assert.deepEqual(authority.rungs.filter((r) => r.kind === 'breach').map((r) => [r.at, r.to, r.code]), [[after(h(24)), THE_THREE, 'UNLAWFUL_DETENTION_RISK']]);
    });
    it('rings later by the hospital time', () => { assert.deepEqual(bells(held({ ...set, hospital: [hospital(h(13), h(15))] })), [h(12), h(20), h(23), h(25)]); });
    it('while the clock stands: silent', () => { assert.deepEqual(one(held({ ...set, hospital: [hospital(h(13), null)] }), 'authorityToDetain').rungs, []); });
    it('extended: 30, 33 and 35 h counted, three hours and one before its own end, none beyond it', () => {
      assert.deepEqual(bells(held({ ...set, extensions: [extension(h(22), h(34))] })), [h(30), h(31), h(33)]);
    });
    it('bells that coincide are one', () => { assert.deepEqual(bells(held({ ...set, extensions: [extension(h(22), h(36))] })), [h(30), h(33), h(35)]); });
    it('the act that moves the end cancels the bell at its own instant and before it', () => {
      assert.deepEqual(bells(held({ ...set, extensions: [extension(h(23), h(30)), extension(h(30), h(36))] })), [h(33), h(35)]);
    });
    it('a warrant: three hours and one before its expiry, extended anew', () => {
      const by = (...w: CustodyRecord['warrants']) => bells(held({ ...set, extensions: [extension(h(22), h(36))], warrants: w }));
      assert.deepEqual([by(warrant(h(34), h(70))), by(warrant(h(34), h(70), [h(68), h(90)]))], [[h(67), h(69)], [h(87), h(89)]]);
    });
    it('a warrant shorter than its bells rings only after its issue', () => { assert.deepEqual(bells(held({ ...set, warrants: [warrant(h(30), h(32))] })), [h(31)]); });
    it('back from bail: only the bells that are left', () => { assert.deepEqual(bells(backFromBail(13, 200, 'answeredBail', set)), [h(205), h(208), h(210)]); });
    it('has another key in each episode', () => { assert.equal(one(backFromBail(13, 200, 'answeredBail', set), 'authorityToDetain').key, 'authorityToDetain/2'); });
    it('an application in the window: no end before the 96 hours, with their bells (CUS-68)', () => {
      const record = held({ ...set, extensions: [extension(h(22), h(36))], heldPast36: { ...told(h(35), 'past36'), reason: 'Night', sittingAt: h(40) }, applications: [application(h(40))] });
      const { due, rungs } = one(record, 'authorityToDetain');
      assert.deepEqual([due, rungs.map((r) => [r.at, r.kind])], [h(96), [[h(93), 'warning'], [h(95), 'warning'], [plus(h(96), 1), 'breach']]]);
    });
    it('opens the act that would end it then: the decision where there is none, charge or release after it', () => {
      const act = (d: Detention) => one(d.record, 'authorityToDetain').act;
      const inHospital = (d: Detention) => d.must('leaveForHospital', { by: OKORO, at: '2026-01-12T08:40', body: { reason: 'Chest pain', purpose: 'treatment', hospital: 'St Elsewhere', escorts: 'PC Ward' } });
      assert.deepEqual([act(arrived(new Detention())), act(inHospital(arrived(new Detention()))), act(authorised(new Detention()))], ['refuse-detention', 'refuse-detention', 'release']);
      const further = detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T10:00', body: { detainGrounds: 'Would fail to surrender' } }).must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T11:00', body: { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'To investigate' } });
      assert.equal(act(further), 'refuse-detention');
      assert.equal(act(further.must('authoriseDetention', { by: OKORO, at: '2026-01-12T11:10', body: GROUNDS })), 'charge');
    });
    it('charged: none', () => { assert.deepEqual(owed(held({ ...set, charge }), 'authorityToDetain'), []); });
  });

  describe('on the way to a station (CUS-19)', () => {
    const record = held({ phase: 'enRoute', arrivals: [], authorisations: [], levels: [], visits: [] });
    it('owes the arrival once nobody has told it for two hours, and rings for it', () => {
      const arrival = one(record, 'arrival');
      const arrested = record.arrests.at(-1)!.at;
      assert.deepEqual([arrival.opens, arrival.rungs.map((r) => [r.at, r.to])], [plusHours(arrested, 2), [[plusHours(arrested, 2), ['custodySergeant']]]]);
    });
    it('owes none once they are there', () => { assert.deepEqual(owed(held(), 'arrival'), []); });
  });

  describe('at the desk (CUS-19)', () => {
    const waiting = held({ phase: 'arrived', authorisations: [] });
    it('a decision as soon as practicable, alerts at 30 and 60 minutes from the yard', () => {
      const decision = one(waiting, 'detentionDecision');
      assert.deepEqual([decision.key, decision.asap, decision.due, decision.rungs.map((r) => [r.at, r.kind])], ['detentionDecision/arrival@0', true, null, [[h(0.5), 'warning'], [h(1), 'warning']]]);
    });
    it('from the arrest where it was made at the station', () => {
      const there = held({ phase: 'arrived', authorisations: [], arrivals: [], arrests: [arrest(h(0), { arrestedAtStation: true })], episodes: [episode(1, h(0), null)] });
      assert.deepEqual([one(there, 'detentionDecision').key, one(there, 'detentionDecision').opens], ['detentionDecision/arrest@0', h(0)]);
    });
    it('from the attendance where bail was answered, not from the first arrival', () => {
      const back = { ...backFromBail(9, 200), phase: 'arrived' as const };
      assert.deepEqual([one(back, 'detentionDecision').key, one(back, 'detentionDecision').opens], ['detentionDecision/bail@9', h(200)]);
    });
    it('from the first yard after a s.46A arrest', () => {
      const back = { ...backFromBail(9, 200, 'breachArrest'), phase: 'arrived' as const, arrivals: [arrival(h(0)), arrival(h(201))] };
      assert.equal(one(back, 'detentionDecision').key, 'detentionDecision/arrival@201');
    });
    it('not on the way, not once it is made', () => { assert.deepEqual([owed(held({ phase: 'enRoute', arrivals: [] }), 'detentionDecision'), owed(held(), 'detentionDecision')], [[], []]); });
  });

  describe('as soon as practicable', () => {
    it('rights, from the authorisation', () => { assert.deepEqual([one(held({ rightsGiven: null }), 'rights').key, one(held({ rightsGiven: null }), 'rights').opens], ['rights/authorisation@0.5', h(0.5)]); });
    it('rights not given ring after an hour, unless they cannot take them in yet (Code C 1.8); an adult who has not come, after one and two', () => {
      const rings = (more: Partial<CustodyRecord>, type: string) => one(held({ rightsGiven: null, ...more }), type).rungs.map((r) => [r.at, r.to.join()]);
      assert.deepEqual([rings({}, 'rights'), rings({ needs: needs(h(0.4), { drink: true }) }, 'rights')], [[[h(1.5), 'custodySergeant']], []]);
      assert.deepEqual(rings({ needs: needs(h(0.4), { vulnerable: true, vulnerableSince: h(0.4) }) }, 'adult'), [[h(1.4), 'custodySergeant'], [h(2.4), 'custodySergeant']]);
    });
    it('the outcome of a review done asleep, until it is told (CUS-49)', () => {
      const asleep = { reviews: [review(h(6), { asleep: true })] };
      assert.equal(one(held(asleep), 'reviewOutcome').key, 'reviewOutcome/review@6');
      assert.deepEqual(owed(held({ ...asleep, outcomesTold: [{ ...told(h(8), 'outcome'), reviewEntry: 'review@6' }] }), 'reviewOutcome'), []);
    });
    it('the answer to "questioned?" (CUS-29)', () => {
      const wanted = held({ arrests: [arrest(h(-0.5), { arrestArea: 'Kent', soughtArea: 'Metropolitan' })] });
      assert.equal(one(wanted, 'questioned').key, 'questioned/arrest@-0.5');
      assert.deepEqual(owed(held(), 'questioned'), []);
    });
    it('a conflict of rank, to the superintendent at once (CUS-15)', () => {
      const conflict = { ...told(h(4), 'conflict'), custodyOfficerPosition: '', seniorPosition: '', seniorName: '', settled: null };
      const task = one(held({ rankConflicts: [conflict] }), 'rankConflict');
      assert.deepEqual([task.who.queue, task.rungs.map((r) => [r.at, r.to, r.code])], ['superintendent', [[h(4), ['superintendent'], 'RANK_CONFLICT']]]);
      assert.deepEqual(owed(held({ rankConflicts: [{ ...conflict, settled: { at: h(5), by: 'Supt Clarke', decision: '' } }] }), 'rankConflict'), []);
    });
    it('a release the review decided: a breach that sounds until they are gone (CUS-116)', () => {
      const task = one(held({ ...set, reviews: [review(h(6), { decision: 'release' })] }), 'releaseDecided');
      assert.deepEqual(task.rungs.map((r) => [r.at, r.to, r.kind, r.code]), [[h(6), ['custodySergeant', 'custodyInspector'], 'breach', 'RELEASE_DECIDED']]);
    });
  });

  describe('towards a warrant (CUS-61, CUS-62, CUS-66)', () => {
    it('the hearing is to be listed once an extension is asked for or given, by hour 24', () => {
      const asked = one(held({ extensionRequestedAt: h(18) }), 'listWarrantHearing');
      assert.deepEqual([asked.opens, asked.due, asked.step, asked.waitingOn], [h(18), h(24), 'listWarrantHearing', 'court']);
      assert.deepEqual([asked.rungs.map((r) => r.at), one(held({ extensionRequestedAt: h(23) }), 'listWarrantHearing').rungs, one(held({ extensionRequestedAt: later(h(23), -1) }), 'listWarrantHearing').rungs.map((r) => r.at)], [[h(23)], [], [h(23)]]);
      assert.equal(one(held({ extensions: [extension(h(22), h(34))] }), 'listWarrantHearing').opens, h(22));
      assert.equal(one(held({ extensionRequestedAt: h(18), extensions: [extension(h(22), h(34))] }), 'listWarrantHearing').opens, h(18));
      assert.deepEqual(owed(held(), 'listWarrantHearing'), []);
    });
    it('listed: the information is to be served before it', () => {
      assert.deepEqual([owed(held({ extensionRequestedAt: h(18), hearing: hearing(h(34)) }), 'listWarrantHearing'), one(held({ hearing: hearing(h(34)) }), 'serveWarrantInformation').due], [[], h(34)]);
      assert.deepEqual(owed(held({ hearing: hearing(h(34)), copyServedAt: h(30) }), 'serveWarrantInformation'), []);
    });
    it('not served: the desk hears an hour before it and at the quarter; listed within the hour, as it is listed; as the court sits, no more (CUS-60)', () => {
      const rings = (hours: number, told: number) => one(held({ hearing: { ...hearing(h(hours)), at: h(told) } }), 'serveWarrantInformation').rungs.map((r) => r.at);
      assert.deepEqual([rings(34, 20), rings(34, 33), rings(34, 33.5), rings(34, 33.75), rings(34, 34)], [[h(33), h(33.75)], [h(33), h(33.75)], [h(33.5), h(33.75)], [h(33.75)], []]);
    });
    it('a case with no team is the desk’s, and says how to hand it on', () => {
      const investigation = { teamId: '', officerIds: [], officerName: 'PC Ward' };
      const queues = (more: object) => (['listWarrantHearing', 'serveWarrantInformation'] as const).map((type, i) => { const o = one(held([{ extensionRequestedAt: h(18), ...more }, { hearing: hearing(h(34)), ...more }][i]!), type); return [o.who.queue, o.why.at(-1)!.text.startsWith('The case has no team')]; });
      assert.deepEqual([queues({}), queues({ investigation })], [[['investigatingOfficer', false], ['investigatingOfficer', false]], [['custodySergeant', true], ['custodySergeant', true]]]);
    });
    it('listed after 36 h: the reason is to be recorded by then, at 36 h it is not needed', () => {
      assert.deepEqual([one(held({ hearing: hearing(h(40)) }), 'reasonPast36').due, owed(held({ hearing: hearing(h(36)) }), 'reasonPast36')], [h(36), []]);
    });
    it('so where the sitting was told with the application alone', () => {
      assert.deepEqual([one(held({ applications: [{ ...application(h(35)), sittingAt: h(40) }] }), 'reasonPast36').due, owed(held({ applications: [{ ...application(h(35)), sittingAt: h(36) }] }), 'reasonPast36')], [h(36), []]);
    });
    it('what was asked before bail is not owed after it', () => {
      assert.deepEqual(types(backFromBail(20, 200, 'answeredBail', { levels: [level(h(201), 4)], extensionRequestedAt: h(18), hearing: { ...hearing(h(34)), at: h(19) } })), ['authorityToDetain', 'review']);
    });
    it('none with a warrant, none after charge', () => {
      const ready = { extensionRequestedAt: h(18), hearing: hearing(h(40)) };
      assert.deepEqual([types(held({ ...set, ...ready, charge })), types(held({ ...set, ...ready, warrants: [warrant(h(34), h(60))] }))], [['review'], ['authorityToDetain', 'review']]);
    });
    it('a listing is owed again where the only warrant is of before bail, and not under one', () => {
      const asked = (record: CustodyRecord) => owed(record, 'listWarrantHearing').length;
      assert.deepEqual([asked(backFromBail(12, 200, 'answeredBail', { warrants: [warrant(h(10), h(20))], extensionRequestedAt: h(201) })), asked(held({ extensionRequestedAt: h(20), warrants: [warrant(h(21), h(50))] }))], [1, 0]);
    });
    it('the reason to hold past 36 h is owed until it is told in this stretch (s.43(6))', () => {
      const told36 = { ...told(h(11), 'past36'), reason: 'No court sits before', sittingAt: h(226) };
      const back = backFromBail(12, 200, 'answeredBail', { hearing: { ...hearing(h(226)), at: h(201) }, heldPast36: told36 });
      assert.deepEqual([one(back, 'reasonPast36').due, owed({ ...back, heldPast36: { ...told36, at: h(202) } }, 'reasonPast36')], [h(224), []]);
    });
    it('no information for a hearing listed as the court decided: it is of the application decided (CUS-66)', () => {
      const since = (at: Instant) => owed(held({ warrants: [warrant(h(33), h(50))], hearing: { ...hearing(h(40)), at } }), 'serveWarrantInformation').length;
      assert.deepEqual([since(h(33)), since(after(h(33)))], [0, 1]);
    });
    it('what the court decided: as soon as practicable where nobody knows when it sits, else by its bells, each to one post more', () => {
      const pending = (sittingAt: Instant | null) => one(held({ applications: [{ ...application(h(30)), sittingAt }] }), 'warrantDecision');
      assert.deepEqual([pending(null).asap, pending(null).due, pending(null).rungs], [true, null, []]);
      assert.deepEqual(pending(h(32)).rungs.map((r) => [r.at, r.to]), [[h(33), ['custodySergeant']], [h(34), ['custodySergeant', 'custodyInspector']], [h(35), ['custodySergeant', 'custodyInspector', 'superintendent']]]);
    });
    it('no decision of the court once they have gone', () => { assert.deepEqual(owed(held({ phase: 'released', episodes: [episode(1, h(-0.5), h(31))], applications: [application(h(30))] }), 'warrantDecision'), []); });
  });

  describe('having someone told again after a move (CUS-82, CUS-194)', () => {
    const moved = (more: Partial<CustodyRecord> = {}) => held({ ...set, journeys: [journey(h(3), { arrivedAt: h(4) })], ...more });
    const again = (record: CustodyRecord) => owed(record, 'informAgain').length;
    const given = (at: Instant) => ({ rightsGiven: { ...told(at, 'rights'), solicitorWanted: false, someoneInformed: true } });
    it('is owed until the rights are given there, were it as they arrive', () => { assert.deepEqual([again(moved()), again(moved(given(later(h(4), -0.001)))), again(moved(given(h(4))))], [1, 1, 0]); });
    it('waits for a delay of that right, and of no other, while it runs', () => {
      assert.deepEqual([again(moved({ rightsDelays: [delay(h(2))] })), again(moved({ rightsDelays: [delay(h(2), { right: 's58_legal_advice' })] })), again(moved({ rightsDelays: [delay(h(2), { endedAt: h(3) })] }))], [0, 1, 1]);
    });
    it('does not wait for a delay of before bail', () => {
      const back = (at: Instant) => again(backFromBail(5, 200, 'answeredBail', { journeys: [journey(h(203), { arrivedAt: h(204) })], rightsDelays: [delay(at)] }));
      assert.deepEqual([back(h(2)), back(h(200))], [1, 0]);
    });
  });

  it('no release for a review of before bail that found no grounds (CUS-116)', () => {
    const found = { reviews: [review(h(4), { decision: 'release' })] };
    assert.deepEqual([owed(held(found), 'releaseDecided').length, owed(backFromBail(5, 200, 'answeredBail', found), 'releaseDecided').length], [1, 0]);
  });
});
