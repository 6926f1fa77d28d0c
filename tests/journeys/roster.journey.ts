import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator } from 'playwright-core';
import { stationId } from '../../main/seed.ts';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { Walker } from '../support/walker.ts';

describe('the duty roster', function dutyRoster() {
  let okoro: Walker;
  let fox: Walker;
  const HALE = stationId('Hale Road');
  const shift = (walker: Walker): Locator => walker.page.locator('section[aria-labelledby=shift]');
  const row = (walker: Walker, name: string): Locator => walker.page.getByRole('row').filter({ has: walker.page.getByRole('rowheader', { name }) });

  const at = atDesk(this, '2026-01-12T07:00', async () => {
    [okoro, fox] = [await at.signIn('Ada Okoro'), await at.signIn('Lena Fox')];
    await okoro.clock('2026-01-12T07:30:00');
  });

  it('opens at the officer’s own station: who is on, who holds the post, what the shift takes over', async () => {
    await okoro.page.getByRole('link', { name: 'Roster' }).click();
    await shift(okoro).getByText('PS Okoro').waitFor();
    assert.equal(await okoro.page.getByLabel('Station').evaluate((s) => (s as unknown as { selectedOptions: { text: string }[] }).selectedOptions[0]!.text), 'Hale Road');
    await shift(okoro).getByText('(you)').waitFor();
    assert.equal(await okoro.page.getByRole('button', { name: 'Take over as custody officer' }).count(), 0);
    await okoro.page.locator('section[aria-labelledby=numbers]').getByText('Held, of 30 cells').waitFor();
    assert.match(await row(okoro, 'Joan Bell').innerText(), /no end set/);
    await okoro.isSound();
  });

  it('the next sergeant takes over with what was handed over; the one relieved sees it at once', async () => {
    const hale = await at.signIn('Marcus Hale');
    await hale.goto('/roster');
    await hale.page.getByRole('button', { name: 'Take over as custody officer' }).click();
    assert.equal(await hale.page.getByText('Officer, if not you').count(), 0);
    await hale.fill({ 'What was handed over': 'Cell 4: rouse every 30 minutes.\nVan 3 waits in the yard.' });
    await hale.isSound();
    await hale.submit();
    await hale.page.getByText('Take over as custody officer: recorded.').waitFor();
    for (const walker of [hale, okoro]) {
      await shift(walker).getByText('PS Hale').waitFor();
      await shift(walker).getByText('Cell 4: rouse every 30 minutes.').waitFor();
    }
    await hale.isSound();
    await keepScreen(hale.page, 'roster');
    await hale.end();
  });

  it('a post that is withdrawn counts no more at the very next request, and leaves a gap that is told', async () => {
    const bell = await at.signIn('Joan Bell');
    await bell.page.getByText('Nobody is held here.').waitFor();
    await fox.goto(`/roster?station=${HALE}`);
    await row(fox, 'Joan Bell').getByRole('button', { name: 'Withdraw' }).click();
    await fox.fill({ 'Reason': 'Called to another duty' });
    await fox.isSound();
    await fox.submit();
    await fox.page.getByText('Joan Bell, detention officer: the post is withdrawn and counts no more from their next request.').waitFor();
    assert.equal((await bell.page.request.get('/api/custody/whiteboard')).status(), 403);
    await bell.page.getByRole('heading', { name: 'You may not see a whiteboard' }).waitFor(); // by itself: nothing was loaded anew
    assert.equal(await bell.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Whiteboard' }).count(), 0);
    assert.equal(await bell.page.getByText('Nobody is held here.').count(), 0);
    await bell.goto('/');
    await bell.page.getByText('You hold no post now').waitFor();
    await bell.isSound();
    await bell.end();
    await fox.page.getByText('Nobody is rostered as detention officer now, until 07:30 Tue 13 Jan.').waitFor();
    await shift(fox).getByText('What was handed over is for the officers who see custody here.').waitFor();
    await fox.isSound();
    await keepScreen(fox.page, 'roster-gap');
  });

  it('an administrator gives a post to another, never to themselves', async () => {
    await fox.page.getByRole('button', { name: 'Assign a post' }).click();
    await fox.find('Officer', 'Fox');
    await fox.fill({ 'Post': 'Detention officer', 'From': '2026-01-12T08:00', 'To': '2026-01-12T19:00' });
    await fox.submit();
    assert.deepEqual(await fox.refusedWith(), ['OWN_POST']);
    await fox.find('Officer', 'Bell');
    await fox.submit();
    await fox.page.getByText('Assign post: recorded.').waitFor();
    await row(fox, 'Joan Bell').getByRole('cell', { name: /^08:00 Mon 12 Jan GMT/ }).waitFor();
    await fox.page.getByText('Nobody is rostered as detention officer now, until 08:00 today.').waitFor();
    await fox.page.getByText('Nobody is rostered as detention officer 19:00–07:30 Tue 13 Jan.').waitFor();
    await fox.isSound();
  });

  it('an acting rank is given with its giver and window, and stands on the roster', async () => {
    await fox.goto('/officers');
    await fox.page.getByText('Choose an officer to see rank').waitFor();
    await fox.isSound();
    await fox.find('Find an officer by name', 'Okoro');
    await fox.page.getByText('None was ever given').waitFor();
    await fox.page.getByRole('button', { name: 'Give acting rank' }).click();
    await fox.fill({ 'Rank to exercise': 'Inspector (a sergeant)', 'From': '2026-01-12T07:30', 'To': '2026-01-12T19:00', 'Reason': 'The inspector is at court' });
    await fox.find('Authority given by', 'Rao');
    await fox.isSound();
    await fox.submit();
    assert.deepEqual(await fox.refusedWith(), ['GIVER_RANK_TOO_LOW']);
    await fox.find('Authority given by', 'Clarke');
    await fox.submit();
    await fox.page.getByText('Give acting rank: recorded.').waitFor();
    await row(fox, 'inspector').getByText('Supt Clarke (superintendent): The inspector is at court').waitFor();
    await row(fox, 'inspector').getByText('in force').waitFor();
    await fox.isSound();
    await keepScreen(fox.page, 'officer-acting-rank');
    await okoro.goto('/roster');
    await row(okoro, 'PS Okoro').getByText('Supt Clarke (superintendent)').waitFor();
    await row(okoro, 'PS Okoro').getByText('Yes', { exact: true }).waitFor();
  });
});
