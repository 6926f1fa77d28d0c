/** What the load has sent, and what came back refused. */
export class Tally {
  calls = 0;
  acts = 0;
  repeated = 0;
  private readonly codes = new Map<string, number>();

  refused(codes: readonly string[]): void { for (const code of codes) this.codes.set(code, (this.codes.get(code) ?? 0) + 1); }
  get refusals(): number { return [...this.codes.values()].reduce((a, b) => a + b, 0); }
  /** `STALE_VERSION 2, NOT_OPEN 1`, or none. */
  get words(): string { return [...this.codes].toSorted().map(([code, n]) => `${code} ${n}`).join(', ') || 'none'; }
}
