import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const SCREENS = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];
const QUIET = ['--autoplay-policy=document-user-activation-required', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The system's Chromium, without a window. Throws where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = [process.env['PEEL_CHROMIUM'], ...PLACES].find((file) => file && existsSync(file));
  if (!executablePath) throw new Error('No Chromium: npm test installs it as root; else set PEEL_CHROMIUM');
  return chromium.launch({ executablePath, args: QUIET, env: { ...process.env, LANGUAGE: 'en_GB' } });
}

interface Violation { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly string[] }[] }

/** What axe finds against WCAG 2.2 A and AA on the page as it stands, one line each; none is none. */
export async function axeFindings(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page); // the page's own policy forbids a script from elsewhere
  await debug.send('Runtime.evaluate', { expression: AXE });
  const expression = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations)";
  const { result } = await debug.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  await debug.detach();
  return (result.value as Violation[]).flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** Keeps a picture of the whole page in docs/screens. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.evaluate('scrollTo(0, 0)'); // what sticks to the top belongs there
  await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** Collects what the page itself complains about: errors, and breaches of its content security policy. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy|TrustedTypes|TrustedScript|TrustedHTML/.test(message.text())) complaints.push(message.text()); });
  return complaints;
}
