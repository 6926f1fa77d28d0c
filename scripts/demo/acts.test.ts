import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { before, describe, it } from 'mocha';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import { custodyRecordKind } from '#domain/custody/custody-record/custody-record-kind';
import { deadlines } from '#domain/custody/custody-record/deadlines';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { INVESTIGATION_TEAM } from '#domain/force/personas';
import { actNamed, decideAct, type Standing } from '#domain/shared/decide';
import { held, officer } from '#domain/shared/example';
import { NO_FACTS, type Facts, type OffenceFact } from '#domain/shared/facts';
import type { Rank } from '#domain/shared/posts';
import { plusHours, plusMinutes, type Instant } from '#domain/shared/time';
import type { PlannedAct, Role } from './acts.ts';
import { exampleDay, FROM, STATIONS_OF_THE_FORCE, TO, type ExampleDay } from './example-day.ts';
import { batchesOf, commandId, handovers, MOST_ACTS, stepEnds } from './steps.ts';

const INDEX = new URL('../../reference/offence-codes.csv', import.meta.url);
const RANKS: Readonly<Record<Role, Rank>> = { custodySergeant: 'sergeant', detentionOfficer: 'staff', custodyInspector: 'inspector', superintendent: 'superintendent', investigatingOfficer: 'constable' };
const OFFICERS = Object.fromEntries(Object.entries(RANKS).map(([role, rank]) => [role, officer(role, rank, STATIONS_OF_THE_FORCE.map((s) => held(role as Role, s.id)))])) as unknown as Record<Role, ReturnType<typeof officer>>;

function offencesOfTheIndex(): Record<string, OffenceFact> {
  const rows = parse(readFileSync(INDEX), { columns: true, comment: '#', relax_quotes: true, comment_no_infix: true }) as { cjs_code: string; title: string; offence_class: OffenceFact['offenceClass'] }[];
  return Object.fromEntries(rows.map((r) => [r.cjs_code, { code: r.cjs_code, title: r.title, offenceClass: r.offence_class, indictable: r.offence_class !== 'SUMMARY' }]));
}

/** The planned acts decided by the domain itself, every officer at the post: what the api would say of them. */
describe('the acts of the demonstration day', function acts() {
  this.timeout(60_000);
  let day: ExampleDay;
  let facts: Facts;
  const records = new Map<string, CustodyRecord>();
  const refused: string[] = [];

  before(() => {
    day = exampleDay();
    const stations = Object.fromEntries(STATIONS_OF_THE_FORCE.map((s) => [s.id, { id: s.id, name: s.name, code: s.name.slice(0, 2), area: 'Metropolitan', designated: true, cells: s.cells }]));
    facts = { ...NO_FACTS, offences: offencesOfTheIndex(), stations, teams: { [INVESTIGATION_TEAM.id]: INVESTIGATION_TEAM }, custodyOfficer: 'custodySergeant', custodyNumber: 'XX/25/0001' };
    for (const [recordId, acts] of day.acts) records.set(recordId, decideAll(recordId, acts.filter((a) => a.at <= TO)));
  });

  function decideAll(id: string, acts: readonly PlannedAct[]): CustodyRecord {
    let standing: Standing<CustodyRecord> = { id, version: 0, state: custodyRecordKind.empty, lastOccurredAt: null };
    for (const { act, at, role, body } of acts) {
      const schema = actNamed(custodyRecordKind, act).schema as unknown as { parse: (b: object) => unknown };
      const outcome = decideAct(custodyRecordKind, standing, { act, at, now: TO, body: schema.parse(body), actor: { kind: 'person', officer: OFFICERS[role] }, facts: { ...facts, actor: OFFICERS[role] } }, null);
      if (outcome.outcome === 'accepted') standing = { id, version: standing.version + 1, state: outcome.state, lastOccurredAt: outcome.lastOccurredAt };
      else refused.push(`${act} at ${at}: ${outcome.outcome === 'refused' ? outcome.refusals.map((r) => r.code).join() : outcome.outcome}`);
    }
    return standing.state;
  }

  const now = (due: Instant | null | undefined, from: number, to: number): boolean => typeof due === 'string' && due >= plusMinutes(TO, from) && due < plusMinutes(TO, to);
  const due = (key: string) => [...records.values()].map((r) => ({ station: r.stationName, due: deadlines(r, CUSTODY_LAW).find((d) => d.key === key)?.due ?? null }));

  it('are in order of time for each record', () => {
    for (const acts of day.acts.values()) assert.deepEqual(acts.map((a) => a.at), acts.map((a) => a.at).toSorted());
  });

  it('are refused nowhere', () => { assert.deepEqual(refused, []); });

  it('leave a handful of visits late, one at Hale Road, and some due this minute', () => {
    const late = due('visitDue').filter((d) => now(d.due, -60, 0));
    assert.ok(late.length >= 5 && late.length <= 12, `${late.length} late`);
    assert.ok(late.some((d) => d.station === 'Hale Road'));
    const soon = due('visitDue').filter((d) => now(d.due, 0, 1));
    assert.ok(soon.length >= 3 && soon.some((d) => d.station === 'Hale Road'));
  });

  it('leave one or two reviews late, one at Hale Road, and some due this minute', () => {
    const late = due('reviewDue').filter((d) => now(d.due, -60, 0));
    assert.ok(late.length >= 1 && late.length <= 2, `${late.length} late`);
    assert.ok(late.some((d) => d.station === 'Hale Road'));
    const soon = due('reviewDue').filter((d) => now(d.due, 0, 1));
    assert.ok(soon.length >= 2 && soon.some((d) => d.station === 'Hale Road'));
  });

  it('leave nothing overdue by more than minutes', () => {
    for (const key of ['visitDue', 'reviewDue', 'authorityEnds']) assert.deepEqual(due(key).filter((d) => d.due !== null && d.due < plusMinutes(TO, -15)), [], key);
  });

  it('give everybody rights who could understand them, and nobody before', () => {
    for (const plan of day.plans) {
      const record = records.get(plan.recordId)!;
      const given = day.acts.get(plan.recordId)!.find((a) => a.act === 'giveRights')!;
      assert.ok(given.at > (plan.soberAt ?? plan.decidedAt) && given.at < plan.leavesAt, plan.name);
      if (record.phase === 'detained') assert.equal(record.rightsGiven !== null, given.at <= TO, plan.name);
    }
  });

  it('postpone some reviews and confirm each at its latest time', () => {
    const postponed = [...records.values()].flatMap((r) => r.postponements.filter((p) => p.latestTime <= TO));
    assert.ok(postponed.length >= 5, `${postponed.length}`);
    for (const p of postponed) assert.equal(p.confirmedAt, p.latestTime);
  });

  it('have the api carry each once, a step at a time, none in a step beside its own shift', () => {
    const ends = stepEnds(FROM, TO, 6 * 3_600_000);
    assert.equal(ends.at(-1), TO);
    for (const [recordId, acts] of day.acts) {
      const batches = ends.flatMap((end, i) => batchesOf(acts, i === 0 ? null : ends[i - 1]!, end));
      assert.deepEqual(batches.flatMap((b) => b.acts), acts.filter((a) => a.at <= TO));
      assert.equal(new Set(batches.map((b) => commandId(7, recordId, b))).size, batches.length);
      for (const batch of batches) assert.ok(batch.acts.length <= MOST_ACTS && batch.acts.every((a) => a.role === batch.role) && handovers(batch.acts[0]!.at, batch.acts.at(-1)!.at).length === 0);
    }
  });

  it('stop the clock a minute before each handover, also where the clocks change', () => {
    assert.deepEqual(stepEnds(FROM, TO, 12 * 3_600_000), ['2025-12-15T18:59:00.000Z', '2025-12-16T06:59:00.000Z', '2025-12-16T18:59:00.000Z', TO]);
    const october = '2026-10-24T17:00:00.000Z' as Instant; // 18:00 BST; the night shift lasts thirteen hours
    assert.deepEqual(handovers(october, plusHours(october, 25)), ['2026-10-24T18:00:00.000Z', '2026-10-25T07:00:00.000Z']);
  });
});
