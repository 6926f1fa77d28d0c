import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Facts } from '../../shared/facts.ts';
import { rulesOf } from '../../shared/record-kind.ts';
import { custodyRecordKind } from './custody-record-kind.ts';
import { ARREST, arrived, Detention, detained, GROUNDS, OKORO, onTheWay, WARD } from './example-detention.ts';

const noCustodyOfficer = 'At a death in custody';
const at = '2026-01-12T12:00';

/** Each decision of the custody officer, as a constable takes it, and where it begins. */
const DECISIONS: readonly { readonly act: string; readonly given: (d: Detention) => Detention; readonly body: object }[] = [
  { act: 'authoriseDetention', given: arrived, body: GROUNDS }, { act: 'refuseDetention', given: arrived, body: { reason: 'No ground' } }, { act: 'charge', given: detained, body: {} },
  { act: 'release', given: detained, body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Home by bus' } }, { act: 'releaseOnBail', given: detained, body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } },
  { act: 'setObservationLevel', given: (d) => detained(d).must('setObservationLevel', { by: OKORO, at: '2026-01-12T11:00', body: { level: '2', reason: 'Shaken' } }), body: { level: '1', reason: 'Calm' } },
];

function decidedBy(one: (typeof DECISIONS)[number], facts: Partial<Facts>, by = WARD) {
  const given = one.given(new Detention());
  const outcome = given.what(one.act, { by, at, body: { ...one.body, noCustodyOfficer }, facts });
  assert.equal(outcome.outcome, 'accepted', one.act);
  if (outcome.outcome !== 'accepted') return null;
  const rule = rulesOf(custodyRecordKind)[outcome.events[0]!.type]!;
  return { notes: outcome.notes.length, told: rule.tells?.(outcome.events[0] as never).map((t) => t.officerId), said: rule.says(outcome.events[0] as never).includes('PS Okoro held the post') };
}

const QUIET = { notes: 0, told: [], said: false };

describe('who stands in for the custody officer (CUS-10, s.36(4))', () => {
  for (const one of DECISIONS) {
    it(`${one.act}: a sergeant who held the post is kept, named to who decided, and told`, () => {
      assert.deepEqual(decidedBy(one, { custodyOfficer: OKORO.id }), { notes: 1, told: [OKORO.id], said: true });
    });

    it(`${one.act}: nobody is told where nobody, or nobody of the rank, held it, or who decided held it`, () => {
      assert.deepEqual(decidedBy(one, { custodyOfficer: null }), QUIET);
      assert.deepEqual(decidedBy(one, { custodyOfficer: 'PC Iqbal', officers: { 'PC Iqbal': { ...WARD, id: 'PC Iqbal' } } }), QUIET);
      assert.deepEqual(decidedBy(one, { custodyOfficer: OKORO.id }, OKORO), QUIET);
    });
  }

  it('tells the holder in words that name no detainee', () => {
    const named = onTheWay(new Detention(), { ...ARREST, name: 'James Adeyemi' }).must('recordArrival', { by: OKORO, at: '2026-01-12T08:30', body: { stationId: ARREST.stationId, source: 'gateLog' } });
    const outcome = named.what('refuseDetention', { by: WARD, at, body: { reason: 'No ground', noCustodyOfficer } });
    assert.ok(outcome.outcome === 'accepted');
    const [telling] = rulesOf(custodyRecordKind)['detentionRefused']!.tells!(outcome.events[0] as never);
    assert.match(telling!.title, /^PC Ward decided in your place/);
    assert.doesNotMatch(telling!.title, /adeyemi/i);
    assert.match(outcome.notes[0]!, /^PS Okoro held the custody officer's post then/);
  });
});
