import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { EXTEND, REVIEW } from '#domain/custody/custody-record/example-detention';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { instant } from '#domain/shared/time';
import { detained, HALE, seededDesk, type SeededDesk } from '#tests/support/seeded-desk';
import { executeCommand, type CommandResult } from './execute-command.ts';

const codes = (result: CommandResult): string[] => (result.outcome === 'refused' ? result.refusals.map((r) => r.code) : [result.outcome]);

/** Code C 2.6: the record is put right, and whose decision it was stays whose it was. */
describe('a correction', function () {
  this.timeout(30_000);
  let desk: SeededDesk;
  let id = '';
  before(async () => { desk = await seededDesk(instant('2026-11-17T08:00:00Z')); });
  after(() => desk.end());
  beforeEach(async () => { await desk.database.setClock(instant('2026-11-17T08:00:00Z')); id = await detained(desk); });

  const state = async (): Promise<CustodyRecord> => ((await desk.database.admin('custody.custody_record').select('state').where({ id }).first()) as { state: CustodyRecord }).state;
  const at = (clock: string): Promise<void> => desk.database.setClock(instant(`2026-11-17T${clock}:00Z`));
  const takesThePost = async (name: string): Promise<void> => {
    const taken = await executeCommand(desk.app, { ...(await desk.caller(name)), kind: 'duty-roster', recordId: HALE, commandId: randomUUID(), seenVersion: 0, acts: [{ act: 'takeOverCustodyPost', at: null, body: {} }] });
    assert.equal(taken.outcome, 'accepted');
  };
  const correct = (by: string, version: number, becomes: object | null) => desk.send(by, id, 'correctEntry', { body: { entry: `${version}.0`, becomes, reason: 'Mistyped' } });

  it('of another officer’s review leaves the review theirs, by their rank', async () => {
    await at('13:30');
    const version = await desk.must('Sunita Rao', id, 'conductReview', { body: REVIEW });
    assert.deepEqual(codes(await correct('Ada Okoro', version, { at: null, body: { grounds: 'To question about the second address' } })), ['accepted']);
    const review = (await state()).reviews[0]!;
    assert.deepEqual([review.reviewerName, review.reviewerRank, review.grounds], ['Insp Rao', 'inspector', 'To question about the second address']);
  });

  it('by the next shift’s sergeant is decided as the sergeant who held the post then', async () => {
    const authorised = (await state()).authorisations[0]!;
    await desk.must('Marcus Hale', id, 'recordVisit', { body: { seen: 'Awake', roused: false } });
    assert.deepEqual(codes(await correct('Marcus Hale', Number(authorised.entry.split('.')[0]), { at: null, body: { groundsText: 'To secure the phone and to question' } })), ['accepted']);
    assert.deepEqual([(await state()).authorisations[0]!.groundsText, (await state()).authorisations[0]!.by], ['To secure the phone and to question', 'PS Okoro']);
  });

  it('of the arrest keeps the record’s own number', async () => {
    const was = (await state()).custodyNumber;
    assert.deepEqual(codes(await correct('Ada Okoro', 1, { at: null, body: { place: 'Mill Road' } })), ['accepted']);
    assert.equal((await state()).custodyNumber, was);
  });

  it('keeps what an earlier correction of the same entry put right', async () => {
    await at('09:00');
    const version = await desk.must('Joan Bell', id, 'recordVisit', { body: { seen: 'Awake', roused: false } });
    await desk.must('Ada Okoro', id, 'correctEntry', { body: { entry: `${version}.0`, becomes: { at: '2026-11-17T08:45', body: { seen: 'Asleep' } }, reason: 'Mistyped' } });
    await desk.must('Ada Okoro', id, 'correctEntry', { body: { entry: `${version}.0`, becomes: { at: null, body: { roused: true } }, reason: 'And roused' } });
    const visit = (await state()).visits.at(-1)!;
    assert.deepEqual([visit.at, visit.seen, visit.roused], ['2026-11-17T08:45:00.000Z', 'Asleep', true]);
  });

  it('may not strike out a decision of a higher rank; the one who made it may', async () => {
    for (const time of ['13:30', '22:00']) { await at(time); await desk.must('Sunita Rao', id, 'conductReview', { body: REVIEW }); }
    const version = await desk.must('Peter Clarke', id, 'authoriseExtension', { body: { ...EXTEND, until: '2026-11-18T12:00' } });
    assert.deepEqual(codes(await correct('Ada Okoro', version, null)), ['STRIKE_OUT_NOT_YOURS']);
    assert.deepEqual(codes(await correct('Sunita Rao', version, null)), ['STRIKE_OUT_NOT_YOURS']);
    assert.equal((await state()).extensions.length, 1);
    assert.deepEqual(codes(await correct('Peter Clarke', version, null)), ['accepted']);
    assert.equal((await state()).extensions.length, 0);
  });

  it('changes what another decided only by who could decide it: its words are anybody’s', async () => {
    for (const time of ['13:30', '22:00']) { await at(time); await desk.must('Sunita Rao', id, 'conductReview', { body: REVIEW }); }
    const version = await desk.must('Peter Clarke', id, 'authoriseExtension', { body: { ...EXTEND, until: '2026-11-18T12:00' } });
    const becomes = (body: object) => ({ at: null, body });
    assert.deepEqual(codes(await correct('Ada Okoro', version, becomes({ until: '2026-11-18T20:00' }))), ['NOT_RESPONSIBLE_FOR_STATION', 'RANK_TOO_LOW']);
    const notices = async () => ((await desk.database.admin('work.notification').where({ record_id: id, officer_id: (await desk.officer('Peter Clarke')).id })) as { title: string }[]).map((n) => n.title);
    assert.deepEqual(await notices(), []);
    assert.deepEqual(codes(await correct('Ada Okoro', version, becomes({ grounds: 'Forensic results are expected' }))), ['accepted']);
    assert.deepEqual(await notices(), ['PS Okoro corrected what you recorded for 22:00 Tue 17 Nov GMT: Authorise extension']);
    assert.deepEqual(codes(await correct('Peter Clarke', version, becomes({ until: '2026-11-18T11:00' }))), ['accepted']);
    assert.equal((await state()).extensions.at(-1)?.until, '2026-11-18T11:00:00.000Z');
  });

  it('of a decision is none of the investigation’s, nor is its striking out', async () => {
    await at('13:30');
    const version = await desk.must('Sunita Rao', id, 'conductReview', { body: { ...REVIEW, decision: 'release', grounds: 'None any more' } });
    assert.ok(codes(await correct('Imran Shah', version, { at: null, body: { decision: 'continue' } })).includes('CONFLICT_OF_ROLE'));
    assert.ok(codes(await correct('Imran Shah', version, null)).includes('CONFLICT_OF_ROLE'));
    assert.ok(codes(await correct('Ada Okoro', version, { at: null, body: { decision: 'continue' } })).includes('RANK_TOO_LOW'));
    assert.equal((await state()).reviews.at(-1)?.decision, 'release');
  });

  it('tells who is named by it alone: the new holder of the post, nobody again what they were told, and who is named no longer', async () => {
    const told = async () => ((await desk.database.admin('work.notification').where({ record_id: id }).orderBy('at')) as { officer_id: string; title: string }[]).map((n) => [n.officer_id, n.title.split(', saying')[0]]).toSorted();
    const [okoro, hale] = [(await desk.officer('Ada Okoro')).id, (await desk.officer('Marcus Hale')).id];
    const inPlace = 'Insp Rao decided in your place as custody officer';
    const noLonger = `Corrected, and true no longer: ${inPlace}`;
    await at('09:00');
    const version = await desk.must('Sunita Rao', id, 'setObservationLevel', { body: { level: '1', reason: 'Calm since arrival', noCustodyOfficer: 'At a death in custody' } });
    assert.deepEqual(await told(), [[okoro, inPlace]]);
    await at('10:00');
    await takesThePost('Marcus Hale');
    await at('11:00');
    const corrects = (time: string) => desk.must('Sunita Rao', id, 'correctEntry', { body: { entry: `${version}.0`, becomes: { at: `2026-11-17T${time}`, body: {} }, reason: 'The log has another time' } });
    await corrects('09:10');
    assert.deepEqual(await told(), [[okoro, inPlace]]);
    await corrects('10:30');
    assert.deepEqual(await told(), [[okoro, inPlace], [okoro, noLonger], [hale, inPlace]].toSorted());
    await desk.must('Sunita Rao', id, 'correctEntry', { body: { entry: `${version}.0`, becomes: null, reason: 'Entered on the wrong record' } });
    assert.deepEqual(await told(), [[okoro, inPlace], [okoro, noLonger], [hale, inPlace], [hale, noLonger]].toSorted());
  });
});
