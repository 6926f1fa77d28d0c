import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator } from 'playwright-core';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { heldPerson } from '../support/held-person.ts';
import { Walker } from '../support/walker.ts';

const GATE_LOG = 'The gate log says 20:40';

/** Code C 2.6, CUS-7: an entry is corrected in the form that made it, and the old value stays visible. */
describe('corrections', function corrections() {
  let okoro: Walker;
  let record = '';
  const due = (title: string, when: string) => okoro.sees(() => okoro.deadline(title), when);
  const entry = (says: RegExp): Locator => okoro.page.locator('.peel-events tbody tr').filter({ hasText: says });
  const correct = async (says: RegExp): Promise<Locator> => {
    await entry(says).getByRole('button', { name: /^Correct/ }).click();
    const form = okoro.page.locator('peel-correct-entry');
    await form.locator('button[type=submit]').first().waitFor();
    return form;
  };

  const at = atDesk(this, '2025-12-16T20:00', async () => {
    okoro = await at.signIn('Ada Okoro');
    await okoro.clock('2025-12-16T21:30:00');
    record = `/custody-record/${await heldPerson(okoro, '2025-12-16')}`;
    await okoro.goto(record);
  });

  it('opens the form that made the entry, filled with what was told', async () => {
    await due('24 h limit', '20:52 Wed 17 Dec GMT');
    const form = await correct(/^Arrived at Hale Road/);
    const when = form.getByRole('group', { name: 'It happened at' });
    assert.deepEqual([await when.getByLabel('Time').inputValue(), await when.getByLabel('Date').inputValue()], ['20:52', '16/12/2025']);
    assert.ok(await form.getByRole('radio', { name: 'Gate log' }).isChecked());
    await form.getByText('Save the correction: James Adeyemi, Cell 12').waitFor();
    await okoro.isSound();
  });

  it('asks why, beside the question', async () => {
    const form = okoro.page.locator('peel-correct-entry');
    await okoro.fill({ 'It happened at': '2025-12-16T20:40' }, form);
    await okoro.submit();
    await form.locator('.govuk-error-message').getByText('Say why the entry was wrong.').waitFor();
    await keepScreen(okoro.page, 'correct-entry');
  });

  it('moves the arrival to 20:40 and the limits with it; the old value stays', async () => {
    await okoro.fill({ 'Why the entry was wrong': GATE_LOG }, okoro.page.locator('peel-correct-entry'));
    await okoro.submit();
    await okoro.page.getByRole('status').filter({ hasText: 'The entry is corrected.' }).waitFor();
    await due('24 h limit', '20:40 Wed 17 Dec GMT');
    await entry(/^Arrived at Hale Road/).getByText('show old').click();
    assert.match(await entry(/^Arrived at Hale Road/).innerText(), new RegExp(`corrected by PS Okoro: ${GATE_LOG}[^]*20:52[^]*20:40`));
  });

  it('corrects what was told, not only when: a red answer brings its warning', async () => {
    const form = await correct(/^Immediate needs: none/);
    await okoro.fill({ 'Self-harm, now or before?': true, 'Why the entry was wrong': 'Told the nurse afterwards' }, form);
    await okoro.submit();
    await entry(/^Immediate needs: self harm/).waitFor();
    await okoro.page.locator('.peel-identity').getByText('⚠ Self-harm').waitFor();
    await due('24 h limit', '20:40 Wed 17 Dec GMT');
  });

  it('opens a second correction with the first one’s values', async () => {
    const form = await correct(/^Arrived at Hale Road/);
    assert.equal(await form.getByRole('group', { name: 'It happened at' }).getByLabel('Time').inputValue(), '20:40');
    await okoro.cancel();
  });

  it('tells the law’s refusal beside the form, and changes nothing', async () => {
    const form = await correct(/^Detention authorised/);
    await okoro.fill({ 'It happened at': '2025-12-16T20:30', 'Why the entry was wrong': 'Typed wrongly' }, form);
    await okoro.submit();
    assert.deepEqual(await okoro.refusedWith(), ['OUT_OF_ORDER']);
    await okoro.cancel();
    await due('Review 1', '03:10 Wed 17 Dec GMT');
  });

  it('keeps a correction through a reload', async () => {
    const form = await correct(/^Moved to Cell 12/);
    await okoro.fill({ 'Why the entry was wrong': 'The other cell' }, form);
    await okoro.page.reload();
    await okoro.page.locator('peel-correct-entry').getByText('is kept below').waitFor();
    assert.equal(await okoro.page.locator('peel-correct-entry').getByLabel('Why the entry was wrong').inputValue(), 'The other cell');
    await okoro.cancel();
  });

  it('strikes out only after a confirmation of its own, with a reason', async () => {
    const form = await correct(/^Moved to Cell 12/);
    await form.getByRole('button', { name: 'Strike it out' }).click();
    const strike = form.getByRole('button', { name: /^Yes, strike out “Allocate cell”: James Adeyemi/ });
    await strike.click();
    await form.getByText('Say why the entry was wrong.').waitFor();
    await form.getByLabel('Why the entry is struck out').fill('It was another detainee');
    await okoro.isSound();
    await strike.click();
    await entry(/struck out by PS Okoro: It was another detainee/).waitFor();
    await okoro.page.getByRole('status').filter({ hasText: 'The entry is struck out.' }).waitFor();
  });

  it('is not open to a detention officer: 403, and the told entry is not served', async () => {
    const bell = await at.signIn('Joan Bell');
    assert.equal((await bell.page.request.get(`/api/custody${record}/entry/2.0`)).status(), 403);
    await bell.goto(record);
    await bell.page.getByRole('heading', { name: 'Timeline' }).waitFor();
    assert.equal(await bell.page.getByRole('button', { name: /^Correct/ }).count(), 0);
    await bell.end();
  });

  it('no address opens a form of an act that the post never takes', async () => {
    const bell = await at.signIn('Joan Bell');
    await bell.goto(`${record}?act=release`);
    await bell.page.getByRole('status').filter({ hasText: 'Release: your post does not take this act.' }).waitFor();
    assert.equal(await bell.page.locator('peel-act-form').count(), 0);
    await bell.goto(`${record}?act=record-visit`);
    await bell.page.locator('peel-act-form').waitFor();
    await bell.end();
  });

  it('answers 404 for an entry that is not there', async () => {
    assert.equal((await okoro.page.request.get(`/api/custody${record}/entry/99.0`)).status(), 404);
    assert.equal((await okoro.page.request.get(`/api/custody${record}/entry/nothing`)).status(), 404);
  });
});
