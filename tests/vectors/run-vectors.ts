import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { hasOffset, instant } from '#domain/shared/time';
import { detentionClock, relevantTimeOf, reviewSchedule } from './adapter-clocks.ts';
import { careCheck, rightsDelay, s42Extension, wfdApplication, wfdExtension, wfdRefused, wfdWarrant } from './adapter-powers.ts';
import type { Given } from './told.ts';

interface Vector { readonly id: string; readonly title: string; readonly rules: readonly string[]; readonly given: Given & { readonly op: string }; readonly expect: Given }

const OPERATIONS: Readonly<Record<string, (given: Given) => object>> = {
  relevant_time: relevantTimeOf, detention_clock: detentionClock, review_schedule: reviewSchedule, s42_extension: s42Extension, wfd_application: wfdApplication, wfd_warrant: wfdWarrant, wfd_extension: wfdExtension,
  wfd_refused: wfdRefused, rights_delay: rightsDelay, care_check: careCheck,
};

/** Times compare as instants, whatever offset the example writes them with. */
const canonical = (value: unknown): unknown => {
  if (typeof value === 'string' && hasOffset(value)) return instant(value);
  return Array.isArray(value) ? value.map(canonical) : value;
};

/** Runs one worked example; null: its operation is not built. */
export function runVector({ given, expect }: Vector): { field: string; expected: unknown; got: unknown }[] | null {
  const operation = OPERATIONS[given.op];
  if (!operation) return null;
  const got = operation(given) as Record<string, unknown>;
  return Object.entries(expect).filter(([field, expected]) => !isDeepStrictEqual(canonical(got[field]), canonical(expected))).map(([field, expected]) => ({ field, expected, got: got[field] }));
}

function report(vector: Vector, differences: ReturnType<typeof runVector>): 'passed' | 'failed' | 'skipped' {
  if (differences === null) return 'skipped';
  if (differences.length === 0) return 'passed';
  process.stdout.write(`${vector.id} ${vector.title} (${vector.rules.join(', ')})\n  given ${JSON.stringify(vector.given)}\n`);
  for (const d of differences) process.stdout.write(`  ${d.field}: expected ${JSON.stringify(canonical(d.expected))}, got ${JSON.stringify(d.got)}\n`);
  return 'failed';
}

/** An example the adapter cannot read is a failure of that example, and the others are still run. */
function run(vector: Vector): ReturnType<typeof runVector> {
  try {
    return runVector(vector);
  } catch (error) {
    return [{ field: 'given', expected: 'an example of this schema', got: error instanceof Error ? error.message : String(error) }];
  }
}

function main(file: string | undefined): void {
  if (!file) throw new Error('npm run vectors -- FILE');
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const vector of vectors) count[report(vector, run(vector))] += 1;
  process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  process.exitCode = count.failed > 0 ? 1 : 0;
}

if (process.argv[1] === new URL(import.meta.url).pathname) main(process.argv[2]);
