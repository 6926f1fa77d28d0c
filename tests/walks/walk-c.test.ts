import assert from 'node:assert/strict';
import { countedAt, ledgerOf } from '#domain/custody/custody-record/detention-clock';
import { deadlines } from '#domain/custody/custody-record/deadlines';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import { relevantTime } from '#domain/custody/custody-record/relevant-time';
import { fullTime } from '#domain/shared/local-time';
import { duration } from '#domain/shared/time';
import { ARREST, Detention, GROUNDS, HALE, LIM, NEEDS, OKORO, RAO, REVIEW, SHAH } from '#domain/custody/custody-record/example-detention';
import { codes, officer, when } from '#domain/shared/example';

/** screens.md, walk C: bail, breach, new evidence (GMT). */
describe('walk C: bail, breach, new evidence', () => {
  const d = new Detention();
  const ok = (outcome: ReturnType<Detention['send']>) => { assert.deepEqual(codes(outcome), []); };
  const used = (at: string) => duration(countedAt(ledgerOf(d.record, CUSTODY_LAW)!, when(at)));

  it('1 starts at the arrest at the station, not at the attendance', () => {
    ok(d.send('recordArrest', { by: OKORO, at: '2026-11-02T10:00', body: { ...ARREST, arrestedAtStation: true, voluntaryAttendanceAt: '2026-11-02T09:30' } }));
    assert.equal(fullTime(relevantTime(d.record).at!), '10:00 Mon 2 Nov GMT');
    ok(d.send('recordImmediateNeeds', { by: OKORO, at: '2026-11-02T10:20', body: NEEDS }));
  });

  it('2 refuses a sergeant of the team; another authorises', () => {
    d.custodyOfficer = LIM.id;
    assert.deepEqual(codes(d.what('authoriseDetention', { by: LIM, at: '2026-11-02T10:24', body: GROUNDS })), ['CONFLICT_OF_ROLE']);
    d.custodyOfficer = OKORO.id;
    ok(d.send('authoriseDetention', { by: OKORO, at: '2026-11-02T10:25', body: GROUNDS }));
    assert.equal(d.due('reviewDue'), '16:25 Mon 2 Nov GMT');
  });

  it('3 refuses the team’s inspector and a sergeant; a sergeant with a superintendent’s authority reviews inside its window', () => {
    assert.deepEqual(codes(d.what('conductReview', { by: SHAH, at: '2026-11-02T16:00', body: REVIEW })), ['CONFLICT_OF_ROLE']);
    assert.deepEqual(codes(d.what('conductReview', { by: OKORO, at: '2026-11-02T16:00', body: REVIEW })), ['RANK_TOO_LOW']);
    const acting = { rank: 'inspector', giverId: 's', giverName: 'Supt Clarke', giverRank: 'superintendent', from: when('2026-11-02T14:00'), to: when('2026-11-02T22:00'), reason: 'Absence' } as const;
    const sergeant = officer('PS Hale', 'sergeant', [], { acting });
    assert.deepEqual(codes(d.what('conductReview', { by: sergeant, at: '2026-11-02T13:59:59', body: REVIEW })), ['RANK_TOO_LOW']);
    ok(d.send('conductReview', { by: sergeant, at: '2026-11-02T16:10', body: REVIEW }));
    assert.equal(d.due('reviewDue'), '01:10 Tue 3 Nov GMT');
  });

  it('4 bails with 8 h 40 used and 15 h 20 left', () => {
    ok(d.send('releaseOnBail', { by: OKORO, at: '2026-11-02T18:40', body: { appointedAt: '2026-11-12T10:00', necessity: 'To return after inquiries' } }));
    assert.equal(used('2026-11-02T18:40'), '8 h 40 min');
  });

  it('5 resumes as appointed; early attendance shows both readings and alarms on the earlier', () => {
    const early = d.what('answerBail', { by: OKORO, at: '2026-11-12T09:40', body: { stationId: HALE } });
    assert.ok(early.outcome === 'accepted');
    const limit = deadlines(early.state, CUSTODY_LAW).find((x) => x.key === 'limit24')!;
    assert.deepEqual([fullTime(limit.due!), fullTime(limit.otherReading!.due)], ['01:00 Fri 13 Nov GMT', '01:20 Fri 13 Nov GMT']);
    ok(d.send('answerBail', { by: OKORO, at: '2026-11-12T10:00', body: { stationId: HALE } }));
    ok(d.send('authoriseDetention', { by: OKORO, at: '2026-11-12T10:10', body: GROUNDS }));
    assert.equal(d.due('limit24'), '01:20 Fri 13 Nov GMT');
    assert.equal(d.record.episodes.at(-1)?.number, 2);
    ok(d.send('releaseOnBail', { by: OKORO, at: '2026-11-12T13:00', body: { appointedAt: '2026-11-18T10:00', necessity: 'To return' } }));
    assert.equal(used('2026-11-12T13:00'), '11 h 40 min');
  });

  it('6 does not count the first three hours after a s.46A arrest; reviews run on', () => {
    ok(d.send('recordBreachArrest', { by: OKORO, at: '2026-11-18T22:15', body: { ground: 'failedToAnswer', atStation: true, stationId: HALE, officerName: 'PC Ward' } }));
    assert.equal(used('2026-11-19T01:15'), '11 h 40 min');
    assert.equal(used('2026-11-19T01:16'), '11 h 41 min');
    assert.deepEqual([d.due('limit24'), d.due('limit36'), d.due('limit96')], ['13:35 Thu 19 Nov GMT', '01:35 Fri 20 Nov GMT', '13:35 Sun 22 Nov GMT']);
    ok(d.send('authoriseDetention', { by: OKORO, at: '2026-11-18T22:30', body: GROUNDS }));
    assert.equal(d.due('reviewDue'), '04:30 Thu 19 Nov GMT');
    ok(d.send('conductReview', { by: RAO, at: '2026-11-19T04:25', body: REVIEW }));
    assert.equal(d.due('reviewDue'), '13:25 Thu 19 Nov GMT');
  });

  it('7 releases without bail with 23 h 45 used', () => {
    ok(d.send('release', { by: OKORO, at: '2026-11-19T13:20', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Home by bus' } }));
    assert.equal(used('2026-11-19T13:20'), '23 h 45 min');
  });

  describe('arrested again', () => {
    const again = new Detention();
    again.earlier = [{ recordId: 'x', custodyNumber: 'HR/26/0099', stationName: 'Hale Road', inCustody: false, arrivedAt: null, onBail: false, offenceCodes: ['TH68036'], endedAt: when('2026-11-19T13:20'), ending: 'underInvestigation' }];
    const person = '20000000-0000-4000-8000-000000000001';

    it('8 is refused on the same evidence', () => {
      assert.deepEqual(codes(again.what('rearrestOnNewEvidence', { by: OKORO, at: '2026-11-21T06:40', body: { ...ARREST, personId: person } })), ['REARREST_NO_NEW_EVIDENCE']);
      const same = new Detention();
      same.earlier = again.earlier;
      ok(same.send('recordArrest', { by: OKORO, at: '2026-11-21T06:40', body: { ...ARREST, personId: person } }));
      ok(same.send('recordArrival', { by: OKORO, at: '2026-11-21T07:20', body: { stationId: HALE, source: 'gateLog' } }));
      assert.deepEqual(codes(same.what('bookIn', { by: OKORO, at: '2026-11-21T07:30', body: { name: 'James Adeyemi', gender: 'male', personId: person } })), ['REARREST_NO_NEW_EVIDENCE']);
      assert.deepEqual(codes(same.what('authoriseDetention', { by: OKORO, at: '2026-11-21T07:45', body: GROUNDS })), ['REARREST_NO_NEW_EVIDENCE']);
    });

    it('9 starts a fresh clock on new evidence', () => {
      ok(again.send('rearrestOnNewEvidence', { by: OKORO, at: '2026-11-21T06:40', body: { ...ARREST, personId: person, newEvidence: 'DNA match', foundOn: '20 November', whyNotEarlier: 'The laboratory reported on the 20th' } }));
      ok(again.send('recordArrival', { by: OKORO, at: '2026-11-21T07:20', body: { stationId: HALE, source: 'gateLog' } }));
      assert.equal(again.due('limit24'), '07:20 Sun 22 Nov GMT');
      ok(again.send('authoriseDetention', { by: OKORO, at: '2026-11-21T07:45', body: GROUNDS }));
      assert.equal(again.due('reviewDue'), '13:45 Sat 21 Nov GMT');
    });
  });
});
