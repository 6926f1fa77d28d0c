import type { Suite } from 'mocha';

/** A walk whose step has failed goes no further: what comes after stands on it. Other walks go on (Mocha's own bail would end the run). */
export function stopsAtFirst(walk: Suite): void {
  let failed = false;
  walk.beforeEach(function before() { if (failed) this.skip(); });
  walk.afterEach(function after() { failed ||= this.currentTest?.state === 'failed'; });
}
