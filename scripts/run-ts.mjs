import { bootstrap } from './runner/bootstrap.mjs';

await bootstrap('scripts/runner/run-ts-main.mjs').catch((error) => { process.stderr.write(`${error.message}\n`); process.exitCode = 1; });
