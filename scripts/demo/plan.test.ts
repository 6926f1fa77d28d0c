import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { plusHours } from '#domain/shared/time';
import { absences } from './course.ts';
import { exampleDay, STATIONS_OF_THE_FORCE, TO, type ExampleDay } from './example-day.ts';
import type { PlannedDetention } from './plan.ts';
import { shares, type SharedBy } from './published.ts';
import { stageAt, type Stage } from './stages.ts';
import { cellFrom } from './suites.ts';

/** Points by which a simulated share may differ from the published one: of all brought in, and of those who left. */
const TOLERANCE = { arrived: 1, left: 2.5 };
const HALE = STATIONS_OF_THE_FORCE.findIndex((s) => s.name === 'Hale Road');

describe('the plan of the demonstration day', () => {
  let day: ExampleDay;
  let held: readonly PlannedDetention[];
  before(function plan() {
    this.timeout(60_000);
    day = exampleDay();
    held = day.plans.filter((p) => stageAt(p, TO) !== 'left');
  });
  const at = (stage: Stage): readonly PlannedDetention[] => held.filter((p) => stageAt(p, TO) === stage);

  it('is the same for the same rows, span and seed, and another for another seed', function again() {
    this.timeout(60_000);
    assert.deepEqual(exampleDay().plans, day.plans);
    assert.deepEqual([...exampleDay().acts], [...day.acts]);
    const other = exampleDay(null, 8);
    assert.notDeepEqual(other.plans.map((p) => p.name), day.plans.map((p) => p.name));
    assert.equal(new Set([...other.plans, ...day.plans].map((p) => p.recordId)).size, other.plans.length + day.plans.length);
  });

  it('puts nobody into a cell that another still has', () => {
    const byCell = Map.groupBy(day.plans, (p) => `${p.suite} ${p.cell}`);
    for (const [cell, people] of byCell) {
      const inOrder = people.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1));
      for (const [i, person] of inOrder.slice(1).entries()) assert.ok(inOrder[i]!.leavesAt < cellFrom(person), `${cell}: ${person.name} comes before ${inOrder[i]!.name} has left`);
    }
    assert.ok(day.plans.every((p) => STATIONS_OF_THE_FORCE[p.suite]!.cells.includes(p.cell)));
  });

  it('keeps every person’s times in the order of a detention', () => {
    for (const p of day.plans) {
      const times = [p.arrestedAt, p.arrivedAt, p.deskAt, p.decidedAt, ...absences(p).flatMap((a) => [a.from, a.to]), p.chargedAt, p.leavesAt].filter((t) => t !== null);
      assert.deepEqual(times, times.toSorted(), p.name);
    }
    for (const p of day.plans.filter((d) => d.drink)) assert.ok(p.soberAt! > p.decidedAt && p.soberAt! < (p.interview?.from ?? p.leavesAt), `${p.name} sober`);
  });

  it('holds 200 to 340 people at over a dozen stations, about 30 at the personas’ own', () => {
    assert.ok(held.length >= 200 && held.length <= 340, `${held.length} held`);
    assert.equal(new Set(held.map((p) => p.suite)).size, 14);
    const own = held.filter((p) => STATIONS_OF_THE_FORCE[p.suite]!.own).length;
    assert.ok(own >= 27 && own <= 33, `${own} at the personas’ own`);
    assert.ok(day.plans.length - held.length > 200, 'hundreds have left');
  });

  it('has every stage at the end', () => {
    const counts = { onTheWay: at('onTheWay').length, waiting: at('waiting').length, withInvestigator: at('withInvestigator').length, inHospital: at('inHospital').length };
    for (const [stage, count] of Object.entries(counts)) assert.ok(count >= 3, `${stage} ${count}`);
    const some: Record<string, (p: PlannedDetention) => boolean> = {
      extended: (p) => p.extension !== null && p.extension.givenAt < TO, 'hearing listed': (p) => p.extension?.hearing !== null && p.extension?.hearing !== undefined, 'hearing to be listed': (p) => p.extension !== null && p.extension.askedAt < TO && p.extension.hearing === null,
      charged: (p) => p.ending === 'toCourt' && p.chargedAt !== null && p.chargedAt < TO, 'on a warrant': (p) => p.authority === 'WARRANT_ARREST', recalled: (p) => p.authority === 'RECALL_TO_PRISON',
      child: (p) => p.child, vulnerable: (p) => p.vulnerable !== null, 'under drink': (p) => p.soberAt !== null && p.soberAt > TO, sobered: (p) => p.soberAt !== null && p.soberAt < TO,
    };
    for (const [what, is] of Object.entries(some)) assert.ok(at('detained').some(is), what);
  });

  it('shows the first persona’s station one of each', () => {
    const here = held.filter((p) => p.suite === HALE);
    for (const stage of ['onTheWay', 'waiting', 'detained', 'withInvestigator', 'inHospital'] as const) assert.ok(here.some((p) => stageAt(p, TO) === stage), stage);
    assert.ok(here.some((p) => stageAt(p, TO) === 'waiting' && TO > p.arrivedAt && Date.parse(TO) - Date.parse(p.arrivedAt) > 30 * 60_000), 'over half an hour in the yard');
    assert.ok(here.some((p) => p.visitDueAt !== null && p.visitDueAt < TO), 'a late visit');
    assert.ok(here.some((p) => p.reviewDueAt !== null && p.reviewDueAt < TO), 'a late review');
  });

  const compare = (column: SharedBy, people: readonly PlannedDetention[], tolerance: number, rows = day.rows): void => {
    for (const { name, share } of shares(rows, column)) {
      const own = people.filter((p) => p.source[column] === name).length / people.length;
      assert.ok(Math.abs(own - share) * 100 <= tolerance, `${column} ${name}: published ${(share * 100).toFixed(1)}, simulated ${(own * 100).toFixed(1)}`);
    }
  };

  it('follows the published shares of those brought in within a point', () => {
    for (const column of ['offenceGroup', 'disposal', 'ageGroup', 'gender'] as const) compare(column, day.plans, TOLERANCE.arrived);
  });

  it('follows the published disposals of those who left within two and a half points', () => {
    compare('disposal', day.plans.filter((p) => p.leavesAt <= TO), TOLERANCE.left);
  });

  it('extends nobody to beyond 36 hours from the arrival', () => {
    for (const { arrivedAt, extension, leavesAt } of day.plans.filter((p) => p.extension !== null)) {
      assert.ok(extension!.givenAt > extension!.askedAt && extension!.givenAt < plusHours(arrivedAt, 24));
      assert.ok(leavesAt <= extension!.until && extension!.until <= plusHours(arrivedAt, 36));
    }
  });

  it('plans any month of the file', function every() {
    this.timeout(60_000);
    for (const month of ['2021-01', '2023-06', '2025-11']) {
      const other = exampleDay(month);
      assert.ok(other.plans.length > 300, `${month}: ${other.plans.length}`);
      compare('disposal', other.plans, TOLERANCE.arrived, other.rows);
    }
  });
});
