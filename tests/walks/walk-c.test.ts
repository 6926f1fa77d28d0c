import assert from 'node:assert/strict';
import { countedAt, ledgerOf } from '#domain/custody/custody-record/detention-clock';
import { deadlines } from '#domain/custody/custody-record/deadlines';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import { relevantTime } from '#domain/custody/custody-record/relevant-time';
import { fullTime } from '#domain/shared/local-time';
import { duration } from '#domain/shared/time';
import { ARREST, codes, Detention, GROUNDS, HALE, LIM, NEEDS, officer, OKORO, RAO, REVIEW, SHAH, when } from './play.ts';

/** screens.md, walk C: bail, breach, new evidence (GMT). */
describe('walk C: bail, breach, new evidence', () => {
  const d = new Detention();
  const ok = (outcome: ReturnType<Detention['send']>) => { assert.deepEqual(codes(outcome), []); };
  const used = (at: string) => duration(countedAt(ledgerOf(d.record, CUSTODY_LAW)!, when(at)));

  it('1 starts at the arrest at the station, not at the attendance', () => {
    ok(d.send('recordArrest', OKORO, '2026-11-02T10:00', { ...ARREST, arrestedAtStation: true, voluntaryAttendanceAt: '2026-11-02T09:30' }));
    assert.equal(fullTime(relevantTime(d.record).at!), '10:00 Mon 2 Nov GMT');
    ok(d.send('recordImmediateNeeds', OKORO, '2026-11-02T10:20', NEEDS));
  });

  it('2 refuses a sergeant of the team; another authorises', () => {
    d.custodyOfficer = LIM.id;
    assert.deepEqual(codes(d.what('authoriseDetention', LIM, '2026-11-02T10:24', GROUNDS)), ['CONFLICT_OF_ROLE']);
    d.custodyOfficer = OKORO.id;
    ok(d.send('authoriseDetention', OKORO, '2026-11-02T10:25', GROUNDS));
    assert.equal(d.due('reviewDue'), '16:25 Mon 2 Nov GMT');
  });

  it('3 refuses the team’s inspector and a sergeant; a sergeant with a superintendent’s authority reviews inside its window', () => {
    assert.deepEqual(codes(d.what('conductReview', SHAH, '2026-11-02T16:00', REVIEW)), ['CONFLICT_OF_ROLE']);
    assert.deepEqual(codes(d.what('conductReview', OKORO, '2026-11-02T16:00', REVIEW)), ['RANK_TOO_LOW']);
    const acting = { rank: 'inspector', giverId: 's', giverName: 'Supt Clarke', giverRank: 'superintendent', from: when('2026-11-02T14:00'), to: when('2026-11-02T22:00'), reason: 'Absence' } as const;
    const sergeant = officer('PS Hale', 'sergeant', [], { acting });
    assert.deepEqual(codes(d.what('conductReview', sergeant, '2026-11-02T13:59:59', REVIEW)), ['RANK_TOO_LOW']);
    ok(d.send('conductReview', sergeant, '2026-11-02T16:10', REVIEW));
    assert.equal(d.due('reviewDue'), '01:10 Tue 3 Nov GMT');
  });

  it('4 bails with 8 h 40 used and 15 h 20 left', () => {
    ok(d.send('releaseOnBail', OKORO, '2026-11-02T18:40', { appointedAt: '2026-11-12T10:00', necessity: 'To return after inquiries' }));
    assert.equal(used('2026-11-02T18:40'), '8 h 40 min');
  });

  it('5 resumes as appointed; early attendance shows both readings and alarms on the earlier', () => {
    const early = d.what('answerBail', OKORO, '2026-11-12T09:40', { stationId: HALE });
    assert.ok(early.outcome === 'accepted');
    const limit = deadlines(early.state, CUSTODY_LAW).find((x) => x.key === 'limit24')!;
    assert.deepEqual([fullTime(limit.due!), fullTime(limit.otherReading!.due)], ['01:00 Fri 13 Nov GMT', '01:20 Fri 13 Nov GMT']);
    ok(d.send('answerBail', OKORO, '2026-11-12T10:00', { stationId: HALE }));
    ok(d.send('authoriseDetention', OKORO, '2026-11-12T10:10', GROUNDS));
    assert.equal(d.due('limit24'), '01:20 Fri 13 Nov GMT');
    assert.equal(d.record.episodes.at(-1)?.number, 2);
    ok(d.send('releaseOnBail', OKORO, '2026-11-12T13:00', { appointedAt: '2026-11-18T10:00', necessity: 'To return' }));
    assert.equal(used('2026-11-12T13:00'), '11 h 40 min');
  });

  it('6 does not count the first three hours after a s.46A arrest; reviews run on', () => {
    ok(d.send('recordBreachArrest', OKORO, '2026-11-18T22:15', { ground: 'failedToAnswer', atStation: true, stationId: HALE, officerName: 'PC Ward' }));
    assert.equal(used('2026-11-19T01:15'), '11 h 40 min');
    assert.equal(used('2026-11-19T01:16'), '11 h 41 min');
    assert.deepEqual([d.due('limit24'), d.due('limit36'), d.due('limit96')], ['13:35 Thu 19 Nov GMT', '01:35 Fri 20 Nov GMT', '13:35 Sun 22 Nov GMT']);
    ok(d.send('authoriseDetention', OKORO, '2026-11-18T22:30', GROUNDS));
    assert.equal(d.due('reviewDue'), '04:30 Thu 19 Nov GMT');
    ok(d.send('conductReview', RAO, '2026-11-19T04:25', REVIEW));
    assert.equal(d.due('reviewDue'), '13:25 Thu 19 Nov GMT');
  });

  it('7 releases without bail with 23 h 45 used', () => {
    ok(d.send('release', OKORO, '2026-11-19T13:20', { kind: 'underInvestigation', riskAssessed: true, detail: 'Home by bus' }));
    assert.equal(used('2026-11-19T13:20'), '23 h 45 min');
  });

  describe('arrested again', () => {
    const again = new Detention();
    again.earlier = [{ recordId: 'x', custodyNumber: 'HR/26/0099', stationName: 'Hale Road', inCustody: false, onBail: false, offenceCodes: ['TH68036'], endedAt: when('2026-11-19T13:20'), ending: 'underInvestigation' }];
    const person = '20000000-0000-4000-8000-000000000001';

    it('8 is refused on the same evidence', () => {
      assert.deepEqual(codes(again.what('rearrestOnNewEvidence', OKORO, '2026-11-21T06:40', { ...ARREST, personId: person })), ['REARREST_NO_NEW_EVIDENCE']);
      const same = new Detention();
      same.earlier = again.earlier;
      ok(same.send('recordArrest', OKORO, '2026-11-21T06:40', { ...ARREST, personId: person }));
      ok(same.send('recordArrival', OKORO, '2026-11-21T07:20', { stationId: HALE, source: 'gateLog' }));
      assert.deepEqual(codes(same.what('bookIn', OKORO, '2026-11-21T07:30', { name: 'James Adeyemi', gender: 'male', personId: person })), ['REARREST_NO_NEW_EVIDENCE']);
      assert.deepEqual(codes(same.what('authoriseDetention', OKORO, '2026-11-21T07:45', GROUNDS)), ['REARREST_NO_NEW_EVIDENCE']);
    });

    it('9 starts a fresh clock on new evidence', () => {
      ok(again.send('rearrestOnNewEvidence', OKORO, '2026-11-21T06:40', { ...ARREST, personId: person, newEvidence: 'DNA match', foundOn: '20 November', whyNotEarlier: 'The laboratory reported on the 20th' }));
      ok(again.send('recordArrival', OKORO, '2026-11-21T07:20', { stationId: HALE, source: 'gateLog' }));
      assert.equal(again.due('limit24'), '07:20 Sun 22 Nov GMT');
      ok(again.send('authoriseDetention', OKORO, '2026-11-21T07:45', GROUNDS));
      assert.equal(again.due('reviewDue'), '13:45 Sat 21 Nov GMT');
    });
  });
});
