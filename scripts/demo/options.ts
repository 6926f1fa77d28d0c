import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface Options { readonly api: string; readonly file: string; readonly month: string | null; readonly days: number; readonly seed: number }

const SHIPPED = fileURLToPath(new URL('../../data/met-custody-disposals.csv', import.meta.url));
const MOST_DAYS = 7;

export const HELP = `npm run demo -- [options]     plays a month of published custody output as one London day, on a running desk

  --file PATH    a file of the published form (data/README.md); usually data/met-custody-disposals.csv
  --month MONTH  a month of the file, like 2025-11; usually its latest
  --days N       days to play, 1 to ${MOST_DAYS}; usually 1, which is 36 hours ending at 03:00
  --seed N       another seed makes other people; usually 7
  --api URL      the desk's address; usually that of the desk of this checkout
  --help         this text

The clock of the desk must stand before the day. For other input than the shipped:
  npm start -- --fresh --empty --clock 2025-12-15T15:00     and, once it is up:     npm run demo -- --month 2024-05
Broken off, the same command goes on where it stopped.`;

type Environment = Readonly<Record<string, string | undefined>>;
const DECLARED = {
  file: { type: 'string', default: SHIPPED }, month: { type: 'string' }, days: { type: 'string', default: '1' }, seed: { type: 'string', default: '7' }, api: { type: 'string' }, help: { type: 'boolean' },
} as const;

/** The whole number a person typed. Throws with the range where it is none of it. */
function whole(name: string, text: string, [least, most]: readonly [number, number]): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) throw new Error(`--${name} ${text}: give a whole number from ${least} to ${most}.`);
  return value;
}

const addressOf = (env: Environment): string => env['PEEL_PUBLIC_URL'] ?? `http://127.0.0.1:${env['PEEL_PORT'] ?? '8080'}`;

/** What was asked for; null: only for help. Throws with words for a person where it cannot be. */
export function readOptions(args: readonly string[], env: Environment): Options | null {
  const { values } = parse(args);
  if (values.help) return null;
  return {
    api: (values.api ?? addressOf(env)).replace(/\/$/, ''),
    file: resolve(env['INIT_CWD'] ?? process.cwd(), values.file), month: values.month ?? null,
    days: whole('days', values.days, [1, MOST_DAYS]), seed: whole('seed', values.seed, [0, 999_999_999]),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: DECLARED });
  } catch (error) {
    throw new Error(`${(error as Error).message} See npm run demo -- --help`, { cause: error });
  }
}
