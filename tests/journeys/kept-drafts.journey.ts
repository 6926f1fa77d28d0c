import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Request } from 'playwright-core';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { heldPerson } from '../support/held-person.ts';
import { Walker } from '../support/walker.ts';

const SEEN = 'Awake, sitting on the bench';

/** architecture.md, the walk of one act: one id an attempt, what was typed kept through loss of network and session, a power never decided on an old record. */
describe('what was typed', function keptDrafts() {
  let okoro: Walker;
  let id = '';
  const ids: string[] = [];
  const seen = () => okoro.page.locator('peel-act-form').getByLabel('What was seen');
  const visits = (walker = okoro) => walker.page.locator('.peel-events tbody tr').filter({ hasText: /^Visit/ }).count();
  const open = (label: string, walker = okoro): Promise<void> => walker.open(label);
  const kept = () => okoro.page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('peel.draft/')).length");
  const noteIds = (request: Request) => { if (request.method() === 'POST' && request.url().endsWith('/record-visit')) ids.push((request.postDataJSON() as { commandId: string }).commandId); };

  const at = atDesk(this, '2025-12-16T20:00', async () => {
    okoro = await at.signIn('Ada Okoro');
    await okoro.clock('2025-12-17T03:01:00');
    id = await heldPerson(okoro, '2025-12-16');
    okoro.page.on('request', noteIds);
    await okoro.goto(`/custody-record/${id}`);
  });

  it('is kept when the connection drops, and says so', async () => {
    await open('Record visit');
    await okoro.fill({ 'What was seen': SEEN });
    await okoro.page.context().setOffline(true);
    await okoro.submit();
    await okoro.page.getByText('Not saved. The connection dropped at 03:01. Your text is kept on this device; do not retype it.').waitFor();
    await okoro.page.locator('.govuk-error-message').getByText('If it happened at 03:01, enter that time before you save again.').waitFor();
    assert.equal(await seen().inputValue(), SEEN);
    await okoro.isSound();
  });

  it('is tried again under the same id, and under a new one once it is changed', async () => {
    await okoro.submit();
    await okoro.sees(async () => String(ids.length), '2');
    assert.equal(ids[1], ids[0]);
    await okoro.page.getByText('Not saved.').first().waitFor();
    await okoro.fill({ 'When did it happen?': '2025-12-17T03:00' });
    await okoro.submit();
    await okoro.sees(async () => String(ids.length), '3');
    assert.notEqual(ids[2], ids[0]);
  });

  it('is recorded once where the answer was lost on the way back', async () => {
    await okoro.page.context().setOffline(false);
    await okoro.page.route('**/record-visit', async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
    await okoro.submit();
    await okoro.page.getByText('Not saved.').first().waitFor();
    await okoro.submit();
    await okoro.page.getByText('Record visit: recorded.').waitFor();
    assert.equal(ids[3], ids[4]);
    await okoro.page.reload();
    await okoro.page.getByRole('heading', { name: 'Timeline' }).waitFor();
    assert.equal(await visits(), 1);
    assert.equal(await kept(), 0);
  });

  it('is there again after the session ended and the officer signed in anew', async () => {
    await open('Record visit');
    await okoro.fill({ 'What was seen': 'Asleep, breathing steady' });
    // It ends while the form is on its way: ended before, a page that reads itself anew is covered first and nothing can be pressed.
    await okoro.page.route('**/record-visit', async (route) => {
      await okoro.page.context().clearCookies();
      await route.fulfill({ response: await route.fetch({ headers: { ...route.request().headers(), cookie: '' } }) });
    }, { times: 1 });
    await okoro.submit();
    await okoro.page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await okoro.page.getByText('What you typed is kept on this page.').waitFor();
    for (const named of await okoro.page.getByText(/adeyemi/i).all()) assert.equal(await named.isVisible(), false, 'a detainee stays on the screen with nobody signed in');
    assert.ok((await okoro.page.getByText(/adeyemi/i).count()) > 0);
    await okoro.isSound();
    await keepScreen(okoro.page, 'session-ended');
    await okoro.page.getByRole('button', { name: 'Sign in again' }).click();
    await okoro.page.getByRole('button', { name: /^Ada Okoro/ }).click();
    await okoro.page.getByText('What you typed at 03:01 and did not save is kept below.').waitFor();
    assert.equal(new URL(okoro.page.url()).pathname, `/custody-record/${id}`);
    assert.equal(await seen().inputValue(), 'Asleep, breathing steady');
    await okoro.isSound();
    await okoro.page.getByRole('button', { name: 'Start again' }).click();
    await okoro.sees(() => seen().inputValue(), '');
    await okoro.cancel();
  });

  it('survives a new sign-in while booking in, under the same record', async () => {
    await okoro.goto('/book-in');
    await okoro.fill({ 'Place of arrest': 'Mill Road' });
    const address = okoro.page.url();
    await okoro.page.reload();
    await okoro.page.getByText('is kept below').waitFor();
    assert.equal(okoro.page.url(), address);
    assert.equal(await okoro.page.getByLabel('Place of arrest').inputValue(), 'Mill Road');
    await okoro.cancel();
  });

  it('meets an entry of somebody else: a power says who, keeps the text, and goes through on the second try', async () => {
    const bell = await at.signIn('Joan Bell');
    await okoro.page.route('**/api/live**', (route) => route.abort());
    await okoro.goto(`/custody-record/${id}`);
    await open('Set observation level');
    await okoro.fill({ 'Level': 'Level 2: intermittent, at least every 30 minutes', 'Reason': 'Drowsy' });
    await bell.clock('2025-12-17T03:04:00');
    await bell.goto(`/custody-record/${id}`);
    await bell.act('Record visit', { 'What was seen': 'Drowsy' });
    await okoro.submit();
    await okoro.page.getByText('Bell recorded a visit at 03:04 while you were typing. Your entry is kept below. Check it, then save again.').waitFor();
    assert.deepEqual(await okoro.refusedWith(), ['STALE_VERSION']);
    assert.equal(await okoro.page.locator('peel-act-form').getByLabel('Reason').inputValue(), 'Drowsy');
    await okoro.submit();
    await okoro.page.getByText('Set observation level: recorded.').waitFor();
    await bell.end();
  });

  it('is asked about at sign-out: who stays loses nothing', async () => {
    await open('Record visit');
    await okoro.fill({ 'What was seen': 'Not saved' });
    assert.equal(await kept(), 1);
    await okoro.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await okoro.page.getByRole('alertdialog', { name: 'One form is not saved' }).waitFor();
    await okoro.isSound();
    await keepScreen(okoro.page, 'sign-out-unsaved');
    await okoro.page.keyboard.press('Escape');
    await okoro.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    assert.equal(await seen().inputValue(), 'Not saved');
    await okoro.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await okoro.page.getByRole('button', { name: 'Stay signed in' }).click();
    await okoro.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    assert.equal(await seen().inputValue(), 'Not saved');
  });

  it('is forgotten at sign-out once that is said, and the provider asks anew who comes', async () => {
    await okoro.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await okoro.page.getByRole('button', { name: 'Forget it and sign out' }).click();
    await okoro.page.getByRole('button', { name: 'Sign in' }).waitFor();
    assert.equal(await kept(), 0);
    await okoro.page.getByRole('button', { name: 'Sign in' }).click();
    await okoro.page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    await okoro.page.getByRole('button', { name: /^Joan Bell/ }).click();
    await okoro.page.getByText('Bell', { exact: false }).first().waitFor();
  });

  it('nothing is asked where nothing was typed; the other tab of the browser is covered with it, and asks no more', async () => {
    const other = await okoro.page.context().newPage();
    await other.goto(`/custody-record/${id}`);
    await other.getByRole('heading', { name: 'Timeline' }).waitFor();
    const asked: string[] = [];
    await okoro.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await other.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    assert.equal(await other.getByRole('heading', { name: 'Timeline' }).isVisible(), false);
    await okoro.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    other.on('request', (request) => asked.push(request.url()));
    await okoro.page.getByRole('button', { name: 'Sign in' }).click();
    await okoro.page.getByRole('button', { name: /^Joan Bell/ }).click();
    await other.getByRole('heading', { name: 'Timeline' }).waitFor();
    assert.deepEqual(asked.filter((url) => url.includes('/api/')).slice(0, 1).map((url) => new URL(url).pathname), ['/api/session'], 'the covered page asks when somebody signs in, and not before');
    await other.close();
  });
});
