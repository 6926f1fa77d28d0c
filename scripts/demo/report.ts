import { fullTime } from '#domain/shared/local-time';
import { elapsed, type Instant } from '#domain/shared/time';
import type { Station } from './acts.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import { readOperations } from './caught-up.ts';
import type { PlannedDetention } from './plan.ts';
import { shares, type PublishedRow, type SharedBy } from './published.ts';
import type { Session } from './session.ts';
import type { Staff } from './staff.ts';
import type { Tally } from './tally.ts';

export interface Loaded {
  readonly admin: Session; readonly staff: Staff; readonly stations: readonly Station[]; readonly plans: readonly PlannedDetention[]; readonly rows: readonly PublishedRow[]; readonly to: Instant; readonly tally: Tally;
}

interface BoardRow {
  readonly phase: string; readonly child: boolean; readonly markers: readonly string[];
  readonly clock: { readonly noClock: string | null; readonly endsWhat: string }; readonly review: { readonly due: Instant | null }; readonly visit: { readonly due: Instant | null };
}
interface Whiteboard { readonly rows: readonly BoardRow[]; readonly waiting: readonly { readonly arrivedAt: Instant | null; readonly enRoute: boolean }[] }

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;

/** Calls, refusals, who is held now by the whiteboards, and simulated against published shares. */
export async function printReport(loaded: Loaded): Promise<void> {
  const { tally } = loaded;
  say(`${tally.calls} calls carried ${tally.acts} acts${tally.repeated > 0 ? ` (${tally.repeated} calls answered as sent before)` : ''}; refused: ${tally.words}`);
  await printStages(loaded);
  compare('Offence group', 'offenceGroup', loaded);
  compare('Disposal of those who left', 'disposal', loaded);
  compare('Age', 'ageGroup', loaded);
  compare('Gender', 'gender', loaded);
  say('Assumed, not in the file:');
  for (const [name, { value, says }] of Object.entries(ASSUMPTIONS)) say(`  ${name}: ${typeof value === 'object' ? JSON.stringify(value) : value} (${says})`);
}

/** Read as the superintendent of every station reads them. */
async function readBoards({ staff, stations }: Loaded): Promise<{ station: Station; board: Whiteboard }[]> {
  const superintendent = await staff.persona('superintendent');
  const boards = [];
  for (const station of stations) boards.push({ station, board: (await superintendent.get<Whiteboard>(`/api/custody/whiteboard?station=${station.id}`)).body });
  return boards;
}

async function printStages(loaded: Loaded): Promise<void> {
  const { to, admin } = loaded;
  const boards = await readBoards(loaded);
  const own = boards.filter(({ station }) => station.own);
  const { records, openTasks, openAlarms } = await readOperations(admin);
  const left = records.filter((r) => LEFT.includes(r.status)).reduce((sum, r) => sum + r.count, 0);
  say(`At ${fullTime(to)}: ${people(boards)} people in custody or on the way at ${boards.length} stations, ${left} have left; ${openTasks} open tasks, ${openAlarms} open alarms`);
  say(`  ${boards.map(({ station, board }) => `${station.name} ${board.rows.length + board.waiting.length}`).join(', ')}`);
  say(`  at the personas’ own, ${own.map(({ station }) => station.name).join(' and ')}: ${people(own)}`);
  for (const [title, some] of [['Stage', boards], ['At the personas’ own', own]] as const) say(`${title}: ${stages(some.map((b) => b.board), to).map(([name, n]) => `${name} ${n}`).join(', ')}`);
}

const people = (boards: readonly { readonly board: Whiteboard }[]): number => boards.reduce((sum, { board }) => sum + board.rows.length + board.waiting.length, 0);

const LEFT = ['released', 'onBail', 'notDetained', 'handedOver'];
const LONG_WAIT = '30 min';
const isLate = (due: string | null, now: Instant): boolean => due !== null && due < now;
/** Due within this minute: the moment at which the clock stands still. */
const isDue = (due: Instant | null, now: Instant): boolean => due !== null && due >= now && elapsed(now, due) < 60_000;
const isExtended = ({ clock }: BoardRow): boolean => clock.endsWhat.startsWith('Extended');

/** How many of each stage, and of what the desk must see. */
function stages(boards: readonly Whiteboard[], now: Instant): [string, number][] {
  const rows = boards.flatMap((b) => b.rows);
  const waiting = boards.flatMap((b) => b.waiting);
  const count = (fits: (row: BoardRow) => boolean): number => rows.filter(fits).length;
  return [
    ['on the way', waiting.filter((w) => w.enRoute).length], ['waiting in the yard', waiting.filter((w) => !w.enRoute).length],
    [`of them over ${LONG_WAIT}`, waiting.filter((w) => w.arrivedAt !== null && elapsed(w.arrivedAt, now) > 30 * 60_000).length],
    ['detained', count((r) => r.phase === 'detained')], ['with the investigator', count((r) => r.phase === 'withInvestigator')], ['in hospital', count((r) => r.phase === 'inHospital')],
    ['extended', count(isExtended)], ['charged and held for court', count((r) => r.clock.noClock === 'charged')], ['no PACE clock', count((r) => r.clock.noClock !== null && r.clock.noClock !== 'charged')],
    ['children', count((r) => r.child)], ['self-harm, unwell or injured', count((r) => r.markers.some((m) => ['Self-harm', 'Unwell', 'Injured'].includes(m)))], ['roused at each visit', count((r) => r.markers.includes('Rouse'))],
    ['reviews due this minute', count((r) => isDue(r.review.due, now))], ['reviews late', count((r) => isLate(r.review.due, now))], ['visits due this minute', count((r) => isDue(r.visit.due, now))], ['visits late', count((r) => isLate(r.visit.due, now))],
  ];
}

function compare(title: string, column: SharedBy, { rows, plans, to }: Loaded): void {
  const counted = column === 'disposal' ? plans.filter((p) => p.leavesAt <= to) : plans;
  say(`${title.padEnd(32)} published  simulated`);
  for (const { name, share } of shares(rows, column)) say(`  ${name.padEnd(30)} ${percent(share)}    ${percent(counted.filter((p) => p.source[column] === name).length / Math.max(1, counted.length))}`);
}
