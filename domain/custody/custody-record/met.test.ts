import assert from 'node:assert/strict';
import { application, arrival, authorisation, backFromBail, bail, delay, episode, h, held, journey, level, needs, postponement, review, told, visit } from './example-record.ts';
import { when } from '../../shared/example.ts';
import { applied, arrived, Detention, detained, INFORMATION, LIM, OKORO, RAO, served, SOUGHT_BY_KENT } from './example-detention.ts';
import { met } from './met.ts';
import type { CustodyRecord } from './record.ts';

const at = (record: CustodyRecord, key: string) => met(record, key)?.at ?? null;
const charge = { ...told(h(20), 'charge'), offences: [], detainGrounds: null, arrests: 1 };
const came = (party: 'solicitor' | 'interpreter', hour: number) => ({ ...told(h(hour), party), party, name: 'Ann Marsh', organisation: '', how: 'inPerson' }) as const;
const gone = { ...told(h(9), 'released'), kind: 'noFurtherAction', detail: '' } as const;

describe('who met an obligation, and when', () => {
  const rows: readonly (readonly [title: string, record: CustodyRecord, key: string, at: ReturnType<typeof h> | null])[] = [
    ['a review by the one that followed', held({ reviews: [review(h(6)), review(h(14))] }), 'review/authorisation@0.5', h(6)],
    ['the second by its own', held({ reviews: [review(h(6)), review(h(14))] }), 'review/review@6', h(14)],
    ['an open one by nobody', held({ reviews: [review(h(6))] }), 'review/review@6', null],
    ['a review by release', held({ reviews: [review(h(6))], ending: gone }), 'review/review@6', h(9)],
    ['a review by bail', held({ bails: [bail(h(9), h(90))] }), 'review/authorisation@0.5', h(9)],
    ['a review of the second episode not by the bail before it', backFromBail(9, 200), 'review/authorisation@200.5', null],
    ['a release that a review decided', held({ reviews: [review(h(6), { decision: 'release' })], ending: gone }), 'releaseDecided/review@6', h(9)],
    ['a visit', held({ levels: [level(h(1), 1)], visits: [visit(h(1.5))] }), 'visit/level@1', h(1.5)],
    ['a visit counted from an arrival', held({ arrivals: [arrival(h(0)), arrival(h(3))], visits: [visit(h(3.5))] }), 'visit/arrival@3', h(3.5)],
    ['a level', held({ levels: [level(h(1), 1)] }), 'observationLevel/authorisation@0.5', h(1)],
    ['a level raised after drink was told', held({ levels: [level(h(1), 1), level(h(4), 2)], needs: needs(h(3), { drink: true }) }), 'observationLevel/needs@3', h(4)],
    ['a confirmation', held({ postponements: [postponement(h(6.5), h(5), h(6.5))] }), 'confirmPostponement/postponement@5', h(6.5)],
    ['a confirmation not given', held({ postponements: [postponement(h(6.5), h(5))] }), 'confirmPostponement/postponement@5', null],
    ['a decision', held({ authorisations: [authorisation(h(0.5))] }), 'detentionDecision/arrival@0', h(0.5)],
    ['a decision not yet made on coming back', { ...backFromBail(9, 200), authorisations: [authorisation(h(0.5))] }, 'detentionDecision/bail@9', null],
    ['rights', held(), 'rights/authorisation@0.5', h(0.6)],
    ['someone told again after a move', held({ journeys: [journey(h(0.2), { arrivedAt: h(0.6) })] }), 'informAgain/journey@0.2', h(0.6)],
    ['not told since the move', held({ journeys: [journey(h(3), { arrivedAt: h(4) })] }), 'informAgain/journey@3', null],
    ['an outcome told', held({ outcomesTold: [{ ...told(h(8), 'outcome'), reviewEntry: 'review@6' }] }), 'reviewOutcome/review@6', h(8)],
    ['a hearing listed', held({ hearing: { listedFor: h(34), court: 'Westminster', reference: '', at: h(23), entry: '9.0' } }), 'listWarrantHearing/episode-1', h(23)],
    ['information served', held({ copyServedAt: h(30) }), 'serveWarrantInformation/episode-1', h(30)],
    ['a hearing listed before bail not for the episode after it', { ...backFromBail(9, 200), hearing: { listedFor: h(8.5), court: 'Westminster', reference: '', at: h(8), entry: '9.0' } }, 'listWarrantHearing/episode-2', null],
    ['information served anew after a refusal', held({ copyServedAt: h(32), applications: [application(h(30), 'refused', h(31))] }), 'serveWarrantInformation/episode-1-after-application@30', h(32)],
    ['a copy of before the refusal not after it', held({ copyServedAt: h(29), applications: [application(h(30), 'refused', h(31))] }), 'serveWarrantInformation/episode-1-after-application@30', null],
    ['what the court decided', held({ applications: [application(h(30), 'issued', h(31))] }), 'warrantDecision/application@30', h(31)],
    ['what it has not decided', held({ applications: [application(h(30))] }), 'warrantDecision/application@30', null],
    ['an adult', held({ appropriateAdults: [{ ...told(h(2), 'adult'), name: 'Ruth Bell', relation: 'parent' }] }), 'adult/episode-1', h(2)],
    ['an adult of before bail not for the episode after it', { ...backFromBail(9, 200), appropriateAdults: [{ ...told(h(2), 'adult'), name: 'Ruth Bell', relation: 'parent' }] }, 'adult/episode-2', null],
    ['a solicitor', held({ rightsGiven: { ...told(h(0.6), 'rights'), solicitorWanted: true, someoneInformed: false, solicitorAsked: { at: h(0.6), entry: 'rights@0.6' } }, attendances: [came('interpreter', 1), came('solicitor', 2)] }), 'solicitor/rights@0.6', h(2)],
    ['an interpreter', held({ attendances: [came('solicitor', 2), came('interpreter', 3)] }), 'interpreter/episode-1', h(3)],
    ['an arrival', held({ arrivals: [arrival(h(0))] }), `arrival/${held().arrests[0]!.entry}`, h(0)],
    ['a reason recorded', held({ heldPast36: { ...told(h(35), 'past36'), reason: '', sittingAt: h(40) } }), 'reasonPast36/episode-1', h(35)],
    ['a delay ended', held({ rightsDelays: [delay(h(2), { endedAt: h(9) })] }), 'rightsDelayEnds/delay@2', h(9)],
    ['a delay by the release on bail', { ...backFromBail(9, 200), rightsDelays: [delay(h(2))] }, 'rightsDelayEnds/delay@2', h(9)],
    ['a conflict settled', held({ rankConflicts: [{ ...told(h(4), 'conflict'), custodyOfficerPosition: '', seniorPosition: '', seniorName: '', settled: { at: h(5), by: 'Supt Clarke', decision: '' } }] }), 'rankConflict/conflict@4', h(5)],
    ['the authority by charge', held({ charge }), 'authorityToDetain/1', h(20)],
    ['the authority of the first episode by bail', backFromBail(9, 200), 'authorityToDetain/1', h(9)],
    ['the authority of the second by nobody', backFromBail(9, 200), 'authorityToDetain/2', null],
    ['a key nobody knows by nobody', held({ episodes: [episode(1, h(-0.5), null)] }), 'nothing/1', null],
  ];
  for (const [title, record, key, is] of rows) it(title, () => { assert.equal(at(record, key), is); });

  describe('names who told it, whoever told what it answers (CUS-42, CUS-60, CUS-83)', () => {
    const by = (d: Detention, type: string, occurrence = '') => met(d.record, `${type}/${occurrence}`)?.by ?? null;
    const d = () => new Detention();
    it('a confirmation, by another inspector than noted the ground', () => {
      const put = detained(d()).must('postponeReview', { by: RAO, at: '2026-01-12T14:30', body: { ground: 'notPracticable', reason: 'A fire in the cells' } }).must('confirmPostponement', { by: OKORO, at: '2026-01-12T15:00', body: { circumstances: 'The fire burns' } });
      assert.equal(by(put, 'confirmPostponement', put.record.postponements[0]!.entry), OKORO.shortName);
    });
    it('the end of a delay, by the sergeant who gave the right', () => {
      const put = detained(d()).must('delayRight', { by: RAO, at: '2026-01-12T10:00', body: { right: 's56_notification', ground: 'harm', grounds: 'A witness is at risk' } }).must('endRightsDelay', { by: OKORO, at: '2026-01-12T11:00', body: { right: 's56_notification', performed: 'Mother rung' } });
      assert.equal(by(put, 'rightsDelayEnds', put.record.rightsDelays[0]!.entry), OKORO.shortName);
    });
    it('the listing and the information, by the officer who entered them', () => {
      const put = served(d());
      assert.deepEqual([by(put, 'listWarrantHearing', 'episode-1'), by(put, 'serveWarrantInformation', 'episode-1')], [LIM.shortName, LIM.shortName]);
    });
    it('what the court decided, by the desk that recorded it, and its extension', () => {
      const put = applied(d()).must('recordWarrant', { by: OKORO, at: '2026-01-13T19:00', body: { hours: 12 } });
      assert.equal(by(put, 'warrantDecision', put.record.applications[0]!.entry), OKORO.shortName);
      put.must('serveWarrantInformation', { by: LIM, at: '2026-01-14T04:30', body: INFORMATION }).must('applyForWarrantExtension', { by: LIM, at: '2026-01-14T05:00' }).must('extendWarrant', { by: OKORO, at: '2026-01-14T06:00', body: { hours: 6 } });
      assert.equal(by(put, 'warrantDecision', put.record.applications[1]!.entry), OKORO.shortName);
      const refused = applied(d()).must('recordWarrantRefusal', { by: OKORO, at: '2026-01-13T19:00', body: { reasons: 'Not diligent' } });
      assert.equal(by(refused, 'warrantDecision', refused.record.applications[0]!.entry), OKORO.shortName);
    });
    it('whether they were questioned elsewhere, by who entered the answer, and then', () => {
      const put = arrived(d(), SOUGHT_BY_KENT).must('answerQuestioned', { by: OKORO, at: '2026-01-12T08:40', body: { questioned: false, saysWho: 'DC Poole' } });
      assert.deepEqual(met(put.record, `questioned/${put.record.arrests[0]!.entry}`), { at: when('2026-01-12T08:40'), by: OKORO.shortName });
    });
  });
});
