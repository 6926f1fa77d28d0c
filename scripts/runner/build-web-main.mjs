import { say } from './bootstrap.mjs';
import { buildWeb } from './web.mjs';

await buildWeb(say);
say('The built web is current.');
