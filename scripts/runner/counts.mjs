export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
export const one = (good) => ({ ...NOTHING, [good ? 'passed' : 'failed']: 1 });
export const sum = (all) => all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), NOTHING);
export const words = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Reads the line `N passed, N failed[, N skipped]` with which a program ends; null where it does not. */
export function readCounts(output) {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(last);
  return match && { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) };
}
