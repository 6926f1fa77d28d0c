import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atDesk } from '../support/at-desk.ts';
import { axeFindings, complaintsOf, keepScreen } from '../support/browser.ts';
import { Walker } from '../support/walker.ts';

describe('the first pages, and the auditor’s', function auditor() {
  let price: Walker;

  const at = atDesk(this, '2026-01-12T08:00');
  const found = (walker = price): Promise<string> => walker.page.locator('#found').innerText();

  it('sign in, and choose who to be: both for anyone to read', async () => {
    const context = await at.browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: at.desk.url, locale: 'en-GB' });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await keepScreen(page, 'sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    await page.getByRole('button', { name: /^Ruth Vance Superintendent \(rank: chief inspector\), Marsh Lane:/ }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await keepScreen(page, 'who-are-you');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  it('a post whose area is to come is told so, with what it may open', async () => {
    for (const [name, words] of [['Helen Ng', 'Case files, exchange with the prosecutor'], ['Arthur Pym', 'There is no other page you may open.']] as const) {
      const walker = await at.signIn(name);
      await walker.page.getByRole('heading', { name, exact: true }).waitFor();
      await walker.page.getByText(words).waitFor();
      await walker.isSound();
      if (name === 'Helen Ng') await keepScreen(walker.page, 'home');
      await walker.end();
    }
  });

  it('a page that the posts do not open says so at once, and asks the api for nothing of it', async () => {
    for (const [name, pages] of [['Helen Ng', { '/audit': 'read the audit log', '/book-in': 'book anybody in', '/whiteboard': 'see a whiteboard', '/work': 'open the work inbox' }], ['Daniel Cole', { '/book-in': 'book anybody in', '/officers': 'change officers' }]] as const) {
      const walker = await at.signIn(name);
      await walker.page.addInitScript('globalThis.fields = 0; new MutationObserver(() => { if (document.querySelector("main form, main table, main input")) globalThis.fields += 1; }).observe(document, { childList: true, subtree: true });');
      await walker.goto('/no-such-page'); // away from the page that signing in opened
      const asked: string[] = [];
      walker.page.on('request', (r) => { const { pathname } = new URL(r.url()); if (/^\/api\/(audit|custody|force|work\/tasks)/.test(pathname)) asked.push(pathname); });
      for (const [path, what] of Object.entries(pages)) {
        await walker.goto(path);
        await walker.page.getByRole('heading', { name: `You may not ${what}` }).waitFor();
        assert.equal(await walker.page.evaluate('globalThis.fields'), 0, `${path} drew a form before it refused`);
        await walker.isSound();
      }
      assert.deepEqual(asked, []);
      if (name === 'Helen Ng') await keepScreen(walker.page, 'no-access');
      await walker.end();
    }
  });

  it('an address that is no page says so', async () => {
    price = await at.signIn('Owen Price');
    await price.page.getByRole('heading', { name: 'Audit log' }).waitFor();
    await price.goto('/no-such-page');
    await price.page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await price.isSound();
    await price.page.getByRole('link', { name: 'Go to your start page' }).click();
    await price.page.getByRole('heading', { name: 'Audit log' }).waitFor();
  });

  it('asks what the log is used for and why before it shows a line', async () => {
    await price.isSound();
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.page.getByText('Say why you look.').waitFor();
    await price.page.getByText('Choose what the log is used for. DPA 2018 s.62(4)').waitFor();
    await price.isSound();
  });

  it('shows the log newest first, page by page', async () => {
    await price.page.getByLabel('Used for').selectOption({ label: 'Checking that processing was lawful' });
    await price.page.getByLabel('Why you look').fill('Dip sample for January');
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.sees(() => found(), '50 lines, newest first');
    const first = await price.page.locator('.peel-board tbody tr').first().innerText();
    await price.isSound();
    await price.page.getByRole('button', { name: 'Older lines' }).click();
    await price.sees(() => found(), '50 lines, newest first, page 2');
    assert.notEqual(await price.page.locator('.peel-board tbody tr').first().innerText(), first);
    await price.page.getByRole('button', { name: 'Newer lines' }).click();
    await price.sees(() => found(), '50 lines, newest first');
  });

  it('finds what one officer was refused, with nobody’s name but officers’', async () => {
    const okoro = await at.signIn('Ada Okoro');
    assert.equal((await okoro.page.request.get('/api/operations')).status(), 403);
    await okoro.end();
    await price.page.getByLabel('Officer', { exact: false }).fill('Okoro');
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.page.getByText('Lines of Ada Okoro.').waitFor();
    await keepScreen(price.page, 'audit');
    await price.page.getByLabel('Outcome', { exact: false }).selectOption({ label: 'Not allowed by the post' });
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.sees(() => found(), '1 line, newest first');
    const line = price.page.locator('.peel-board tbody tr');
    for (const words of ['PS Okoro', 'Not allowed by the post', 'Operations: look']) await line.getByText(words).waitFor();
  });

  it('asks which time is meant where the clocks went back, and takes a time as the desk types it', async () => {
    const from = price.page.getByRole('group', { name: /^From/ });
    await from.getByLabel('Time', { exact: true }).fill('0130');
    await from.getByLabel('Date', { exact: true }).fill('26/10/2025');
    await from.getByText('01:30 happened twice on 26 Oct.').waitFor();
    await price.isSound();
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.page.locator('.govuk-error-message').getByText('01:30 happened twice on 26 Oct.').waitFor();
    await from.getByRole('button', { name: '01:30 Sun 26 Oct GMT' }).click();
    await from.getByText(/^01:30 Sun 26 Oct GMT, \d+ days ago$/).waitFor();
    await price.page.getByLabel('Outcome', { exact: false }).selectOption({ label: 'Any' });
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.page.locator('.govuk-error-message').waitFor({ state: 'detached' });
    await price.page.getByText('Lines of Ada Okoro.').waitFor();
    for (const box of ['Time', 'Date']) await from.getByLabel(box, { exact: true }).fill(box === 'Time' ? '' : '12/01/2026');
    await price.isSound();
  });

  it('explains itself where nothing fits, and its own looks are lines of the log', async () => {
    await price.page.getByLabel('Officer', { exact: false }).fill('Nobody of that name');
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.page.getByText("No officer is called 'Nobody of that name'.").waitFor();
    await price.isSound();
    await price.page.getByLabel('Officer', { exact: false }).fill('Price');
    await price.page.getByLabel('Outcome', { exact: false }).selectOption({ label: 'Shown' });
    await price.page.getByRole('button', { name: 'Search the log' }).click();
    await price.page.getByText('Lines of Owen Price.').waitFor();
    await price.page.locator('.peel-board tbody tr').filter({ hasText: 'Audit log: Checking that processing was lawful: Dip sample for January' }).first().waitFor();
  });
});
