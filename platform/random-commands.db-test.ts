import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import { authorityGaps } from '#domain/custody/custody-record/authority-chain';
import { ARREST, EXTEND, GROUNDS, NEEDS, REVIEW } from '#domain/custody/custody-record/example-detention';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { recordKind } from '#domain/records';
import { nextWake, type Obligation } from '#domain/shared/obligation';
import { effectiveEvents, fold } from '#domain/shared/record-kind';
import { instant, plusMinutes, type Instant } from '#domain/shared/time';
import { HALE, seededDesk, type SeededDesk } from '#tests/support/seeded-desk';
import { asSystem } from './database.ts';
import { readEvents, readRow } from './record-store.ts';
import { settle } from './settle-record.ts';

const START = instant('2026-11-17T06:00:00Z');
const SEQUENCES = 40;
const COMMANDS = 15;
const SEED = 20_261_117;
const kind = recordKind('custody-record');

interface Drawn { readonly by: string; readonly act: string; readonly body: (now: Instant) => object }
const drawn = (by: string, act: string, body: object | ((now: Instant) => object) = {}): Drawn => ({ by, act, body: typeof body === 'function' ? (body as (now: Instant) => object) : () => body });
const [OKORO, BELL, RAO, CLARKE] = ['Ada Okoro', 'Joan Bell', 'Sunita Rao', 'Peter Clarke'];

/** What may come next, the usual more often than the rare; most of it is at some time impossible, and is refused. */
const ACTS: readonly Drawn[] = [
  ...Array<Drawn>(3).fill(drawn(BELL, 'recordVisit', { seen: 'Awake, reading', roused: true, additional: true })), ...Array<Drawn>(3).fill(drawn(RAO, 'conductReview', REVIEW)),
  drawn(OKORO, 'authoriseDetention', GROUNDS), drawn(OKORO, 'setObservationLevel', { level: '2', reason: 'Calm' }), drawn(OKORO, 'setObservationLevel', { level: '1', reason: 'Calm' }), drawn(OKORO, 'recordImmediateNeeds', NEEDS),
  drawn(OKORO, 'giveRights', { solicitorWanted: true, someoneInformed: true, noticeGiven: true }), drawn(OKORO, 'allocateLocation', { location: 'Cell 4' }), drawn(OKORO, 'charge', { reply: 'No reply' }),
  drawn(RAO, 'postponeReview', { ground: 'noReviewOfficerReadilyAvailable', reason: 'A stabbing next door' }), drawn(RAO, 'delayRight', { right: 's56_notification', ground: 'alerting', grounds: 'Two others are sought' }),
  drawn(OKORO, 'endRightsDelay', { right: 's56_notification', performed: 'Mother told by telephone' }),
  drawn(OKORO, 'leaveForHospital', { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' }), ...Array<Drawn>(2).fill(drawn(OKORO, 'returnFromHospital')), drawn(BELL, 'changeHospitalPurpose', { purpose: 'investigative' }),
  drawn(OKORO, 'handToInvestigator', { officerName: 'DC Poole', purpose: 'interview' }), drawn(OKORO, 'returnFromInvestigator', { report: 'Complied with the Act and the Codes' }), drawn(OKORO, 'requestExtension', { reason: 'Forensic results are awaited' }),
  ...Array<Drawn>(2).fill(drawn(CLARKE, 'authoriseExtension', (now: Instant) => ({ ...EXTEND, until: plusMinutes(now, 6 * 60) }))), drawn(OKORO, 'arrestForFurtherOffence', { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'Prompt investigation' }),
  drawn(OKORO, 'releaseOnBail', (now: Instant) => ({ appointedAt: plusMinutes(now, 7 * 24 * 60), necessity: 'Forensic work' })), drawn(OKORO, 'answerBail', { stationId: HALE }),
  drawn(OKORO, 'release', { kind: 'underInvestigation', riskAssessed: true, detail: 'Inquiries go on; taxi home' }),
  ...[3, 4, 5, 6].map((version) => drawn(OKORO, 'correctEntry', { entry: `${version}.0`, becomes: null, reason: 'Entered on the wrong record' })),
];

/** How long until the next command, and how far behind it reaches: a clock alone, then an act, some of them late entries. */
const step = fc.record({
  act: fc.constantFrom(...ACTS), wait: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 41, max: 420 })),
  behind: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.integer({ min: 1, max: 200 }), weight: 1 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface AlarmRow { readonly key: string; readonly due_at: Instant | null; readonly rung: string; readonly code: string; readonly ended_at: Instant | null }
interface Standing { readonly version: number; readonly state: CustodyRecord; readonly owed: readonly Obligation[]; readonly now: Instant }

describe('random sequences of custody acts', function () {
  this.timeout(120_000);
  let desk: SeededDesk;
  const seen = { accepted: 0, refused: 0, gaps: 0, lateReviews: 0, refolded: 0, acts: new Set<string>() };
  before(async () => { desk = await seededDesk(START); });
  after(() => desk.end());

  const standing = (id: string): Promise<Standing> => asSystem(desk.app, async ({ trx, now }) => {
    const row = (await readRow(trx, kind, id))!;
    const { state } = fold(kind, effectiveEvents(await readEvents(trx, kind, id)));
    assert.ok(isDeepStrictEqual(JSON.parse(JSON.stringify(state)), row.state), 'the stored state is not the fold of its events');
    const owed = kind.obligations(row.state, kind.law);
    assert.equal(row.next_wake, nextWake(owed, now), 'the next wake is not the next instant that something opens or sounds');
    assert.equal(row.open_tasks, owed.filter((o) => o.opens <= now).length, 'the count of open tasks');
    return { version: row.version, state: row.state as CustodyRecord, owed, now };
  });

  async function eachObligationHasOneTask(id: string, { owed, now }: Standing): Promise<void> {
    const open = (await desk.database.admin('work.task').select('key', 'due_at').where({ record_id: id, status: 'open' })) as { key: string; due_at: Instant | null }[];
    const named = (list: readonly { key: string; due: Instant | null }[]) => list.map((o) => `${o.key} ${o.due ?? ''}`).toSorted();
    assert.deepEqual(named(open.map((t) => ({ key: t.key, due: t.due_at }))), named(owed.filter((o) => o.opens <= now)));
  }

  async function noBreachIsSilent(id: string, { owed, now, state }: Standing): Promise<void> {
    const alarms = (await desk.database.admin('work.alarm').select('key', 'due_at', 'rung', 'code', 'ended_at').where({ record_id: id })) as AlarmRow[];
    const named = (list: readonly { key: string; due_at: Instant | null; rung: string }[]) => list.map((a) => `${a.key} ${a.due_at ?? ''} ${a.rung}`);
    const [written, sounding] = [named(alarms), named(alarms.filter((a) => a.ended_at === null))];
    const passed = owed.map((o) => ({ o, rungs: o.rungs.filter((r) => r.at <= now).toSorted((a, b) => (a.at < b.at ? -1 : 1)) })).filter((p) => p.rungs.length > 0);
    const told = passed.map(({ o, rungs }) => named(rungs.map((r) => ({ key: o.key, due_at: o.due, rung: `${r.kind} ${r.at}` }))));
    assert.equal(new Set(written).size, written.length, 'a rung is written once');
    assert.deepEqual(told.flat().filter((t) => !written.includes(t)), [], 'each rung that has passed is written');
    assert.deepEqual(told.map((t) => t.at(-1)!).filter((t) => !sounding.includes(t)), [], 'the highest rung that has passed sounds');
    assert.deepEqual(sounding.filter((t) => !told.flat().includes(t)), [], 'nothing sounds that is no longer owed');
    for (const gap of authorityGaps(state, CUSTODY_LAW).filter((g) => g.to === null && g.from < now)) {
      seen.gaps += 1;
      assert.ok(alarms.some((a) => a.code === 'UNLAWFUL_DETENTION_RISK' && a.due_at === gap.from && a.ended_at === null), `no alarm for the gap in authority from ${gap.from}`);
    }
    if (passed.some(({ o }) => o.taskType === 'review')) seen.lateReviews += 1;
  }

  async function check(id: string, version: number): Promise<void> {
    const now = await standing(id);
    assert.equal(now.version, version);
    await eachObligationHasOneTask(id, now);
    await noBreachIsSilent(id, now);
  }

  function note(outcome: 'accepted' | 'refused', act: string, reachesBack: boolean): void {
    seen[outcome] += 1;
    if (outcome === 'refused') return;
    seen.acts.add(act);
    if (reachesBack) seen.refolded += 1;
  }

  /** Time passes and the engine takes its turn; then the act, sent with the version it saw. */
  async function play(id: string, clock: Instant, { act, behind }: Step): Promise<void> {
    await desk.database.setClock(clock);
    await settle(desk.app, 'custody-record', id);
    const was = await desk.version(id);
    await check(id, was);
    const result = await desk.send(act.by, id, act.act, { body: act.body(clock), seenVersion: was, at: behind > 0 && act.act !== 'correctEntry' ? plusMinutes(clock, -behind) : null });
    assert.ok(result.outcome === 'accepted' || result.outcome === 'refused', `${act.act}: ${JSON.stringify(result)}`);
    note(result.outcome, act.act, behind > 0 || act.act === 'correctEntry');
    await check(id, was + (result.outcome === 'accepted' ? 1 : 0));
  }

  async function arrested(): Promise<string> {
    const id = randomUUID();
    await desk.database.setClock(START);
    await desk.must(OKORO, id, 'recordArrest', { body: { ...ARREST, stationId: HALE, teamId: '' } });
    await desk.must(OKORO, id, 'recordArrival', { body: { stationId: HALE, source: 'gateLog' } });
    await desk.must(OKORO, id, 'recordImmediateNeeds', { body: NEEDS });
    await desk.must(OKORO, id, 'authoriseDetention', { body: GROUNDS });
    return id;
  }

  it('raise the version by one for each that is accepted, refold to what is stored, owe one task for each duty, and let no breach pass in silence', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: COMMANDS, maxLength: COMMANDS }), async (steps) => {
      const id = await arrested();
      let clock = START;
      for (const one of steps) {
        clock = plusMinutes(clock, one.wait);
        await play(id, clock, one);
      }
    }), { numRuns: SEQUENCES, seed: SEED, endOnFailure: true });
  });

  it('reached what they are meant to reach', () => {
    assert.equal(seen.accepted + seen.refused, SEQUENCES * COMMANDS);
    assert.ok(seen.accepted >= 200 && seen.refused >= 100, JSON.stringify(seen));
    assert.ok(seen.gaps > 0 && seen.lateReviews > 0 && seen.refolded > 0, JSON.stringify(seen));
    assert.ok(seen.acts.size >= 15, [...seen.acts].join());
  });

  it('sound an alarm again that an entry had ended, once that entry is struck out', async () => {
    const id = await arrested();
    const sounding = () => desk.count('work.alarm', { record_id: id, code: 'UNLAWFUL_DETENTION_RISK', key: 'authorityToDetain/1', ended_at: null });
    await desk.database.setClock(plusMinutes(START, 24 * 60 + 5));
    await settle(desk.app, 'custody-record', id);
    assert.equal(await sounding(), 1);
    const version = await desk.must(OKORO, id, 'release', { body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Inquiries go on; taxi home' } });
    assert.equal(await sounding(), 0);
    await desk.must(OKORO, id, 'correctEntry', { body: { entry: `${version}.0`, becomes: null, reason: 'Another person was released' } });
    assert.equal(await sounding(), 1);
    await check(id, version + 1);
  });
});
