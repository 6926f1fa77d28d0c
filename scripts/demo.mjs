import { bootstrap } from './runner/bootstrap.mjs';

await bootstrap('scripts/runner/run-ts-main.mjs', ['scripts/demo/main.ts', ...process.argv.slice(2)]).catch((error) => { process.stderr.write(`${error.message}\n`); process.exitCode = 1; });
