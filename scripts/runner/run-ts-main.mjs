import { join } from 'node:path';
import { ROOT } from './bootstrap.mjs';
import { readSettings } from './settings.mjs';

// A program of Peel with the settings of the desk that `npm start` keeps in this checkout, where there is one.
const [file, ...args] = process.argv.slice(2);
Object.assign(process.env, readSettings().environment());
process.argv.splice(1, process.argv.length, join(ROOT, file), ...args);
await import(join(ROOT, file));
