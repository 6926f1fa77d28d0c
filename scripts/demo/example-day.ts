import { fileURLToPath } from 'node:url';
import { STATIONS } from '#domain/force/personas';
import { instant } from '#domain/shared/time';
import { actsOf, type PlannedAct, type Station } from './acts.ts';
import { idFrom } from './ids.ts';
import { planDay, type DaySpan, type PlannedDetention } from './plan.ts';
import { monthOf, readPublished, type PublishedRow } from './published.ts';

/** The shipped month planned on the seeded stations, for the tests. Ships with no product code. */
export const SHIPPED = fileURLToPath(new URL('../../data/met-custody-disposals.csv', import.meta.url));
export const FROM = instant('2025-12-15T15:00:00Z');
export const TO = instant('2025-12-17T03:00:00Z');

export const STATIONS_OF_THE_FORCE: readonly Station[] = STATIONS.map(({ name }) => ({ id: idFrom(0, name), name, own: ['Hale Road', 'Kestrel Street'].includes(name), cells: Array.from({ length: 30 }, (_, i) => `Cell ${i + 1}`) })).toSorted((a, b) => a.name.localeCompare(b.name));

export interface ExampleDay { readonly rows: readonly PublishedRow[]; readonly plans: readonly PlannedDetention[]; readonly span: DaySpan; readonly acts: ReadonlyMap<string, readonly PlannedAct[]> }

export function exampleDay(month: string | null = null, seed = 7): ExampleDay {
  const { month: found, rows } = monthOf(published(), month);
  const span = { from: FROM, to: TO, suites: STATIONS_OF_THE_FORCE, seed, month: found };
  const plans = planDay(rows, span);
  return { rows, plans, span, acts: new Map(plans.map((plan) => [plan.recordId, actsOf(plan, STATIONS_OF_THE_FORCE[plan.suite]!, seed)])) };
}

let read: readonly PublishedRow[] | null = null;
const published = (): readonly PublishedRow[] => (read ??= readPublished(SHIPPED));
