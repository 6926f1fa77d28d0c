import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { ARREST, GROUNDS } from '#domain/custody/custody-record/example-detention';
import { instant } from '#domain/shared/time';
import { detained, HALE, inTheYard, seededDesk, type SeededDesk } from '#tests/support/seeded-desk';
import { executeCommand, type CommandResult } from './execute-command.ts';

const VISIT = { seen: 'Awake, reading', roused: false };
const RELEASE = { kind: 'underInvestigation', riskAssessed: true, detail: 'Inquiries go on; taxi home' };
const EVERYTHING = [
  'custody.custody_record', 'custody.custody_record_event', 'custody.custody_record_command', 'custody.custody_number', 'work.task', 'work.task_event', 'work.alarm', 'work.notification', 'platform.outbox', 'platform.defect', 'audit.event',
];

const codesOf = (result: CommandResult): string[] => (result.outcome === 'refused' ? result.refusals.map((r) => r.code) : [result.outcome]);
const versionOf = (result: CommandResult): number => { assert.equal(result.outcome, 'accepted', JSON.stringify(result)); return (result as { version: number }).version; };

describe('a command', function () {
  this.timeout(30_000);
  let desk: SeededDesk;
  let id: string;
  before(async () => { desk = await seededDesk(instant('2026-11-17T08:00:00Z')); });
  after(() => desk.end());
  beforeEach(async () => { id = await detained(desk); });

  interface AuditRow { readonly verb: string; readonly outcome: string; readonly actor: string; readonly subject_type: string; readonly detail: { readonly version?: number; readonly commandId?: string } }
  const audit = async (recordId = id): Promise<AuditRow[]> => (await desk.database.admin('audit.event').whereRaw('? = any (subject_ids)', [recordId]).orderBy('id')) as AuditRow[];
  /** Every row of everything, as text: a refusal may not so much as move a time. */
  async function everything(): Promise<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const table of EVERYTHING) {
      const { rows } = await desk.database.admin.raw<{ rows: [{ text: string }] }>(`select count(*) || ' ' || coalesce(md5(string_agg(r::text, '' order by r::text)), '') as text from ${table} r`);
      texts[table] = rows[0].text;
    }
    return texts;
  }
  const versionsOf = async (recordId: string): Promise<number[]> => ((await desk.database.admin('custody.custody_record_event').distinct('version').where({ record_id: recordId }).orderBy('version')) as { version: number }[]).map((r) => r.version);

  it('that is accepted adds one version, its events, its tasks, a bell and one line of audit', async () => {
    const yard = await inTheYard(desk);
    await desk.database.admin('platform.outbox').delete();
    const [was, commandId, lines] = [await desk.version(yard), randomUUID(), (await audit(yard)).length];
    const tasks = async (status: string) => ((await desk.database.admin('work.task').where({ record_id: yard, status })) as { type: string }[]).map((t) => t.type).toSorted();
    assert.deepEqual(await tasks('closed'), []);
    assert.equal(await desk.must('Ada Okoro', yard, 'authoriseDetention', { body: GROUNDS, commandId }), was + 1);
    const line = (await audit(yard)).at(-1)!;
    assert.equal((await audit(yard)).length, lines + 1);
    assert.deepEqual([line.verb, line.outcome, line.subject_type, line.actor, line.detail], ['authoriseDetention', 'accepted', 'CustodyRecord', (await desk.officer('Ada Okoro')).id, { version: was + 1, commandId }]);
    assert.deepEqual(await versionsOf(yard), Array.from({ length: was + 1 }, (_, n) => n + 1));
    assert.equal(await desk.count('platform.outbox', { record_id: yard }), 1);
    assert.deepEqual(await tasks('closed'), ['detentionDecision']);
    assert.ok((await tasks('open')).includes('review'));
  });

  it('in the place of a sergeant who holds the custody post tells them by name, in its own transaction', async () => {
    const [okoro, notices] = [(await desk.officer('Ada Okoro')).id, () => desk.database.admin('work.notification').where({ record_id: id }) as Promise<{ officer_id: string; title: string }[]>];
    const standsIn = { body: { ...RELEASE, noCustodyOfficer: 'At a death in custody' } };
    assert.equal((await desk.send('Marcus Hale', id, 'release', { ...standsIn, whatIf: true })).outcome, 'accepted');
    assert.deepEqual(await notices(), []);
    const result = await desk.send('Marcus Hale', id, 'release', standsIn);
    assert.match((result as { notes: readonly string[] }).notes.join(), /^PS Okoro held the custody officer's post then/);
    assert.deepEqual((await notices()).map((n) => [n.officer_id, n.title.split(',')[0]]), [[okoro, 'PS Hale decided in your place as custody officer']]);
  });

  it('leaves a duty that it does not touch alone: its task keeps its revision and its history', async () => {
    const task = async () => (await desk.database.admin('work.task').select('id', 'revision', 'due_at').where({ record_id: id, type: 'authorityToDetain' }).first()) as { id: string; revision: number; due_at: string };
    const before_ = await task();
    const lines = await desk.count('work.task_event', { task_id: before_.id });
    await desk.must('Joan Bell', id, 'recordVisit', { body: VISIT });
    await desk.must('Ada Okoro', id, 'allocateLocation', { body: { location: 'Cell 9' } });
    assert.deepEqual(await task(), before_);
    assert.equal(await desk.count('work.task_event', { task_id: before_.id }), lines);
  });

  it('sent again with the same id is answered from the record, adds no version, and is noted as repeated', async () => {
    const commandId = randomUUID();
    const version = await desk.must('Joan Bell', id, 'recordVisit', { body: VISIT, commandId });
    const { 'audit.event': _, ...stored } = await everything();
    const again = await desk.send('Joan Bell', id, 'recordVisit', { body: VISIT, commandId, seenVersion: 1 });
    assert.deepEqual(again.outcome === 'accepted' && [again.version, again.repeated], [version, true]);
    const { 'audit.event': __, ...after_ } = await everything();
    assert.deepEqual(after_, stored);
    assert.deepEqual((await audit()).slice(-2).map((l) => [l.verb, l.outcome]), [['recordVisit', 'accepted'], ['recordVisit', 'repeated']]);
  });

  it('sent five times at once is one entry', async () => {
    const [commandId, was] = [randomUUID(), await desk.version(id)];
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.send('Joan Bell', id, 'recordVisit', { body: VISIT, commandId })));
    assert.deepEqual(answers.map(versionOf), Array<number>(5).fill(was + 1));
    assert.equal(answers.filter((a) => a.outcome === 'accepted' && !a.repeated).length, 1);
    assert.equal(await desk.count('custody.custody_record_command', { id: commandId }), 1);
  });

  it('sent with a used id and another body, officer or record is refused by its own code, and leaves nothing', async () => {
    const [commandId, other] = [randomUUID(), await detained(desk)];
    await desk.must('Joan Bell', id, 'recordVisit', { body: VISIT, commandId });
    const stored = await everything();
    assert.deepEqual(codesOf(await desk.send('Joan Bell', id, 'recordVisit', { body: { ...VISIT, seen: 'Asleep' }, commandId })), ['COMMAND_ID_REUSED']);
    assert.deepEqual(codesOf(await desk.send('Ada Okoro', id, 'recordVisit', { body: VISIT, commandId })), ['COMMAND_ID_REUSED']);
    assert.deepEqual(codesOf(await desk.send('Joan Bell', other, 'recordVisit', { body: VISIT, commandId })), ['COMMAND_ID_REUSED']);
    assert.deepEqual(await everything(), stored);
  });

  it('that was refused has not used up its id', async () => {
    const commandId = randomUUID();
    assert.deepEqual(codesOf(await desk.send('Joan Bell', id, 'recordVisit', { body: VISIT, commandId, at: '2026-11-17T09:00' })), ['IN_FUTURE']);
    assert.equal((await desk.send('Joan Bell', id, 'recordVisit', { body: VISIT, commandId })).outcome, 'accepted');
  });

  it('that is refused, misshapen, out of sight or only supposed leaves not one row: its line of audit is its caller’s', async () => {
    const stored = await everything();
    assert.ok(codesOf(await desk.send('Sunita Rao', id, 'authoriseExtension', { body: { necessary: true, diligent: true, representations: true, grounds: 'x', until: '2026-11-18T12:00' } })).length >= 2);
    assert.deepEqual(codesOf(await desk.send('Joan Bell', id, 'recordVisit', { body: {} })), ['bad-shape']);
    assert.deepEqual(codesOf(await desk.send('Tomas Reid', id, 'recordVisit', { body: VISIT })), ['absent']);
    assert.deepEqual(codesOf(await desk.send('Joan Bell', randomUUID(), 'recordVisit', { body: VISIT })), ['absent']);
    assert.deepEqual(codesOf(await desk.send('Ada Okoro', id, 'release', { body: RELEASE, whatIf: true })), ['accepted']);
    assert.deepEqual(await everything(), stored);
  });

  it('that decides insists on the version the officer saw, and names who moved it; a happening stands on whatever it is', async () => {
    const seenVersion = await desk.version(id);
    await desk.must('Joan Bell', id, 'recordVisit', { body: VISIT });
    const stale = await desk.send('Ada Okoro', id, 'release', { body: RELEASE, seenVersion });
    assert.deepEqual(codesOf(stale), ['STALE_VERSION']);
    assert.match(stale.outcome === 'refused' ? stale.refusals[0]!.message : '', /^Joan Bell recorded a visit at 08:00/);
    assert.equal(await desk.must('Joan Bell', id, 'recordVisit', { body: { ...VISIT, additional: true }, seenVersion: 1 }), seenVersion + 2);
  });

  it('of two officers who decide at once, one is accepted and the other finds the version moved', async () => {
    for (let round = 0; round < 5; round += 1) {
      const yard = await inTheYard(desk);
      const was = await desk.version(yard);
      const answers = await Promise.all(['Ada Okoro', 'Marcus Hale'].map((by) => desk.send(by, yard, 'authoriseDetention', { body: GROUNDS, seenVersion: was })));
      assert.equal(answers.filter((a) => a.outcome === 'accepted').length, 1, JSON.stringify(answers.map(codesOf)));
      assert.ok(answers.some((a) => a.outcome === 'refused'));
      assert.equal(await desk.version(yard), was + 1);
    }
  });

  it('of two who release at once, the second is refused by the version; of ten visits at once, each has its own', async () => {
    const was = await desk.version(id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.send('Joan Bell', id, 'recordVisit', { body: { ...VISIT, additional: true } })));
    assert.deepEqual(answers.map(versionOf).toSorted((a, b) => a - b), Array.from({ length: 10 }, (_, n) => was + 1 + n));
    assert.deepEqual(await versionsOf(id), Array.from({ length: was + 10 }, (_, n) => n + 1));
    const releases = await Promise.all([1, 2].map(() => desk.send('Ada Okoro', id, 'release', { body: RELEASE, seenVersion: was + 10 })));
    assert.deepEqual(releases.flatMap(codesOf).toSorted(), ['STALE_VERSION', 'accepted']);
  });

  it('that opens a record twice at once opens it once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const fresh = randomUUID();
      const answers = await Promise.all([1, 2, 3].map(() => desk.send('Ada Okoro', fresh, 'recordArrest', { body: { ...ARREST, stationId: HALE, teamId: '' }, seenVersion: 0 })));
      assert.deepEqual(answers.flatMap(codesOf).toSorted(), ['ALREADY_DONE', 'ALREADY_DONE', 'accepted']);
      assert.deepEqual(await versionsOf(fresh), [1]);
    }
  });

  it('of several acts is all or nothing, each its own version; the first refusal names its place', async () => {
    const [caller, stored, seenVersion] = [await desk.caller('Ada Okoro'), await everything(), await desk.version(id)];
    const several = (acts: { act: string; at: null; body: object }[]) => executeCommand(desk.app, { ...caller, kind: 'custody-record', recordId: id, commandId: randomUUID(), seenVersion, acts });
    const visit = { act: 'recordVisit', at: null, body: { ...VISIT, additional: true } };
    const failed = await several([visit, visit, { act: 'returnFromHospital', at: null, body: {} }]);
    assert.deepEqual([failed.outcome, 'place' in failed && failed.place], ['refused', 2]);
    assert.deepEqual(await everything(), stored);
    assert.equal(versionOf(await several([visit, { act: 'release', at: null, body: RELEASE }])), seenVersion + 2);
    assert.equal((await audit()).at(-1)!.verb, 'recordVisit,release');
  });

  it('on a record that somebody holds is busy after two seconds, and leaves nothing', async () => {
    const stored = await everything();
    await desk.database.admin.transaction(async (trx) => {
      await trx('custody.custody_record').where({ id }).forUpdate().first();
      const began = performance.now();
      assert.equal((await desk.send('Joan Bell', id, 'recordVisit', { body: VISIT, seenVersion: 1 })).outcome, 'busy');
      assert.ok(performance.now() - began < 5_000);
    });
    assert.deepEqual(await everything(), stored);
  });
});
