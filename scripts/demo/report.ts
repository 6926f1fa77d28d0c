import { OWN_STATIONS } from '#domain/force/personas';
import { fullTime } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { ASSUMPTIONS } from './assumptions.ts';
import type { PlannedDetention } from './plan.ts';
import { shares, type PublishedRow } from './published.ts';
import type { Session } from './session.ts';
import type { Staff } from './staff.ts';
import type { StationPlan } from './steps.ts';

interface Loaded {
  readonly admin: Session; readonly staff: Staff; readonly stations: readonly StationPlan[]; readonly plans: readonly PlannedDetention[]; readonly rows: readonly PublishedRow[]; readonly to: Instant;
  readonly tally: { calls: number; acts: number; refused: Map<string, number> }; readonly seconds: number;
}

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;

function compare(title: string, column: 'gender' | 'ageGroup' | 'offenceGroup' | 'disposal', { rows, plans, to }: Loaded): void {
  const counted = column === 'disposal' ? plans.filter((p) => p.leavesAt <= to) : plans;
  process.stdout.write(`${title.padEnd(32)} published  simulated\n`);
  for (const { name, share } of shares(rows, column)) {
    const own = counted.filter((p) => p.source[column] === name).length / Math.max(1, counted.length);
    process.stdout.write(`  ${name.padEnd(30)} ${percent(share)}    ${percent(own)}\n`);
  }
}

/** Calls, refusals, who is held now, and simulated against published shares. */
export async function printReport(loaded: Loaded): Promise<void> {
  const { admin, plans, to, tally, seconds } = loaded;
  const { body } = await admin.get<{ records: { kind: string; status: string; count: number }[]; relay: { waiting: number } }>('/api/operations');
  const status = body.records.filter((r) => r.kind === 'custody-record');
  process.stdout.write(`${tally.calls} calls carried ${tally.acts} acts; refused: ${[...tally.refused].map(([code, n]) => `${code} ${n}`).join(', ') || 'none'}\n`);
  process.stdout.write(`At ${fullTime(to)}: ${status.map((s) => `${s.status} ${s.count}`).join(', ')}; ${plans.filter((p) => p.leavesAt <= to).length} have left; personas' stations: ${OWN_STATIONS.join(', ')}\n`);
  compare('Offence group', 'offenceGroup', loaded);
  compare('Disposal of those who left', 'disposal', loaded);
  compare('Age', 'ageGroup', loaded);
  compare('Gender', 'gender', loaded);
  process.stdout.write('Assumed, not in the file:\n');
  for (const [name, { value, says }] of Object.entries(ASSUMPTIONS)) process.stdout.write(`  ${name}: ${typeof value === 'object' ? JSON.stringify(value) : value} (${says})\n`);
  process.stdout.write(`Loaded in ${seconds.toFixed(0)} s, ${body.relay.waiting} bells waiting.\n`);
}
