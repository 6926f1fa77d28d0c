import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'mocha';
import type { Locator } from 'playwright-core';
import { ARREST, GROUNDS, NEEDS } from '#domain/custody/custody-record/example-detention';
import { INVESTIGATION_TEAM } from '#domain/force/personas';
import { stationId } from '../../main/seed.ts';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { Walker } from '../support/walker.ts';

const HALE = stationId('Hale Road');

/** screens.md, "Work inbox": one list by owner, groups by the clock, acts by keyboard, filters in the address, nothing lost to a race. */
describe('the work inbox', function inboxJourney() {
  let okoro: Walker;
  let hale: Walker;
  let rao: Walker;

  const act = async (id: string, seenVersion: number, slug: string, body: object): Promise<number> => {
    const response = await okoro.page.request.post(`/api/custody/custody-record/${id}/${slug}`, { data: { commandId: randomUUID(), seenVersion, body } });
    assert.equal(response.status(), 200, await response.text());
    return ((await response.json()) as { version: number }).version;
  };
  /** Held at Hale Road on level 2, in the hands of CID team 3. */
  const held = async (name: string): Promise<string> => {
    const id = randomUUID();
    let version = 0;
    const steps: [string, object][] = [['record-arrest', { ...ARREST, name, stationId: HALE, teamId: INVESTIGATION_TEAM.id }], ['record-arrival', { stationId: HALE, source: 'gateLog' }], ['record-immediate-needs', NEEDS], ['authorise-detention', GROUNDS], ['set-observation-level', { level: '2', reason: 'Calm' }]];
    for (const [slug, body] of steps) version = await act(id, version, slug, body);
    return id;
  };
  const group = (walker: Walker, name: string): Locator => walker.page.getByRole('region', { name, exact: true });
  const line = (walker: Walker, title: string, who: string): Locator => walker.page.locator('peel-inbox li').filter({ has: walker.page.locator('peel-task-line').filter({ hasText: title }).filter({ hasText: who }) });
  /** Searches until a line that stood there is gone, and leaves the box: keys are letters while one types. */
  const search = async (walker: Walker, words: string, gone: Locator): Promise<void> => {
    await gone.waitFor();
    await walker.page.getByLabel('Search').fill(words);
    await gone.waitFor({ state: 'detached' });
    await walker.page.getByRole('heading', { level: 1 }).click();
  };
  const said = (walker: Walker): Locator => walker.page.locator('.peel-work-said');
  const owner = (walker: Walker, name: string): Locator => walker.page.getByRole('group', { name: 'Owner' }).getByRole('button', { name: new RegExp(`^${name} \\d`) });
  const counted = (walker: Walker, name: string): Promise<string> => owner(walker, name).innerText();
  const focused = (walker: Walker): Promise<string> => walker.page.evaluate('document.activeElement?.matches("a") ? document.activeElement.textContent : ""');
  const press = async (walker: Walker, ...keys: string[]): Promise<void> => { for (const key of keys) await walker.page.keyboard.press(key); };

  const at = atDesk(this, '2026-11-17T22:00', async () => {
    [okoro, hale, rao] = await Promise.all(['Ada Okoro', 'Marcus Hale', 'Sunita Rao'].map((name) => at.signIn(name))) as [Walker, Walker, Walker];
  });

  it('says so where nothing is owed', async () => {
    await okoro.goto('/work');
    await okoro.page.getByText('Your team owes nothing now.').waitFor();
    await okoro.isSound();
  });

  it('hears what falls due without being asked; what is not due is folded', async () => {
    await okoro.clock('2026-11-17T22:10:00');
    await held('James Adeyemi');
    await held('Rose Price');
    await group(okoro, 'Due soon').getByText('▲ OWED').first().waitFor();
    await okoro.sees(() => counted(okoro, 'Team'), 'Team 6');
    await okoro.page.getByRole('button', { name: 'Not due yet (4)' }).click();
    await line(okoro, 'Visit', 'PRICE').waitFor();
    await okoro.isSound();
  });

  it('shows each post what it answers for', async () => {
    await rao.goto('/work?later=yes');
    await rao.page.getByText('Nothing is due soon. Next: Review 1').waitFor();
    await rao.sees(() => counted(rao, 'Team'), 'Team 2');
    await rao.sees(() => counted(rao, 'All I may see'), 'All I may see 8');
  });

  it('an empty list says where there is work; Back leads where one was', async () => {
    await owner(okoro, 'Mine').click();
    await okoro.page.getByText('You have no tasks. Your team has 6 with no owner.').waitFor();
    await okoro.isSound();
    await okoro.page.getByRole('button', { name: 'Show them' }).click();
    await okoro.page.waitForURL(/owner=unowned/);
    await okoro.page.goBack();
    await okoro.page.getByText('You have no tasks.').waitFor();
    await okoro.page.goBack();
    await group(okoro, 'Due soon').waitFor();
  });

  it('a link that is shared shows the same list', async () => {
    await hale.goto('/work?owner=all&type=visit&due=hour&later=yes');
    await hale.sees(() => hale.page.getByLabel('Type').locator('option:checked').innerText(), 'Visits');
    await hale.sees(() => hale.page.getByLabel('Due').locator('option:checked').innerText(), 'Within the hour');
    await hale.sees(() => hale.page.locator('peel-task-line').count().then(String), '2');
    const addresses: string[] = [];
    hale.page.on('request', (request) => { addresses.push(request.url()); });
    await hale.page.getByLabel('Search').fill('price');
    await hale.sees(() => hale.page.locator('peel-task-line').count().then(String), '1');
    await hale.page.getByLabel('Search').fill('nobody of that name');
    await hale.page.getByText('No task fits these filters.').waitFor();
    assert.deepEqual([hale.page.url(), ...addresses].filter((address) => /price|nobody/i.test(address)), [], 'a name searched for stands in an address');
    assert.ok(addresses.some((address) => address.endsWith('/api/work/tasks/search')));
    await hale.isSound();
    await hale.page.getByRole('main').getByRole('button', { name: 'Clear the filters' }).last().click();
    await hale.sees(() => hale.page.locator('peel-task-line').count().then(String), '8');
  });

  it('by keyboard alone: move, claim, undo, why, hold, search, back', async () => {
    await okoro.goto('/work');
    await group(okoro, 'Due soon').waitFor();
    await press(okoro, 'j');
    await okoro.sees(async () => String((await focused(okoro)).includes('Give rights')), 'true');
    const first = await focused(okoro);
    await press(okoro, 'j', 'k');
    await okoro.sees(() => focused(okoro), first);
    await press(okoro, 'c');
    await said(okoro).getByText('It is yours.').waitFor();
    await okoro.sees(() => focused(okoro), first);
    await press(okoro, 'u');
    await said(okoro).getByText('Given back: nobody has it now.').waitFor();
    await press(okoro, 'w');
    await okoro.page.getByRole('heading', { name: 'Why is this due?' }).waitFor();
    await okoro.page.getByText('This task closes when rights and notice are recorded as given.').waitFor();
    await okoro.page.locator('peel-task-detail').getByText('claimed this').waitFor();
    await okoro.isSound();
    await press(okoro, 'h');
    await okoro.page.getByLabel('What does it wait for?').waitFor();
    await okoro.sees(() => okoro.page.evaluate('document.activeElement?.id'), 'reason');
    await okoro.page.keyboard.type('Jaw is being looked at by the nurse'); // j, k, c, s, h and w are letters while one types
    await okoro.isSound();
    await press(okoro, 'Control+Enter');
    await group(okoro, 'On hold').getByText('❚❚ On hold', { exact: true }).waitFor();
    await press(okoro, 'Escape');
    await okoro.page.getByRole('heading', { name: 'Why is this due?' }).waitFor({ state: 'detached' });
    await press(okoro, '/');
    await okoro.sees(() => okoro.page.evaluate('document.activeElement?.id'), 'search');
    await press(okoro, 'Escape');
    await press(okoro, '?');
    await okoro.page.getByRole('dialog').getByText('work: claim, assign or reassign, hold, why').waitFor();
    await press(okoro, 'Escape');
    await okoro.page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(okoro, 'j');
    await okoro.sees(() => okoro.page.evaluate("String(document.activeElement?.id.startsWith('task-'))"), 'true');
    await press(okoro, 'Enter');
    await okoro.page.waitForURL(/custody-record\/.*act=/);
  });

  it('two race for one task: one has it, the other hears who', async () => {
    for (const walker of [okoro, hale]) {
      await walker.goto('/work?type=rights');
      await search(walker, 'price', line(walker, 'Give rights', 'ADEYEMI'));
      await line(walker, 'Give rights', 'PRICE').waitFor();
      await press(walker, 'j');
      await walker.sees(async () => String((await focused(walker)).includes('PRICE')), 'true');
    }
    await Promise.all([press(okoro, 'c'), press(hale, 'c')]);
    const words = await Promise.all([okoro, hale].map(async (walker) => { await said(walker).locator('p').waitFor(); return said(walker).innerText(); }));
    assert.equal(words.filter((w) => w.includes('It is yours.')).length, 1, words.join(' | '));
    assert.match(words.find((w) => !w.includes('It is yours.'))!, /Not done\. PS (Okoro|Hale) claimed this just now\. STALE_REVISION/);
    const winner = words[0]!.includes('It is yours.') ? 'PS Okoro' : 'PS Hale';
    const loser = winner === 'PS Okoro' ? hale : okoro;
    await line(loser, 'Give rights', 'PRICE').getByText(winner).first().waitFor();
    await keepScreen(loser.page, 'inbox-lost-race');
    await (winner === 'PS Okoro' ? okoro : hale).page.getByRole('button', { name: 'Undo (u)' }).click();
    await line(loser, 'Give rights', 'PRICE').getByText('Unowned').waitFor();
  });

  it('an independent task is not given to the investigation team, and what was typed stays', async () => {
    await rao.goto('/work?later=yes');
    await search(rao, 'adeyemi', line(rao, 'Review 1', 'PRICE'));
    await line(rao, 'Review 1', 'ADEYEMI').waitFor();
    await press(rao, 'j', 's');
    const form = rao.page.locator('peel-task-act-form');
    await form.getByRole('radio', { name: 'Supt Clarke' }).waitFor();
    await rao.isSound();
    await form.getByLabel('Somebody else, by name').fill('Shah');
    await form.getByRole('button', { name: 'Insp Shah' }).click();
    await form.getByRole('button', { name: 'Assign', exact: true }).click();
    await form.getByRole('alert').getByText('Insp Shah is on the investigation team, and this task needs an independent officer. CONFLICT_OF_ROLE').waitFor();
    await keepScreen(rao.page, 'inbox-assign-refused');
    await form.getByRole('radio', { name: 'Supt Clarke' }).check();
    await form.getByRole('button', { name: 'Assign', exact: true }).click();
    await said(rao).getByText('Assigned.').waitFor();
    await line(rao, 'Review 1', 'ADEYEMI').getByText('Supt Clarke').waitFor();
  });

  it('who is given a task is told at once, on any page', async () => {
    await hale.goto('/whiteboard');
    const bell = hale.page.getByRole('button', { name: /^(● )?Notices/ });
    const bellWords = async (): Promise<string> => (await bell.innerText()).replace(/\s+/g, ' ').replace(' ,', ',');
    await hale.sees(bellWords, 'Notices, 0 unread');
    await okoro.goto('/work?type=rights');
    await search(okoro, 'price', line(okoro, 'Give rights', 'ADEYEMI'));
    await line(okoro, 'Give rights', 'PRICE').waitFor();
    await press(okoro, 'j', 's');
    const form = okoro.page.locator('peel-task-act-form');
    await form.getByRole('radio', { name: 'PS Hale' }).check();
    await press(okoro, 'Control+Enter');
    await said(okoro).getByText('Assigned.').waitFor();
    await hale.sees(bellWords, '● Notices, 1 unread');
    await bell.click();
    await hale.page.getByRole('link', { name: 'PS Okoro gave you: Give rights and written notice, PRICE, Hale Road' }).waitFor();
    await hale.isSound();
    await keepScreen(hale.page, 'notices');
    await hale.page.getByRole('button', { name: 'Mark as read' }).click();
    await hale.sees(bellWords, 'Notices, 0 unread');
  });

  it('time alone moves a task from group to group', async () => {
    await okoro.goto('/work');
    await group(okoro, 'Due soon').waitFor();
    await okoro.clock('2026-11-17T22:30:00');
    await group(okoro, 'Due soon').getByText('▲ DUE 10 min').first().waitFor();
    await okoro.clock('2026-11-17T22:43:00');
    await group(okoro, 'Overdue').getByText('■! OVERDUE 3 min').first().waitFor();
    await okoro.isSound();
    await keepScreen(okoro.page, 'inbox');
  });

  it('holds at 360 px, and on paper', async () => {
    await okoro.page.setViewportSize({ width: 360, height: 800 });
    await okoro.sees(() => okoro.page.evaluate('String(document.documentElement.scrollWidth <= 360)'), 'true');
    await okoro.isSound();
    await keepScreen(okoro.page, 'inbox-360');
    await okoro.page.getByRole('button', { name: /^Notices/ }).click();
    await okoro.page.locator('.peel-notices').waitFor();
    assert.ok(await okoro.page.evaluate<boolean>('document.documentElement.scrollWidth <= 360'), 'the notices are wider than the screen');
    await okoro.page.locator('.peel-notices').getByRole('button', { name: 'Close' }).click();
    await okoro.page.setViewportSize({ width: 1440, height: 900 });
    await okoro.page.emulateMedia({ media: 'print' });
    assert.equal(await okoro.page.getByLabel('Search').isVisible(), false);
    assert.equal(await group(okoro, 'Overdue').isVisible(), true);
    assert.equal(await group(okoro, 'Not due yet').getByRole('heading').isVisible(), true);
    await okoro.page.emulateMedia({ media: null });
  });

  it('reads what is folded before it prints: as many tasks as the heading counts', async () => {
    const folded = group(okoro, 'Not due yet');
    assert.equal(await folded.getByRole('listitem').count(), 0);
    await okoro.page.evaluate("window.print = () => { const s = document.querySelector('section[aria-label=\"Not due yet\"]'); window.paper = s.querySelector('h2').innerText.replace(/\\D/g, '') + ' ' + s.querySelectorAll('.peel-list > li').length; }");
    await okoro.page.keyboard.press('p');
    await okoro.sees(() => okoro.page.evaluate<string>("String('paper' in window)"), 'true');
    const [counted, printed] = (await okoro.page.evaluate<string>('window.paper')).split(' ');
    assert.equal(printed, counted);
    await okoro.sees(() => folded.locator('.peel-list > li').count().then(String), '0');
  });
});
