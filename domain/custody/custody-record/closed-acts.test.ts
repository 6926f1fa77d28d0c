import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NO_FACTS } from '../../shared/facts.ts';
import { instant } from '../../shared/time.ts';
import { arrived, bailed, detained, Detention, onTheWay, OKORO, released, twiceReviewed } from './example-detention.ts';
import { CUSTODY_LAW } from './limits.ts';
import { custodyRecordView } from './view.ts';

const KEYED = ['authorise-extension', 'conduct-review', 'record-visit'] as const;
const later = '2026-01-12T12:00';

/** What each of the three keyed acts answers there: '' where its form opens. */
function answers(made: (d: Detention) => Detention): string[] {
  const view = custodyRecordView({ id: 'r', version: 1, state: made(new Detention()).record, events: [] }, { kind: 'person', officer: OKORO }, { now: instant('2026-01-13T10:00:00Z'), facts: NO_FACTS, law: CUSTODY_LAW });
  return KEYED.map((wanted) => {
    const listed = view.acts.find((a) => a.slug === wanted);
    const shut = view.closedActs.find((a) => a.slug === wanted);
    assert.equal(Number(Boolean(listed)) + Number(Boolean(shut)), 1, `${wanted} is listed or closed, and not both`);
    return listed ? listed.why : shut!.why;
  });
}

const all = (why: string): readonly string[] => [why, why, why];
const withInvestigator = (d: Detention): Detention => detained(d).must('handToInvestigator', { by: OKORO, at: later, body: { officerName: 'DC Cole', purpose: 'interview' } });
const inHospital = (d: Detention): Detention => detained(d).must('leaveForHospital', { by: OKORO, at: later, body: { purpose: 'treatment', hospital: 'St Mark’s', reason: 'Chest pain', escorts: 'PC Ahmed' } });
const charged = (d: Detention): Detention => detained(d).must('charge', { by: OKORO, at: later, body: {} });

describe('why a keyed act is closed, in each phase', () => {
  for (const [phase, made, expected] of [
    ['on the way', onTheWay, all('They are on the way to the station: the arrival comes first.')],
    ['at the desk', arrived, all('Whether to detain them is not decided yet: that comes first.')],
    ['with the investigator', withInvestigator, [/^Opens after review 2/, '', '']],
    ['in hospital', inHospital, [/^Opens after review 2/, '', /^They are at St Mark’s with an escort since 12:00 Mon 12 Jan GMT/]],
    ['on bail', bailed, all('They are on bail: nobody is detained under this record until they are back.')],
    ['released', released, all('They have left: this detention has ended.')],
    ['charged', charged, [/^They have been charged: .* PACE s\.38, .* \(s\.46\)\.$/, '', '']],
    ['charged and gone', (d: Detention) => charged(d).must('release', { by: OKORO, at: '2026-01-12T12:30', body: { kind: 'chargedAndBailed', riskAssessed: true, detail: 'To court on 2 February' } }), all('They have left: this detention has ended.')],
    ['reviewed twice', twiceReviewed, ['', '', '']],
  ] as const) it(phase, () => {
    answers(made).forEach((said, n) => { const want = expected[n]!; if (typeof want === 'string') assert.equal(said, want); else assert.match(said, want); });
  });
});
