import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OfficerAt, PostHeld } from '../../shared/actor.ts';
import type { PostName, Rank } from '../../shared/posts.ts';
import { instant, plus, plusHours, type Instant } from '../../shared/time.ts';
import { lacks, offAt, offDutyWarning } from './eligibility.ts';
import { decideTaskAct, lostRace, type TaskAct, type TaskActBody, type TaskState } from './task-acts.ts';
import { teamReach } from './team.ts';

const NOW = instant('2025-12-17T03:00:00Z');
const STATION = 'hale';
const TEAM = 'cid';

const post = (name: PostName, more: Partial<PostHeld> = {}): PostHeld => ({ post: name, stations: [STATION], from: plusHours(NOW, -8), to: plusHours(NOW, 4), withdrawnAt: null, ...more });
const officer = (id: string, rank: Rank, posts: readonly PostHeld[], more: Partial<OfficerAt> = {}): OfficerAt => ({ id, name: id, shortName: id, rank, acting: null, posts, teams: [], ...more });
const RAO = officer('Insp Rao', 'inspector', [post('custodyInspector')]);
const SHAH = officer('Insp Shah', 'inspector', [post('custodyInspector')], { teams: [TEAM] });
const OKORO = officer('PS Okoro', 'sergeant', [post('custodySergeant')]);
const BELL = officer('Bell', 'staff', [post('detentionOfficer')]);
const COLE = officer('PC Cole', 'constable', [post('investigatingOfficer', { stations: [] })], { teams: [TEAM] });

const REVIEW: TaskState = { status: 'open', closedWhy: '', assigneeId: '', assigneeName: '', held: false, holdReason: '', queue: 'custodyInspector', minRank: 'inspector', independent: true, stationId: STATION, teamId: TEAM };
const VISIT: TaskState = { ...REVIEW, queue: 'detentionOfficer', minRank: '', independent: false };
const LISTING: TaskState = { ...VISIT, queue: 'investigatingOfficer' };
const of = (task: TaskState, owner: OfficerAt): TaskState => ({ ...task, assigneeId: owner.id, assigneeName: owner.shortName });

interface Case { readonly it: string; readonly act: TaskAct; readonly task: TaskState; readonly by: OfficerAt; readonly to?: OfficerAt | null; readonly assigns?: boolean; readonly body?: Partial<TaskActBody>; readonly refused?: readonly string[]; readonly change?: object }
const LATER = plus(NOW, 1);

const CASES: readonly Case[] = [
  { it: 'a free task may be claimed by whom it is for', act: 'claim', task: REVIEW, by: RAO, change: { assigneeId: RAO.id } },
  { it: 'one that another has may not', act: 'claim', task: of(REVIEW, RAO), by: officer('Insp Ng', 'inspector', [post('custodyInspector')]), refused: ['TASK_TAKEN'] },
  { it: 'one claimed already is not claimed again', act: 'claim', task: of(REVIEW, RAO), by: RAO, refused: ['ALREADY_THEIRS'] },
  { it: 'an independent task is not for the investigation team', act: 'claim', task: REVIEW, by: SHAH, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'nor for a rank too low', act: 'claim', task: REVIEW, by: OKORO, refused: ['NOT_ELIGIBLE'] },
  { it: 'what is wrong is told all together', act: 'claim', task: REVIEW, by: { ...OKORO, teams: [TEAM] }, refused: ['CONFLICT_OF_ROLE', 'NOT_ELIGIBLE'] },
  { it: 'an acting rank counts within its window', act: 'claim', task: REVIEW, by: { ...OKORO, acting: { rank: 'inspector', giverId: '', giverName: '', giverRank: 'superintendent', from: plusHours(NOW, -1), to: LATER, reason: '' } }, change: { assigneeId: OKORO.id } },
  { it: 'and not from its end on', act: 'claim', task: REVIEW, by: { ...OKORO, acting: { rank: 'inspector', giverId: '', giverName: '', giverRank: 'superintendent', from: plusHours(NOW, -1), to: NOW, reason: '' } }, refused: ['NOT_ELIGIBLE'] },
  { it: 'nor one that law does not let them exercise: a constable is no inspector (PACE s.107)', act: 'claim', task: REVIEW, by: officer('PC Ward', 'constable', [post('custodyInspector')], { acting: { rank: 'inspector', giverId: '', giverName: '', giverRank: 'superintendent', from: plusHours(NOW, -1), to: LATER, reason: '' } }), refused: ['NOT_ELIGIBLE'] },
  { it: 'nor by authority of one too low to give it', act: 'claim', task: REVIEW, by: { ...OKORO, acting: { rank: 'inspector', giverId: '', giverName: '', giverRank: 'chief_inspector', from: plusHours(NOW, -1), to: LATER, reason: '' } }, refused: ['NOT_ELIGIBLE'] },
  { it: 'a sergeant may do a detention officer’s visit', act: 'claim', task: VISIT, by: OKORO, change: { assigneeId: OKORO.id } },
  { it: 'an investigator may not', act: 'claim', task: VISIT, by: COLE, refused: ['NOT_ELIGIBLE'] },
  { it: 'a team’s task is for the team', act: 'claim', task: LISTING, by: COLE, change: { assigneeId: COLE.id } },
  { it: 'and not for another team', act: 'claim', task: LISTING, by: { ...COLE, teams: ['other'] }, refused: ['NOT_ELIGIBLE'] },
  { it: 'a post withdrawn makes nobody fit', act: 'claim', task: REVIEW, by: officer('Insp Rao', 'inspector', [post('custodyInspector', { withdrawnAt: NOW })]), refused: ['NOT_ELIGIBLE'] },
  { it: 'one’s own task may be given back', act: 'release', task: of(REVIEW, RAO), by: RAO, change: { assigneeId: '' } },
  { it: 'another’s may not', act: 'release', task: of(REVIEW, RAO), by: OKORO, refused: ['NOT_YOURS'] },
  { it: 'nor nobody’s', act: 'release', task: REVIEW, by: RAO, refused: ['NOT_YOURS'] },
  { it: 'a free task may be assigned', act: 'assign', task: REVIEW, by: OKORO, to: RAO, change: { assigneeId: RAO.id } },
  { it: 'an independent one not to the investigation team', act: 'assign', task: REVIEW, by: OKORO, to: SHAH, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'not to an officer nobody knows', act: 'assign', task: REVIEW, by: OKORO, to: null, refused: ['OFFICER_UNKNOWN'] },
  { it: 'not over another’s head: that is to reassign', act: 'assign', task: of(VISIT, BELL), by: RAO, to: OKORO, refused: ['TASK_TAKEN'] },
  { it: 'somebody off duty may be given a task', act: 'assign', task: REVIEW, by: OKORO, to: { ...RAO, posts: [post('custodyInspector', { to: NOW })] }, change: { assigneeId: RAO.id } },
  { it: 'another’s task may be reassigned', act: 'reassign', task: of(VISIT, BELL), by: RAO, to: OKORO, body: { reason: 'Gone home' }, change: { assigneeId: OKORO.id } },
  { it: 'nobody’s is assigned instead', act: 'reassign', task: VISIT, by: RAO, to: OKORO, refused: ['NOBODY_HAS_IT'] },
  { it: 'not to whose it is', act: 'reassign', task: of(VISIT, BELL), by: RAO, to: BELL, refused: ['ALREADY_THEIRS'] },
  { it: 'a hold may end at the next instant', act: 'hold', task: VISIT, by: OKORO, body: { reason: 'Asleep', until: LATER }, change: { holdReason: 'Asleep', heldUntil: LATER } },
  { it: 'not now', act: 'hold', task: VISIT, by: OKORO, body: { reason: 'Asleep', until: NOW }, refused: ['HOLD_IS_OVER'] },
  { it: 'a hold may have no end', act: 'hold', task: VISIT, by: OKORO, body: { reason: 'Asleep' }, change: { holdReason: 'Asleep', heldUntil: null } },
  { it: 'what is held is not held again', act: 'hold', task: { ...VISIT, held: true, holdReason: 'Asleep' }, by: OKORO, body: { reason: 'Doctor' }, refused: ['ALREADY_HELD'] },
  { it: 'what is held is resumed', act: 'resume', task: { ...VISIT, held: true, holdReason: 'Asleep' }, by: OKORO, change: { holdReason: '', heldUntil: null } },
  { it: 'what is not, is not', act: 'resume', task: VISIT, by: OKORO, refused: ['NOT_HELD'] },
  { it: 'its owner may', act: 'hold', task: of(VISIT, BELL), by: BELL, body: { reason: 'Asleep' }, change: { holdReason: 'Asleep', heldUntil: null } },
  { it: 'whose it is not may not', act: 'hold', task: of(VISIT, BELL), by: OKORO, body: { reason: 'Asleep' }, refused: ['TASK_TAKEN'] },
  { it: 'who may assign it may', act: 'hold', task: of(VISIT, BELL), by: OKORO, assigns: true, body: { reason: 'Asleep' }, change: { holdReason: 'Asleep', heldUntil: null } },
  { it: 'its owner takes it off hold', act: 'resume', task: { ...of(VISIT, BELL), held: true, holdReason: 'Asleep' }, by: BELL, change: { holdReason: '', heldUntil: null } },
  { it: 'whose it is not does not', act: 'resume', task: { ...of(VISIT, BELL), held: true, holdReason: 'Asleep' }, by: OKORO, refused: ['TASK_TAKEN'] },
  { it: 'who may assign it does', act: 'resume', task: { ...of(VISIT, BELL), held: true, holdReason: 'Asleep' }, by: OKORO, assigns: true, change: { holdReason: '', heldUntil: null } },
  { it: 'a note changes nothing', act: 'note', task: VISIT, by: OKORO, body: { text: 'Seen' }, change: {} },
  ...(['claim', 'release', 'assign', 'reassign', 'hold', 'resume', 'note'] as const).map((act): Case => ({ it: `nothing is done with a closed task: ${act}`, act, task: { ...of(VISIT, BELL), status: 'closed' }, by: BELL, refused: ['ALREADY_DONE'] })),
];

describe('acts on tasks', () => {
  for (const one of CASES) {
    it(`${one.act}: ${one.it}`, () => {
      const decision = decideTaskAct(one.act, one.task, { revision: 1, ...one.body }, { actor: one.by, to: one.to === undefined ? one.by : one.to, assigns: one.assigns ?? false, now: NOW });
      assert.deepEqual('refusals' in decision ? decision.refusals.map((r) => r.code) : decision.change, one.refused ?? one.change);
    });
  }

  it('a lost race names who was quicker, with what, how long ago', () => {
    const words = (what: string, at: Instant) => lostRace({ by: 'Insp Shah', what, at }, NOW).message;
    assert.deepEqual([words('claim', plus(NOW, -4_000)), words('release', plus(NOW, -999)), words('hold', plus(NOW, -1_000)), words('assign', plus(NOW, -59_999)), words('changed', plus(NOW, -60_000)), words('note', plusHours(NOW, -2))], [
      'Insp Shah claimed this 4 seconds ago.', 'Insp Shah gave this back just now.', 'Insp Shah put this on hold 1 second ago.', 'Insp Shah assigned this 59 seconds ago.', 'Insp Shah changed this 1 minute ago.', 'Insp Shah wrote a note on this 2 h 00 min ago.',
    ]);
    assert.match(lostRace(null, NOW).message, /^The task has changed/);
  });
});

describe('whom a task is for', () => {
  it('says what an officer lacks after their name', () => {
    assert.deepEqual(lacks(REVIEW, { ...COLE }, NOW), ['is on the investigation team, and this task needs an independent officer', 'holds no post at this station that may do it: it is for a custody inspector', 'is below the rank it needs: inspector']);
    assert.deepEqual(lacks(LISTING, BELL, NOW), ['holds no post in the team that may do it: it is for an investigating officer']);
  });

  it('knows when duty ends or ended', () => {
    assert.equal(offAt(RAO, NOW), plusHours(NOW, 4));
    assert.equal(offAt(officer('x', 'sergeant', [post('custodySergeant', { to: null })]), NOW), null);
    assert.equal(offAt(officer('x', 'sergeant', [post('custodySergeant', { to: NOW })]), NOW), NOW);
    assert.equal(offAt(officer('x', 'sergeant', [post('custodySergeant', { to: null, withdrawnAt: plusHours(NOW, -1) })]), NOW), plusHours(NOW, -1));
    assert.equal(offAt(officer('x', 'sergeant', []), NOW), null);
  });

  it('warns of whoever is off duty from the end of the shift on, not before', () => {
    assert.equal(offDutyWarning(officer('Lim', 'sergeant', [post('custodySergeant', { to: LATER })]), NOW), null);
    assert.equal(offDutyWarning(officer('Lim', 'sergeant', [post('custodySergeant', { to: NOW })]), NOW), 'Lim has been off duty since 03:00 and may not see this in time.');
  });

  it('puts under Team what the post answers for', () => {
    const reach = (o: OfficerAt) => teamReach(o, NOW).map(({ queues, types, stations, teams }) => [queues.join(), types.join(), stations.join(), teams.join()]);
    assert.deepEqual(reach(OKORO), [['custodySergeant,detentionOfficer', '', STATION, '']]);
    assert.deepEqual(reach(BELL), [['detentionOfficer', '', STATION, '']]);
    assert.deepEqual(reach(RAO), [['custodyInspector', '', STATION, '']]);
    assert.deepEqual(reach(COLE), [['investigatingOfficer', 'authorityToDetain', '', TEAM]]);
    assert.deepEqual(reach(officer('x', 'staff', [post('auditor')])), []);
    assert.deepEqual(reach(officer('x', 'sergeant', [post('custodySergeant', { withdrawnAt: NOW })])), []);
  });
});
