import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from 'mocha';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { startDesk, type TestDesk } from './desk.ts';
import { stopsAtFirst } from './stops-at-first.ts';
import { Walker } from './walker.ts';

/** A desk of its own and a browser before it, there from the walk's first step to its last. */
export interface AtDesk {
  readonly desk: TestDesk;
  readonly browser: Browser;
  readonly signIn: (name: string) => Promise<Walker>;
}

const START = 240_000;
const END = 60_000;

/**
 * Starts a fresh desk at a London time before the walk, does what `begin` does, and ends all after it. A step that fails ends the
 * walk and leaves a picture of each page in the temporary folder.
 */
export function atDesk(walk: Suite, clock: string, begin: () => Promise<unknown> = async () => undefined, settings: NodeJS.ProcessEnv = {}): AtDesk {
  stopsAtFirst(walk);
  const walkers = new Map<string, Walker>();
  let desk: TestDesk | undefined;
  let browser: Browser | undefined;
  const at: AtDesk = {
    get desk() { return started(desk); },
    get browser() { return started(browser); },
    signIn: async (name) => { const walker = await Walker.signIn(at.browser, at.desk.url, name); walkers.set(name, walker); return walker; },
  };
  walk.beforeAll(async function start() { this.timeout(START); [desk, browser] = await Promise.all([startDesk(clock, settings), openBrowser()]); await begin(); });
  walk.afterEach(async function keep() { if (this.currentTest?.state === 'failed') for (const [name, walker] of walkers) await picture(walker, `${walk.title} ${name}`); });
  walk.afterAll(async function stop() { this.timeout(END); await browser?.close(); await desk?.stop(); });
  return at;
}

function started<T>(what: T | undefined): T {
  if (what === undefined) throw new Error('The desk is not started yet');
  return what;
}

const picture = (walker: Walker, title: string): Promise<unknown> =>
  walker.page.screenshot({ path: join(tmpdir(), `peel-failed-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`), fullPage: true }).catch(() => null); // a page that is closed has no picture
