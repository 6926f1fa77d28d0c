import assert from 'node:assert/strict';
import { ARREST, BELL, CLARKE, Detention, EXTEND, GROUNDS, HALE, NEEDS, OKORO, RAO, REVIEW, VANCE } from '#domain/custody/custody-record/example-detention';
import { codes } from '#domain/shared/example';

/** screens.md, walk A: van queue to extension (GMT). Every time and code as written there. */
describe('walk A: van queue to extension', () => {
  const d = new Detention();
  const ok = (outcome: ReturnType<Detention['send']>) => { assert.deepEqual(codes(outcome), []); };

  it('1 starts the clock in the yard, not at the desk', () => {
    ok(d.send('recordArrest', { by: OKORO, at: '2026-11-17T20:52', body: ARREST }));
    ok(d.send('recordArrival', { by: OKORO, at: '2026-11-17T21:30', body: { stationId: HALE, source: 'gateLog' } }));
    assert.deepEqual([d.due('limit24'), d.due('limit36'), d.due('limit96')], ['21:30 Wed 18 Nov GMT', '09:30 Thu 19 Nov GMT', '21:30 Sat 21 Nov GMT']);
  });

  it('2 authorises detention: review 1 six hours later', () => {
    ok(d.send('bookIn', { by: OKORO, at: '2026-11-17T22:18', body: { name: 'James Adeyemi', gender: 'male', dateOfBirth: '1991-05-01' } }));
    ok(d.send('recordImmediateNeeds', { by: OKORO, at: '2026-11-17T22:19', body: { ...NEEDS, drink: true } }));
    ok(d.send('authoriseDetention', { by: OKORO, at: '2026-11-17T22:20', body: GROUNDS }));
    assert.equal(d.due('reviewDue'), '04:20 Wed 18 Nov GMT');
  });

  it('3 refuses level 1 after drink; rouses every half hour', () => {
    assert.deepEqual(codes(d.send('setObservationLevel', { by: OKORO, at: '2026-11-17T22:21', body: { level: '1', reason: 'Calm' } })), ['LEVEL_TOO_LOW']);
    ok(d.send('setObservationLevel', { by: OKORO, at: '2026-11-17T22:22', body: { level: '2', reason: 'Drink' } }));
    ok(d.send('recordVisit', { by: BELL, at: '2026-11-17T22:30', body: { seen: 'Gave name, steady', roused: true } }));
    assert.equal(d.due('visitDue'), '23:00 Tue 17 Nov GMT');
    assert.deepEqual(codes(d.what('recordVisit', { by: BELL, at: '2026-11-17T23:00', body: { seen: 'Asleep', roused: false } })), ['ROUSING_REQUIRED']);
  });

  it('4 pulls the next review forward after an early one', () => {
    ok(d.send('conductReview', { by: RAO, at: '2026-11-18T01:40', body: { ...REVIEW, asleep: true } }));
    assert.equal(d.due('reviewDue'), '10:40 Wed 18 Nov GMT');
  });

  it('5 leaves the limits unmoved by an arrest for theft', () => {
    ok(d.send('arrestForFurtherOffence', { by: OKORO, at: '2026-11-18T03:00', body: { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'Questioning' } }));
    assert.equal(d.due('limit24'), '21:30 Wed 18 Nov GMT');
  });

  it('6 refuses an extension with four codes', () => {
    const until = '2026-11-19T07:30';
    assert.deepEqual(codes(d.what('authoriseExtension', { by: VANCE, at: '2026-11-18T09:00', body: { ...EXTEND, representations: false, until } })), ['BEFORE_SECOND_REVIEW', 'NOT_RESPONSIBLE_FOR_STATION', 'NO_REPRESENTATIONS_OPPORTUNITY', 'RANK_TOO_LOW']);
  });

  it('7 reviews again, and hands over for interview and back', () => {
    ok(d.send('conductReview', { by: RAO, at: '2026-11-18T10:30', body: REVIEW }));
    assert.equal(d.due('reviewDue'), '19:30 Wed 18 Nov GMT');
    ok(d.send('handToInvestigator', { by: OKORO, at: '2026-11-18T13:00', body: { officerName: 'DC Lim', purpose: 'interview' } }));
    assert.deepEqual(codes(d.what('returnFromInvestigator', { by: OKORO, at: '2026-11-18T13:50' })), ['REPORT_REQUIRED']);
    ok(d.send('returnFromInvestigator', { by: OKORO, at: '2026-11-18T13:50', body: { report: 'Code C complied with; breaks offered' } }));
  });

  it('8 rings at 12, 18, 21 and 23 hours; extends at 24 h exactly, not a second later', () => {
    assert.deepEqual(d.bells(), ['09:30 Wed 18 Nov GMT', '15:30 Wed 18 Nov GMT', '18:30 Wed 18 Nov GMT', '20:30 Wed 18 Nov GMT']);
    ok(d.send('conductReview', { by: RAO, at: '2026-11-18T19:10', body: REVIEW }));
    assert.equal(d.due('reviewDue'), '04:10 Thu 19 Nov GMT');
    assert.deepEqual(codes(d.what('authoriseExtension', { by: CLARKE, at: '2026-11-18T21:30:00', body: { ...EXTEND, until: '2026-11-19T07:30' } })), []);
    assert.deepEqual(codes(d.what('authoriseExtension', { by: CLARKE, at: '2026-11-18T21:30:01', body: { ...EXTEND, until: '2026-11-19T07:30' } })), ['AFTER_24H']);
  });

  it('9 extends: the bell of 20:30 is cancelled, those of the new end stand', () => {
    ok(d.send('authoriseExtension', { by: CLARKE, at: '2026-11-18T20:10', body: { ...EXTEND, until: '2026-11-19T07:30' } }));
    assert.deepEqual(d.bells(), ['03:30 Thu 19 Nov GMT', '04:30 Thu 19 Nov GMT', '06:30 Thu 19 Nov GMT']);
    assert.deepEqual(codes(d.what('authoriseExtension', { by: CLARKE, at: '2026-11-18T20:20', body: { ...EXTEND, until: '2026-11-19T09:31' } })), ['PERIOD_TOO_LONG']);
    ok(d.send('conductReview', { by: RAO, at: '2026-11-19T03:55', body: REVIEW }));
    assert.equal(d.due('reviewDue'), '12:55 Thu 19 Nov GMT');
  });

  it('10 takes a second authority before the first ends; after charge the review is the custody officer’s', () => {
    assert.deepEqual(codes(d.what('authoriseExtension', { by: CLARKE, at: '2026-11-19T07:30:01', body: { ...EXTEND, until: '2026-11-19T09:30' } })), ['AUTHORITY_LAPSED']);
    ok(d.send('authoriseExtension', { by: CLARKE, at: '2026-11-19T06:45', body: { ...EXTEND, until: '2026-11-19T09:30' } }));
    assert.deepEqual(d.bells(), ['08:30 Thu 19 Nov GMT']);
    ok(d.send('charge', { by: OKORO, at: '2026-11-19T08:50' }));
    assert.equal(d.due('reviewDue'), '12:55 Thu 19 Nov GMT');
    assert.deepEqual(codes(d.what('conductReview', { by: RAO, at: '2026-11-19T12:50', body: REVIEW })), ['NOT_CUSTODY_OFFICER']);
    assert.deepEqual(codes(d.what('conductReview', { by: OKORO, at: '2026-11-19T12:50', body: REVIEW })), []);
  });
});
