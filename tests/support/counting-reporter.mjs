import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Mocha's own report; the counts go to the file that `PEEL_TEST_COUNTS` names, or as a last line to the terminal. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      const file = process.env.PEEL_TEST_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
      else process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    });
  }
}
