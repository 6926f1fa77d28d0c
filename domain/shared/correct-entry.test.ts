import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { CORRECTION_REASON, correctionForm, toldAt, type ToldAct } from './correct-entry.ts';
import { words } from './fields.ts';

const arrest: ToldAct = { version: 1, act: 'recordArrest', body: { place: 'High Street', questioned: null } };
const visit: ToldAct = { version: 2, act: 'recordVisit', body: { seen: 'Asleep', roused: false } };
const corrected = (version: number, entry: string, body: object | null): ToldAct => ({ version, act: 'correctEntry', body: { entry, becomes: body && { at: null, body }, reason: 'Gate log' } });

describe('what an entry told', () => {
  it('is what was sent', () => assert.deepEqual(toldAt([arrest, visit], 2), visit));
  it('is nothing where the version told no act', () => assert.equal(toldAt([arrest, visit], 3), null));
  it('is nothing of its own for a correction', () => assert.equal(toldAt([arrest, corrected(2, '1.0', { place: 'Mill Road' })], 2), null));
  it('lays a correction over it', () => assert.deepEqual(toldAt([arrest, visit, corrected(3, '2.0', { roused: true })], 2)?.body, { seen: 'Asleep', roused: true }));
  it('lays the second correction over the first', () => assert.deepEqual(toldAt([visit, corrected(3, '2.0', { roused: true, seen: 'Awake' }), corrected(4, '2.0', { seen: 'Drowsy' })], 2)?.body, { seen: 'Drowsy', roused: true }));
  it('leaves a correction of another entry alone', () => assert.deepEqual(toldAt([arrest, visit, corrected(3, '1.0', { seen: 'x' })], 2)?.body, visit.body));
  it('keeps what a struck-out entry told', () => assert.deepEqual(toldAt([visit, corrected(3, '2.0', null)], 2)?.body, visit.body));
});

it('the form of a correction asks the act’s own questions, and why', () => {
  const form = correctionForm(z.object({ seen: words('What was seen', 'Say what was seen.') })) as z.ZodMiniObject;
  assert.deepEqual(Object.keys(form.shape), ['seen', CORRECTION_REASON]);
  assert.deepEqual(form.safeParse({ seen: 'Asleep', correctionReason: '' }).error?.issues.map((i) => i.message), ['Say why the entry was wrong.']);
});
