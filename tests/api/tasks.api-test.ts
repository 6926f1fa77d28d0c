import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { ARREST, GROUNDS, NEEDS } from '#domain/custody/custody-record/example-detention';
import { INVESTIGATION_TEAM } from '#domain/force/personas';
import { TASK_ACTS, type TaskAct } from '#domain/work/task/task-acts';
import { HEADQUARTERS_ID, stationId } from '../../main/seed.ts';
import type { Session } from '../../scripts/demo/session.ts';
import { personaId, startApi, type TestApi } from '../support/api-server.ts';

interface Owner { readonly id: string; readonly shortName: string; readonly onDuty: boolean; readonly offAt: string | null; readonly lacks: readonly string[] }
interface Task { readonly id: string; readonly revision: number; readonly type: string; readonly title: string; readonly recordId: string; readonly state: string; readonly attention: string; readonly likelyLateWhy: string | null; readonly lookedBy: string; readonly owner: Owner | null; readonly holdReason: string; readonly closesWhen: string; readonly can: Readonly<Record<TaskAct, boolean>> }
interface Inbox { readonly team: string; readonly counts: Readonly<Record<string, number>>; readonly groups: readonly { readonly state: string; readonly count: number; readonly tasks: readonly Task[] }[]; readonly types: readonly { readonly value: string; readonly words: string }[]; readonly changesAt: string | null; readonly next: { readonly title: string } | null }
interface Refused { readonly code?: string; readonly refusals?: readonly { readonly code: string; readonly message: string }[]; readonly task?: Task; readonly warnings?: readonly string[]; readonly problems?: readonly { readonly field: string }[] }
interface Notices { readonly unread: number; readonly notifications: readonly { readonly id: string; readonly title: string; readonly recordTitle: string; readonly readAt: string | null }[] }

const HALE = stationId('Hale Road');
const NAMES = ['Ada Okoro', 'Marcus Hale', 'Joan Bell', 'Sunita Rao', 'Peter Clarke', 'Daniel Cole', 'Imran Shah', 'Grace Lim', 'Owen Price', 'Tomas Reid', 'Lena Fox'] as const;
type Name = (typeof NAMES)[number];

describe('tasks over HTTP', () => {
  let api: TestApi;
  let people: Readonly<Record<Name, Session>>;
  let record = '';
  let day = 11;
  const today = (): string => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
  const now = (clock: string): string => `${today()}T${clock}`;

  const act = async (name: Name, id: string, slug: string, body: object) => {
    const answer = await people[name].post<object>(`/api/custody/custody-record/${id}/${slug}`, { commandId: randomUUID(), seenVersion: await version(id), body });
    assert.equal(answer.status, 200, `${slug}: ${JSON.stringify(answer.body)}`);
  };
  const version = async (id: string): Promise<number> => ((await api.database.admin('custody.custody_record').select('version').where({ id }).first()) as { version: number } | undefined)?.version ?? 0;
  const inbox = async (name: Name, query = 'owner=all&later=yes'): Promise<Inbox> => (await people[name].post<Inbox>('/api/work/tasks/search', Object.fromEntries(new URLSearchParams(query)))).body;
  const listed = async (name: Name, query?: string): Promise<Task[]> => (await inbox(name, query)).groups.flatMap((g) => g.tasks).filter((t) => t.recordId === record);
  const task = async (type: string): Promise<Task> => { const found = (await listed('Peter Clarke')).find((t) => t.type === type); assert.ok(found, `no ${type}`); return found; };
  const send = async (name: Name, slug: TaskAct, { id, revision }: { readonly id: string; readonly revision: number }, body: object = {}) => { const answer = await people[name].post<Refused>(`/api/work/task/${id}/${slug}`, { revision, ...body }); return { ...answer, codes: (answer.body.refusals ?? []).map((r) => r.code) }; };
  const done = async (...sent: Parameters<typeof send>): Promise<Task> => { const answer = await send(...sent); assert.equal(answer.status, 200, JSON.stringify(answer.body)); return answer.body.task!; };
  const row = async (id: string) => (await api.database.admin('work.task').where({ id }).first()) as Record<string, unknown>;
  const history = async (id: string) => ((await api.database.admin('work.task_event').select('what', 'by_name').where({ task_id: id }).orderBy('n')) as { what: string; by_name: string }[]).map((e) => `${e.by_name} ${e.what}`);
  const audited = async (verb: string, outcome: string) => Number((await api.database.admin('audit.event').count('* as n').where({ verb, outcome }).first())!['n']);

  before(async function start() {
    this.timeout(90_000);
    api = await startApi(now('07:00'));
    people = Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await api.signIn(name)]))) as Record<Name, Session>;
  });
  after(() => api.stop());

  /** One detainee of CID team 3 at Hale Road since 08:00: review by 14:00, a visit each half hour, rights still to be given. A day of its own for each test. */
  beforeEach(async () => {
    day += 1;
    await api.at(now('08:00'));
    record = randomUUID();
    await act('Ada Okoro', record, 'record-arrest', { ...ARREST, stationId: HALE, teamId: INVESTIGATION_TEAM.id });
    await act('Ada Okoro', record, 'record-arrival', { stationId: HALE, source: 'gateLog' });
    await act('Ada Okoro', record, 'record-immediate-needs', NEEDS);
    await act('Ada Okoro', record, 'authorise-detention', GROUNDS);
    await act('Ada Okoro', record, 'set-observation-level', { level: '2', reason: 'Calm' });
  });

  it('are found in the log by the record they are about, read or acted upon', async () => {
    const last = async () => { const { verb, subject_ids: ids } = (await api.database.admin('audit.event').select('verb', 'subject_ids').orderBy('id', 'desc').first()) as { verb: string; subject_ids: string[] }; return [verb, ids.includes(record)]; };
    const review = await task('review');
    assert.deepEqual(await last(), ['read', true]);
    await people['Sunita Rao'].get(`/api/work/task/${review.id}`);
    assert.deepEqual(await last(), ['read', true]);
    await done('Sunita Rao', 'claim', review);
    assert.deepEqual(await last(), ['claim', true]);
  });

  describe('the acts', () => {
    it('allowed: each writes the task, its history and its audit line, and leaves the record alone', async () => {
      const before = await version(record);
      let it = await done('Sunita Rao', 'claim', await task('review'));
      assert.deepEqual([it.owner?.shortName, it.can.claim, it.can.release], ['Insp Rao', false, true]);
      it = await done('Sunita Rao', 'release', it);
      assert.equal(it.owner, null);
      it = await done('Ada Okoro', 'assign', it, { officerId: personaId('Sunita Rao') });
      it = await done('Peter Clarke', 'reassign', it, { officerId: personaId('Peter Clarke'), reason: 'She is at the hospital' });
      it = await done('Sunita Rao', 'hold', it, { reason: 'Interview until 10', until: now('10:00') });
      assert.deepEqual([it.attention, it.holdReason], ['held', 'Interview until 10']);
      it = await done('Sunita Rao', 'resume', it);
      it = await done('Sunita Rao', 'note', it, { text: 'Solicitor wishes to be heard' });
      assert.deepEqual((await history(it.id)).slice(1), ['Insp Rao claim', 'Insp Rao release', 'PS Okoro assign', 'Supt Clarke reassign', 'Insp Rao hold', 'Insp Rao resume', 'Insp Rao note']);
      for (const name of TASK_ACTS) assert.ok((await audited(name, 'accepted')) > 0, `no audit line of ${name}`);
      assert.equal(await version(record), before);
    });

    it('not allowed: by post 403, by place 404; nothing is written', async () => {
      const review = await task('review');
      const body = { officerId: personaId('Sunita Rao'), reason: 'Because', text: 'Because' };
      for (const name of TASK_ACTS) {
        assert.deepEqual([(await send('Owen Price', name, review, body)).status, (await send('Tomas Reid', name, review, body)).status], [403, 404], name);
      }
      for (const name of ['assign', 'reassign'] as const) for (const who of ['Joan Bell', 'Daniel Cole'] as const) assert.equal((await send(who, name, review, body)).status, 403);
      assert.deepEqual([(await row(review.id))['revision'], await history(review.id)], [review.revision, ['Peel opened']]);
      assert.ok((await audited('assign', 'NOT_ALLOWED')) >= 2);
    });

    it('refused: an independent task to the investigation team, whoever tries', async () => {
      const review = await task('review');
      for (const [who, act] of [['Imran Shah', 'claim'], ['Grace Lim', 'claim']] as const) assert.ok((await send(who, act, review)).codes.includes('CONFLICT_OF_ROLE'));
      const { status, body, codes } = await send('Peter Clarke', 'assign', review, { officerId: personaId('Imran Shah') });
      assert.deepEqual([status, codes[0]], [409, 'CONFLICT_OF_ROLE']);
      assert.equal(body.refusals![0]!.message, 'Insp Shah is on the investigation team, and this task needs an independent officer.');
      assert.deepEqual((await send('Sunita Rao', 'assign', review, { officerId: personaId('Grace Lim') })).codes, ['CONFLICT_OF_ROLE', 'NOT_ELIGIBLE']);
      assert.equal((await row(review.id))['revision'], review.revision);
    });

    it('refused: what does not fit how the task stands', async () => {
      const visit = await task('visit');
      const review = await task('review');
      assert.deepEqual((await send('Ada Okoro', 'release', visit)).codes, ['NOT_YOURS']);
      assert.deepEqual((await send('Ada Okoro', 'resume', visit)).codes, ['NOT_HELD']);
      assert.equal((await send('Daniel Cole', 'claim', visit)).status, 404);
      assert.deepEqual((await send('Sunita Rao', 'reassign', review, { officerId: personaId('Peter Clarke'), reason: 'Busy' })).codes, ['NOBODY_HAS_IT']);
      assert.deepEqual((await send('Ada Okoro', 'assign', visit, { officerId: randomUUID() })).codes, ['OFFICER_UNKNOWN']);
      assert.deepEqual((await send('Ada Okoro', 'hold', visit, { reason: 'Asleep', until: now('08:00') })).codes, ['HOLD_IS_OVER']);
      const held = await done('Ada Okoro', 'hold', visit, { reason: 'Asleep' });
      assert.deepEqual((await send('Joan Bell', 'hold', held, { reason: 'Asleep' })).codes, ['ALREADY_HELD']);
      const taken = await done('Joan Bell', 'claim', held);
      assert.deepEqual((await send('Ada Okoro', 'claim', taken)).codes, ['TASK_TAKEN']);
      assert.deepEqual((await send('Ada Okoro', 'assign', taken, { officerId: personaId('Marcus Hale') })).codes, ['TASK_TAKEN']);
    });

    it('refused: to hold or resume what a colleague has; its owner may, and who may assign it', async () => {
      const claimed = await done('Ada Okoro', 'claim', await task('visit'));
      const { status, codes, body } = await send('Joan Bell', 'hold', claimed, { reason: 'Because' });
      assert.deepEqual([status, codes, body.refusals![0]!.message], [409, ['TASK_TAKEN'], 'PS Okoro has this task. Ask them, or ask a supervisor who may assign it.']);
      const held = await done('Ada Okoro', 'hold', claimed, { reason: 'Asleep' });
      assert.deepEqual((await send('Joan Bell', 'resume', held)).codes, ['TASK_TAKEN']);
      const offered = async (name: Name) => { const { can } = (await people[name].get<{ task: Task }>(`/api/work/task/${held.id}`)).body.task; return [can.hold, can.resume]; };
      assert.deepEqual([await offered('Joan Bell'), await offered('Ada Okoro'), await offered('Sunita Rao')], [[false, false], [false, true], [false, true]]);
      assert.equal((await done('Sunita Rao', 'resume', held)).holdReason, '');
    });

    it('bad shape: what is missing by its name; a task that is not there', async () => {
      const review = await task('review');
      const fields = async (name: TaskAct, body: object) => { const { status, body: said } = await people['Sunita Rao'].post<Refused>(`/api/work/task/${review.id}/${name}`, body); return [status, ...(said.problems ?? []).map((p) => p.field)]; };
      assert.deepEqual(await fields('claim', {}), [400, 'revision']);
      assert.deepEqual(await fields('assign', { revision: 1 }), [400, 'officerId']);
      assert.deepEqual(await fields('hold', { revision: 1, reason: ' ' }), [400, 'reason']);
      assert.deepEqual(await fields('hold', { revision: 1, reason: 'Asleep', until: 'soon' }), [400, 'until']);
      assert.deepEqual(await fields('note', { revision: 1 }), [400, 'text']);
      assert.equal((await send('Sunita Rao', 'claim', { id: randomUUID(), revision: 1 })).status, 404);
    });

    it('repeated: the second try says whose it is; what was seen before it changed says who was quicker', async () => {
      const seen = await task('review');
      const mine = await done('Sunita Rao', 'claim', seen);
      assert.deepEqual((await send('Sunita Rao', 'claim', mine)).codes, ['ALREADY_THEIRS']);
      await api.at(now('08:00:04'));
      for (const name of TASK_ACTS) {
        const { status, body } = await send('Peter Clarke', name, seen, { officerId: personaId('Peter Clarke'), reason: 'Because', text: 'Because' });
        assert.deepEqual([status, body.refusals?.map((r) => [r.code, r.message])], [409, [['STALE_REVISION', 'Insp Rao claimed this 4 seconds ago.']]], name);
      }
      assert.equal((await row(seen.id))['assignee_id'], personaId('Sunita Rao'));
    });

    it('at once: of two claims exactly one wins, and the other hears who', async () => {
      const claimants = ['Ada Okoro', 'Marcus Hale', 'Joan Bell', 'Grace Lim'] as const;
      for (const type of ['visit', 'rights', 'authorityToDetain']) {
        const seen = await task(type);
        const able = claimants.filter((n) => type === 'visit' || n !== 'Joan Bell');
        const answers = await Promise.all(able.map((name) => send(name, 'claim', seen)));
        const winners = answers.filter((a) => a.status === 200);
        assert.equal(winners.length, 1, JSON.stringify(answers.map((a) => a.body)));
        const winner = winners[0]!.body.task!.owner!.shortName;
        for (const loser of answers.filter((a) => a.status !== 200)) assert.deepEqual([loser.status, loser.codes, loser.body.refusals![0]!.message], [409, ['STALE_REVISION'], `${winner} claimed this just now.`]);
        assert.deepEqual((await history(seen.id)).filter((entry) => !entry.startsWith('Peel ')), [`${winner} claim`]);
        assert.equal((await row(seen.id))['revision'], seen.revision + 1);
      }
    });

    it('closed: says what closed it; there is no act that ticks it off', async () => {
      const visit = await done('Joan Bell', 'claim', await task('visit'));
      await api.at(now('08:10'));
      await act('Joan Bell', record, 'record-visit', { roused: false, seen: 'Awake, reading' });
      for (const name of TASK_ACTS) {
        if (name === 'assign' || name === 'reassign') continue;
        const { codes, body } = await send('Joan Bell', name, { id: visit.id, revision: visit.revision + 1 }, { reason: 'Because', text: 'Because' });
        assert.deepEqual([codes, /^This task is closed: .*Bell recorded it at 08:10\.$/.test(body.refusals![0]!.message)], [['ALREADY_DONE'], true], JSON.stringify(body));
      }
      assert.equal((await people['Joan Bell'].post(`/api/work/task/${visit.id}/complete`, { revision: 1 })).status, 404);
    });
  });

  it('looking is noted once until another looks, and takes nothing from anyone', async () => {
    const seen = await task('review');
    assert.equal(seen.attention, 'untouched');
    const look = (name: Name) => people[name].post<{ task: Task }>(`/api/work/task/${seen.id}/look`, {});
    for (const name of ['Sunita Rao', 'Sunita Rao', 'Ada Okoro'] as const) assert.equal((await look(name)).status, 200);
    assert.deepEqual((await history(seen.id)).slice(1), ['Insp Rao look', 'PS Okoro look']);
    assert.deepEqual([(await task('review')).attention, (await task('review')).lookedBy], ['lookedAt', 'PS Okoro']);
    assert.equal((await done('Sunita Rao', 'claim', seen)).revision, seen.revision + 1);
    assert.deepEqual([(await look('Tomas Reid')).status, (await look('Owen Price')).status], [404, 403]);
  });

  describe('the inbox', () => {
    const stateAt = async (clock: string, type: string) => { await api.at(now(clock)); return (await task(type)).state; };

    it('groups by the clock, at each limit', async () => {
      assert.deepEqual([await stateAt('08:19:59', 'visit'), await stateAt('08:20:00', 'visit'), await stateAt('08:30:00', 'visit'), await stateAt('08:30:01', 'visit')], ['notDue', 'due', 'due', 'overdue']);
      assert.deepEqual([await stateAt('12:59:59', 'review'), await stateAt('13:00:00', 'review'), await stateAt('14:00:01', 'review')], ['notDue', 'due', 'overdue']);
      assert.equal(await stateAt('14:00:02', 'rights'), 'due');
    });

    it('a hold hides neither due nor overdue, and ends by itself', async () => {
      await done('Ada Okoro', 'hold', await task('visit'), { reason: 'Asleep', until: now('08:10') });
      assert.deepEqual([await stateAt('08:09:59', 'visit'), await stateAt('08:10:00', 'visit')], ['held', 'notDue']);
      await done('Ada Okoro', 'hold', await task('visit'), { reason: 'With the doctor' });
      assert.deepEqual([await stateAt('08:19:59', 'visit'), await stateAt('08:20:00', 'visit'), await stateAt('08:30:01', 'visit')], ['held', 'due', 'overdue']);
    });

    it('shows a case clock, authority and review, and nothing of care, nor what custody wrote', async () => {
      const seen = async (name: Name) => (await listed(name)).map((t) => t.type).toSorted();
      assert.deepEqual([await seen('Daniel Cole'), await seen('Imran Shah'), await seen('Ada Okoro')], [['authorityToDetain', 'review'], ['authorityToDetain', 'review'], ['authorityToDetain', 'review', 'rights', 'visit']]);
      const [visit, review] = [await task('visit'), await task('review')];
      assert.deepEqual([(await people['Daniel Cole'].get(`/api/work/task/${visit.id}`)).status, (await people['Daniel Cole'].get(`/api/work/task/${review.id}`)).status], [404, 200]);
      const noted = await done('Daniel Cole', 'note', await done('Sunita Rao', 'note', await done('Sunita Rao', 'hold', review, { reason: 'Unfit through drink' }), { text: 'Nurse called' }), { text: 'Solicitor at noon' });
      const read = async (name: Name) => { const { body } = await people[name].get<{ task: Task; history: { what: string; detail: { text?: string; reason?: string } }[] }>(`/api/work/task/${noted.id}`); return [body.task.holdReason, ...body.history.flatMap((h) => h.detail.text ?? h.detail.reason ?? [])]; };
      const kept = 'kept for custody staff';
      assert.deepEqual(await read('Daniel Cole'), [kept, 'Solicitor at noon', kept, kept]);
      assert.deepEqual(await read('Ada Okoro'), ['Unfit through drink', 'Solicitor at noon', 'Nurse called', 'Unfit through drink']);
    });

    it('shows each post under Team what it answers for', async () => {
      const types = async (name: Name) => (await listed(name, 'owner=team&later=yes')).map((t) => t.type).toSorted();
      assert.deepEqual(await types('Ada Okoro'), ['authorityToDetain', 'rights', 'visit']);
      assert.deepEqual(await types('Joan Bell'), ['visit']);
      assert.deepEqual(await types('Sunita Rao'), ['review']);
      assert.deepEqual(await types('Peter Clarke'), ['authorityToDetain', 'review']);
      assert.deepEqual(await types('Daniel Cole'), ['authorityToDetain']);
      assert.deepEqual((await inbox('Daniel Cole')).team, 'CID team 3');
      assert.deepEqual(await types('Tomas Reid'), []);
    });

    it('counts each owner rightly under the other filters', async () => {
      const before = (await inbox('Joan Bell', 'owner=mine&type=visit')).counts;
      await done('Joan Bell', 'claim', await task('visit'));
      const { counts, groups, types } = await inbox('Ada Okoro', 'owner=team&type=visit&search=hale');
      const mine = (await inbox('Joan Bell', 'owner=mine&type=visit')).counts;
      assert.deepEqual([mine['mine']! - before['mine']!, before['unowned']! - mine['unowned']!, mine['team']! - before['team']!], [1, 1, 0]);
      assert.deepEqual([...new Set(groups.flatMap((g) => g.tasks.map((t) => t.type)))].filter((t) => t !== 'visit'), []);
      assert.equal(groups.reduce((n, g) => n + g.count, 0), counts['team']);
      assert.ok(types.some((t) => t.value === 'authorityToDetain' && t.words === 'Charge, release or extend'), 'a type that is filtered out may still be chosen');
    });

    it('narrows by due, type, station, search and held; folds what is not due until asked', async () => {
      const kinds = async (query: string) => (await listed('Ada Okoro', query)).map((t) => t.type).toSorted();
      assert.deepEqual(await kinds('owner=all&due=hour&later=yes'), ['rights', 'visit']);
      assert.deepEqual(await kinds('owner=all&due=today&later=yes'), ['review', 'rights', 'visit']);
      assert.deepEqual(await kinds('owner=all&later=yes&type=review'), ['review']);
      assert.deepEqual(await kinds(`owner=all&later=yes&station=${HALE}`), ['authorityToDetain', 'review', 'rights', 'visit']);
      assert.deepEqual(await kinds(`owner=all&later=yes&station=${stationId('Kestrel Street')}`), []);
      assert.deepEqual(await kinds('owner=all&later=yes&search=100%25'), []);
      assert.deepEqual(await kinds('owner=all&later=yes&held=yes'), ['authorityToDetain', 'review', 'rights', 'visit']);
      const folded = await inbox('Ada Okoro', 'owner=all&search=review');
      assert.ok(folded.groups.find((g) => g.state === 'notDue')!.count > 0);
      assert.deepEqual(folded.groups.find((g) => g.state === 'notDue')!.tasks, []);
      assert.match(folded.next!.title, /^Review/);
      assert.equal((await people['Ada Okoro'].post('/api/work/tasks/search', { due: 'whenever' })).status, 400);
    });

    it('says when time alone will change it', async () => {
      assert.equal((await inbox('Ada Okoro', `owner=all&type=visit&due=hour`)).changesAt, `${today()}T08:20:00.000Z`);
      await api.at(now('08:20'));
      assert.equal((await inbox('Ada Okoro', `owner=all&type=visit&due=hour`)).changesAt, `${today()}T08:30:00.001Z`);
    });
  });

  it('an owner who has gone off duty is a fact to act on; one who lost the post is no longer eligible', async () => {
    const roster = async (slug: string, station: string, body: object) => {
      const answer = await people['Lena Fox'].post<object>(`/api/force/duty-roster/${station}/${slug}`, { commandId: randomUUID(), seenVersion: 0, body });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    };
    const reid = personaId('Tomas Reid');
    await roster('withdraw-post', stationId('Kestrel Street'), { officerId: reid, post: 'custodySergeant', reason: 'Moved' });
    await roster('assign-post', HALE, { officerId: reid, post: 'custodySergeant', from: now('06:00'), to: now('08:15') });
    const visit = await done('Ada Okoro', 'assign', await task('visit'), { officerId: reid });
    assert.deepEqual([visit.owner?.onDuty, visit.owner?.offAt, visit.state, visit.likelyLateWhy], [true, `${today()}T08:15:00.000Z`, 'likelyLate', 'PS Reid goes off at 08:15, before it is due']);
    await api.at(now('08:16'));
    const off = await listed('Ada Okoro', 'owner=team&off=yes&later=yes');
    assert.deepEqual(off.map((t) => [t.type, t.owner?.onDuty, t.state, t.likelyLateWhy]), [['visit', false, 'likelyLate', 'PS Reid is off duty']]);
    const { officers } = (await people['Ada Okoro'].get<{ officers: { shortName: string; onDuty: boolean; warning: string | null }[] }>(`/api/work/task/${(await task('rights')).id}/assignees`)).body;
    assert.deepEqual(officers.filter((o) => !o.onDuty).map((o) => [o.shortName, o.warning]), [['PS Reid', 'PS Reid has been off duty since 08:15 and may not see this in time.']]);
    const rights = await send('Ada Okoro', 'assign', await task('rights'), { officerId: reid });
    assert.deepEqual([rights.status, rights.body.warnings], [200, ['PS Reid has been off duty since 08:15 and may not see this in time.']]);
    await roster('withdraw-post', HALE, { officerId: reid, post: 'custodySergeant', reason: 'Moved' });
    await roster('assign-post', stationId('Kestrel Street'), { officerId: reid, post: 'custodySergeant', from: now('08:16'), to: null });
    await api.at(now('20:16'));
    assert.deepEqual((await task('visit')).owner?.lacks, ['PS Reid holds no post at this station that may do it: it is for a detention officer.']);
  });

  it('nobody on duty is nobody whom the task is for: who lacks the rank is none, whatever they are called; who answers for the post is one', async () => {
    const { admin } = api.database;
    const [okoro, rao] = [personaId('Ada Okoro'), personaId('Sunita Rao')];
    const acting = (officerId: string, giverRank: string, to: string) => admin('force.acting_rank').insert({ record_id: officerId, officer_id: officerId, rank: 'inspector', giver_id: personaId('Peter Clarke'), giver_name: 'Supt Clarke', giver_rank: giverRank, from_at: now('11:30'), to_at: now(to), reason: 'Absence' });
    const off = async (name: Name) => admin('force.post_held').where({ officer_id: personaId(name), station_id: HALE }).update({ to_at: now('08:30') });
    const held = (await admin('force.post_held').where({ station_id: HALE })) as Record<string, unknown>[];
    const stands = async (type: string) => { const { state, likelyLateWhy } = await task(type); return [state, likelyLateWhy]; };
    const canClaim = async (name: Name) => (await listed(name)).find((t) => t.type === 'review')?.can.claim;
    try {
      await off('Sunita Rao');
      await api.at(now('12:00'));
      assert.deepEqual(await stands('review'), ['notDue', null], 'a superintendent may review');
      await off('Peter Clarke');
      for (const [clock, is] of [['11:59:59', ['notDue', null]], ['12:00', ['likelyLate', 'no reviewer on duty']]] as const) { await api.at(now(clock)); assert.deepEqual(await stands('review'), is, clock); }
      await acting(okoro, 'chief_inspector', '12:20');
      assert.deepEqual([await stands('review'), await canClaim('Ada Okoro')], [['likelyLate', 'no reviewer on duty'], false], 'given by one too low to give it');
      await admin('force.acting_rank').delete();
      await acting(okoro, 'superintendent', '12:20');
      for (const [clock, is, can] of [['12:19:59', ['notDue', null], true], ['12:20', ['likelyLate', 'no reviewer on duty'], false]] as const) { await api.at(now(clock)); assert.deepEqual([await stands('review'), await canClaim('Ada Okoro')], [is, can], clock); }
      await admin('force.post_held').where({ officer_id: rao, station_id: HALE }).update({ to_at: null });
      const rank = () => admin('force.officer_rank').where({ officer_id: rao });
      await rank().update({ rank: 'constable' });
      await acting(rao, 'superintendent', '14:00');
      assert.deepEqual([await stands('review'), await canClaim('Sunita Rao')], [['likelyLate', 'no reviewer on duty'], false], 'a constable is no acting inspector');
      await rank().update({ rank: 'inspector' });
      assert.deepEqual([await stands('review'), await canClaim('Sunita Rao')], [['notDue', null], true]);
      for (const name of ['Ada Okoro', 'Marcus Hale', 'Grace Lim', 'Joan Bell'] as const) await off(name);
      await act('Sunita Rao', record, 'record-visit', { seen: 'Awake', roused: false });
      assert.deepEqual(await stands('visit'), ['notDue', null], 'an inspector may visit');
      await off('Sunita Rao');
      assert.deepEqual(await stands('visit'), ['likelyLate', 'nobody on duty holds the post it needs']);
    } finally {
      await admin('force.acting_rank').delete();
      for (const { officer_id: id, to_at: to, post } of held) await admin('force.post_held').where({ officer_id: id as string, post: post as string, station_id: HALE }).update({ to_at: to });
    }
  });

  it('a team of which nobody is on duty is said before its task is late; a case with no team is the desk’s', async () => {
    const roster = async (slug: string, body: object) => {
      const answer = await people['Lena Fox'].post<object>(`/api/force/duty-roster/${HEADQUARTERS_ID}/${slug}`, { commandId: randomUUID(), seenVersion: 0, body });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    };
    const posts = [{ officerId: personaId('Daniel Cole'), post: 'investigatingOfficer' }, { officerId: personaId('Imran Shah'), post: 'supervisor' }];
    const stands = async () => { const { state, likelyLateWhy } = await task('listWarrantHearing'); return [state, likelyLateWhy]; };
    await act('Imran Shah', record, 'request-extension', { reason: 'Forensic results' });
    day += 1;
    await api.at(now('06:00'));
    assert.deepEqual(await stands(), ['notDue', null]);
    await roster('withdraw-post', { ...posts[0], reason: 'Moved' });
    assert.deepEqual(await stands(), ['notDue', null], 'the supervisor may do it');
    await roster('withdraw-post', { ...posts[1], reason: 'Moved' });
    assert.deepEqual(await stands(), ['likelyLate', 'nobody of the team is on duty']);
    for (const post of posts) await roster('assign-post', { ...post, from: now('06:00'), to: null });
    assert.deepEqual(await stands(), ['notDue', null]);
    await act('Ada Okoro', record, 'record-investigation', { teamId: '', officerName: 'PC Ward' });
    const desks = await task('listWarrantHearing');
    assert.deepEqual([(await send('Ada Okoro', 'claim', desks)).status, (await task('listWarrantHearing')).owner?.shortName], [200, 'PS Okoro']);
  });

  it('notices tell the officer concerned, name nobody without leave, and are marked as read by their owner alone', async () => {
    const notices = async (name: Name) => (await people[name].get<Notices>('/api/work/notifications')).body;
    const before = (await notices('Marcus Hale')).unread;
    const rights = await done('Ada Okoro', 'assign', await task('rights'), { officerId: personaId('Marcus Hale') });
    await done('Sunita Rao', 'note', rights, { text: 'Interpreter is on the way' });
    const { unread, notifications } = await notices('Marcus Hale');
    assert.equal(unread, before + 2);
    assert.deepEqual(notifications.slice(0, 2).map((n) => n.title).toSorted(), ['Insp Rao wrote a note on your task: Give rights and written notice', 'PS Okoro gave you: Give rights and written notice']);
    assert.match(notifications[0]!.recordTitle, /Hale Road$/);
    assert.equal((await people['Ada Okoro'].post(`/api/work/notification/${notifications[0]!.id}/read`, {})).status, 404);
    const one = (await people['Marcus Hale'].post<Notices>(`/api/work/notification/${notifications[0]!.id}/read`, {})).body;
    assert.equal(one.unread, unread - 1);
    assert.equal((await people['Marcus Hale'].post<Notices>('/api/work/notifications/read', {})).body.unread, 0);
  });

  it('notices are everybody’s own, whatever their posts: an administrator hears who corrected what they recorded', async () => {
    const notices = (name: Name) => people[name].get<Notices>('/api/work/notifications');
    const mark = async (name: Name, what: string) => (await people[name].post<Notices>(`/api/work/${what}`, {})).status;
    assert.deepEqual((await notices('Owen Price')).body, { unread: 0, notifications: [] });
    const told = { id: randomUUID(), at: now('09:00'), officer_id: personaId('Lena Fox'), title: 'Mary Holt corrected what you recorded', task_id: null, record_kind: 'officer', record_id: personaId('Ada Okoro') };
    await api.database.admin('work.notification').insert(told);
    const { status, body } = await notices('Lena Fox');
    assert.deepEqual([status, body.unread, body.notifications.map((n) => n.title)], [200, 1, [told.title]]);
    const line = (await api.database.admin('audit.event').whereRaw('? = any (subject_ids)', [told.id]).orderBy('id', 'desc').first()) as { subject_type: string; actor: string };
    assert.deepEqual([line.subject_type, line.actor], ['Notification', personaId('Lena Fox')]);
    assert.deepEqual([await mark('Owen Price', `notification/${told.id}/read`), await mark('Owen Price', 'notifications/read'), (await notices('Lena Fox')).body.unread], [404, 200, 1]);
    assert.deepEqual([await mark('Lena Fox', `notification/${told.id}/read`), (await notices('Lena Fox')).body.unread], [200, 0]);
  });
});
