/** The value below which that share of the measurements lies, by nearest rank. Throws for no measurements. */
export function quantile(measured: readonly number[], share: number): number {
  if (measured.length === 0) throw new RangeError('Nothing was measured');
  return measured.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * measured.length) - 1)]!;
}

/** `p50 6.1 ms · p99 12.4 ms · max 20.0 ms (300)`, from milliseconds. */
export const summary = (measured: readonly number[]): string =>
  `p50 ${quantile(measured, 0.5).toFixed(1)} ms · p99 ${quantile(measured, 0.99).toFixed(1)} ms · max ${quantile(measured, 1).toFixed(1)} ms (${measured.length})`;
