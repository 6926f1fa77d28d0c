type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What an entry froze, with what its new words make of it. `before` and `after` are decided today, from the words as they were and as
 * they are to be: where the two say the same the words decide nothing, and the frozen value stays, whatever is known by now.
 */
export function reworded<T>(frozen: T, before: T, after: T): T {
  if (same(before, after)) return frozen;
  if (!isEntry(frozen) || !isEntry(before) || !isEntry(after)) return after;
  const names = [...new Set([...Object.keys(frozen), ...Object.keys(after)])];
  const kept = names.map((name): [string, unknown] => [name, reworded<unknown>(frozen[name], before[name], after[name])]);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined)) as T;
}
