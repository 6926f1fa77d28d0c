import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ARREST } from '#domain/custody/custody-record/example-detention';
import { stationId } from '../../main/seed.ts';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { Walker } from '../support/walker.ts';

const HELD = 'Relay or watchdog is held: bells sound when the hold ends (at most 5 minutes).';

describe('operations', function operations() {
  let fox: Walker;
  let okoro: Walker;
  const figure = (label: string): Promise<string> => fox.page.locator('.peel-figures div').filter({ hasText: label }).locator('dd').innerText();
  const version = (what: string): Promise<string> => fox.page.getByRole('row').filter({ has: fox.page.getByRole('rowheader', { name: what, exact: true }) }).getByRole('cell').innerText();

  const at = atDesk(this, '2026-01-12T08:00', async () => {
    [fox, okoro] = [await at.signIn('Lena Fox'), await at.signIn('Ada Okoro')];
  });

  it('opens on the administrator’s page: the engine is up, and every process says what it does in words', async () => {
    await fox.page.getByRole('heading', { name: 'Operations' }).waitFor();
    await fox.page.getByText('ENGINE UP').waitFor();
    for (const words of ['Works the queue custody.', 'Carries bells to Temporal; none waits.', 'No record is late now. Nothing mended since it started.', 'Nothing had to be mended.', 'Nothing is held.']) await fox.page.getByText(words).waitFor();
    assert.equal(await figure('Bells waiting'), '0');
    await fox.isSound();
  });

  it('counts Temporal’s workflows and names every version', async function counted() {
    this.timeout(60_000);
    await fox.page.getByText('Counted by the relay').waitFor({ timeout: 45_000 });
    for (const what of ['Peel (api)', 'Worker', 'Relay']) assert.match(await version(what), /^\d+\.\d+\.\d+/);
    assert.match(await version('Temporal server'), /^\d+\.\d+/);
    assert.match(await version('Newest migration'), /^\d{14}_/);
    assert.match(await version('Newest row of the law in force'), /^\d{4}-\d\d-\d\d: /);
  });

  it('an administrator, for whom no task is, has notices of their own', async () => {
    await fox.page.getByRole('button', { name: /^Notices/ }).click();
    await fox.page.getByText('You have no notices.').waitFor();
    await fox.isSound();
    await fox.page.locator('.peel-notices').getByRole('button', { name: 'Close' }).click();
  });

  it('asks why before it holds', async () => {
    await fox.page.getByRole('button', { name: 'Hold', exact: true }).click();
    await fox.page.getByText('Say why it is held.').waitFor();
    await fox.isSound();
  });

  it('a hold stands on every screen with who, why and how long; bells wait meanwhile', async () => {
    await okoro.goto('/whiteboard');
    await okoro.page.getByRole('status').filter({ hasText: '● Live' }).waitFor();
    await okoro.page.route('**/api/session', (route) => route.abort()); // the band comes by the live stream, not with the next look at the session
    await fox.page.getByLabel('Why', { exact: true }).fill('Restore of the training database');
    await fox.page.getByRole('button', { name: 'Hold', exact: true }).click();
    await fox.page.getByText(/Relay and watchdog, by Lena Fox since .*: Restore of the training database\. Ends by itself in [45] min\./).waitFor();
    await okoro.page.getByText(HELD).waitFor();
    const sent = await okoro.page.request.post(`/api/custody/custody-record/${crypto.randomUUID()}/record-arrest`, { data: { commandId: crypto.randomUUID(), seenVersion: 0, at: null, body: { ...ARREST, stationId: stationId('Hale Road'), teamId: '' } } });
    assert.equal(sent.status(), 200, await sent.text());
    await fox.sees(() => figure('Bells waiting'), '1');
    await fox.page.getByText('Held by an operator: bells wait.').waitFor();
    await fox.isSound();
    await keepScreen(fox.page, 'operations-held');
  });

  it('what is typed keeps its place while the page reads again', async () => {
    const why = fox.page.getByLabel('Why', { exact: true });
    await why.fill('Half a rea');
    for (const _ of [1, 2]) await fox.page.waitForResponse((r) => r.url().endsWith('/api/operations'));
    await fox.page.keyboard.type('son');
    assert.equal(await why.inputValue(), 'Half a reason');
    await why.fill('');
  });

  it('the hold is ended, and the bell goes out', async () => {
    await fox.page.getByRole('button', { name: 'End the hold of Lena Fox' }).click();
    await fox.page.getByText('The hold has ended. Bells sound again.').waitFor();
    await fox.page.getByText('Nothing is held.').waitFor();
    await fox.sees(() => figure('Bells waiting'), '0');
    await okoro.page.getByText(HELD).waitFor({ state: 'detached' });
    await okoro.page.unroute('**/api/session');
    await keepScreen(fox.page, 'operations');
  });

  it('says since when nobody answered, and keeps what it last saw', async () => {
    await fox.page.route('**/api/operations', (route) => route.abort());
    await fox.page.getByText(/Not answered since \d\d:\d\d:\d\d (GMT|BST)\. What stands below is from then\./).waitFor();
    assert.equal(await fox.page.getByText('ENGINE UP').count(), 1);
    await fox.isSound();
    await fox.page.unroute('**/api/operations');
    await fox.page.getByText(/Not answered since/).waitFor({ state: 'detached' });
  });

  it('the auditor looks and holds nothing', async () => {
    const price = await at.signIn('Owen Price');
    await price.goto('/operations');
    await price.page.getByText('An administrator may hold relay and watchdog').waitFor();
    assert.equal(await price.page.getByRole('button', { name: 'Hold', exact: true }).count(), 0);
    await price.isSound();
    await price.end();
  });
});
