import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { arrested, CustodyWire, inYard } from '../support/custody-wire.ts';
import { Walker } from '../support/walker.ts';

const WORDS_OF_FOCUS = `(() => {
  const node = document.activeElement;
  if (node === document.body) return '';
  const label = node.labels && node.labels[0] ? node.labels[0].innerText : node.innerText;
  const group = node.closest('fieldset');
  return [group ? group.querySelector('legend').innerText : '', label || ''].join(': ');
})()`;

/** screens.md, book in: one group of questions a page, by keyboard alone, from the yard to an authorised detention. */
describe('book in', function bookIn() {
  let okoro: Walker;
  const press = (...keys: readonly string[]) => keys.reduce<Promise<void>>((before_, key) => before_.then(() => okoro.page.keyboard.press(key)), Promise.resolve());
  const focus = async (): Promise<string> => String(await okoro.page.evaluate(WORDS_OF_FOCUS));
  /** Tabs on until the focus stands on these words, as a hand without a mouse does. */
  const reach = async (words: RegExp, key = 'Tab'): Promise<void> => {
    const passed: string[] = [];
    for (let n = 0; n < 40; n += 1) {
      const here = await focus();
      if (words.test(here)) return;
      passed.push(here);
      await press(key);
    }
    assert.fail(`${words.source} is not reached by ${key}: ${passed.join(' | ')}`);
  };
  const type = async (words: RegExp, text: string): Promise<void> => { await reach(words); await okoro.page.keyboard.type(text); };
  const page = (title: string) => okoro.page.getByRole('heading', { name: title }).waitFor();
  const opensIn = (words: string) => okoro.sees(focus, words);

  const at = atDesk(this, '2025-12-16T22:10', async () => {
    okoro = await at.signIn('Ada Okoro');
    await okoro.clock('2025-12-16T22:16:00');
  });

  it('n opens it, in its first question; the rare questions are folded away', async () => {
    await okoro.page.getByText('Nobody is held here.').waitFor();
    await press('n');
    await page('What were they arrested for?');
    await opensIn(': Name (optional)');
    for (const rare of ['Held under', 'Wanted by another area', 'Arrived to answer street bail at', 'Arrested outside England and Wales?']) assert.equal(await okoro.page.getByText(rare, { exact: true }).isVisible(), false, rare);
    await okoro.isSound();
  });

  it('asks who they are before what they were arrested for, and the bar grows as it is typed', async () => {
    assert.deepEqual((await okoro.page.locator('peel-act-form h3').allInnerTexts()).slice(0, 2), ['Who, as far as it is known', 'The arrest']);
    await okoro.page.keyboard.type('James Adeyemi');
    await type(/Date of birth/, '1/5/1991');
    await okoro.page.locator('.peel-identity').getByText('James Adeyemi, 34').waitFor();
    await reach(/Gender/);
    await press('2');
    assert.ok(await okoro.page.getByRole('radio', { name: 'Male', exact: true }).isChecked());
  });

  it('says back the time that was typed, with weekday and zone', async () => {
    await reach(/^When were they arrested\?: Time/);
    await okoro.page.keyboard.type('2155');
    await okoro.page.getByText('21:55 Tue 16 Dec GMT, 21 min ago').waitFor();
    await press('Tab');
    await okoro.sees(() => okoro.page.getByRole('group', { name: 'When were they arrested?' }).getByLabel('Time').inputValue(), '21:55');
  });

  it('offers yesterday for a time that has not happened yet', async () => {
    await press('Shift+Tab');
    await okoro.page.keyboard.type('2350');
    await okoro.page.getByText('23:50 Tue 16 Dec GMT, in 1 h 34 min').waitFor();
    await okoro.page.getByRole('button', { name: 'Yesterday, 23:50 Mon 15 Dec GMT?' }).waitFor();
    await press('Control+a');
    await okoro.page.keyboard.type('2155');
  });

  it('asks what was meant where no offence matches', async () => {
    await type(/^: Offences/, 'brglary');
    await okoro.page.getByText("No offence matches 'brglary'. Did you mean").waitFor();
    await reach(/burglary$/);
    await press('Enter');
    await okoro.page.locator('peel-search li button').first().waitFor();
    await press('ArrowDown');
    assert.equal(await okoro.page.evaluate('document.activeElement.textContent === document.querySelector("peel-search li button").textContent'), true, 'the arrow goes to what was found first');
    await press('ArrowUp');
    assert.equal(await okoro.page.evaluate('document.activeElement.tagName'), 'INPUT');
    await reach(/Burglary.*indictable/i);
    await press('Enter');
    await okoro.page.getByRole('button', { name: /^Remove/ }).waitFor();
  });

  it('saves the arrest on Continue', async () => {
    await type(/Arresting officer/, 'PC Ward');
    await type(/Place of arrest/, 'High Street');
    await type(/Why the arrest was necessary/, 'Prompt and effective investigation');
    await keepScreen(okoro.page, 'book-in-arrest');
    await press('Control+Enter');
    await page('When did they arrive?');
  });

  it('asks when the van entered the yard, and takes no empty answer for it', async () => {
    await opensIn('When did the van enter the yard?: Time');
    await press('Control+Enter');
    await okoro.page.locator('.govuk-error-message').getByText('Enter when the van entered the yard. The clock starts there, not at the desk (s.41(2)(d)).').waitFor();
    await opensIn('When did the van enter the yard?: Time');
    await okoro.isSound();
    await press('F4');
    await okoro.page.getByText('22:16 Tue 16 Dec GMT, now').waitFor();
    await press('Control+Enter');
    await page('Who are they?');
    await okoro.page.getByText('The clock started 22:16 Tue 16 Dec GMT').waitFor();
    await okoro.page.getByText('(PACE s.41(2)(d))').waitFor();
  });

  it('says how long they have been here', async () => {
    const here = () => okoro.page.locator('.peel-step-head .peel-tag').innerText().then((t) => t.trim());
    await okoro.sees(here, 'Here 0 min');
    await okoro.clock('2025-12-16T22:41:00');
    await okoro.sees(here, 'Here 25 min');
    await okoro.sees(() => okoro.page.locator('.peel-step-head .peel-tag').getAttribute('class').then(String), 'peel-tag peel-tag--onTime');
  });

  it('knows the person, or registers them', async () => {
    await reach(/Register as a new person/, 'Shift+Tab');
    await press('Enter');
    await okoro.page.getByText('James Adeyemi registered.').waitFor();
    await okoro.isSound();
    await opensIn(': Name (optional)');
    await press('Control+Enter');
    await page('What must be known now? Ask in private.');
  });

  it('shows ambulance and nurse first on a red answer, and keeps when they were called', async () => {
    await opensIn('Unwell?: Yes');
    await press('2', 'Tab', '2', 'Tab', '2', 'Tab', '2', 'Tab', '2', 'Tab', '1');
    await okoro.page.getByText('Self-harm: ambulance or nurse first.').waitFor();
    await reach(/Nurse called now/, 'Shift+Tab');
    await press('Enter');
    await okoro.sees(() => okoro.page.getByLabel('What was said or seen').inputValue(), 'Nurse called 22:41.');
    await reach(/^Pregnant/);
    await press('2', 'Tab', '2', 'Tab', '2');
    await okoro.isSound();
    await keepScreen(okoro.page, 'book-in-now');
    await press('Control+Enter');
    await page('Is detention necessary?');
  });

  it('Alt+← looks at the step before, filled with what was recorded', async () => {
    await press('Alt+ArrowLeft');
    await okoro.page.getByText('Immediate needs: self harm').first().waitFor();
    const form = okoro.page.locator('peel-correct-entry');
    await form.getByText('Record immediate needs: correct what was wrong and say why.').waitFor();
    await okoro.sees(() => form.getByLabel('What was said or seen').inputValue(), 'Nurse called 22:41.');
    await okoro.isSound();
    await press('Alt+ArrowRight');
    await page('Is detention necessary?');
  });

  it('authorises at 22:41: review 1 by 04:41, the 24 hours from the yard', async () => {
    await reach(/^Detain, because it is necessary: To obtain evidence by questioning/);
    await press('Space');
    await type(/: Grounds/, 'To obtain evidence by questioning');
    await reach(/^Written in their presence/);
    await press('1');
    await okoro.page.getByRole('button', { name: 'Authorise detention at 22:41: James Adeyemi, Desk' }).waitFor();
    await keepScreen(okoro.page, 'book-in-decide');
    await okoro.isSound();
    await press('Control+Enter');
    await okoro.sees(() => okoro.page.locator('.govuk-notification-banner').innerText().then((t) => t.replace(/\s+/g, ' ').trim()), '✓ Detention authorised 22:41. Review 1 by 04:41 Wed 17 Dec GMT. 24 h limit 22:16 Wed 17 Dec GMT.');
  });

  it('goes on to rights, level and cell', async () => {
    await page('Their rights');
    await opensIn('Solicitor wanted?: Yes');
    await press('1', 'Tab', '2', 'Tab', '1', 'Control+Enter');
    await page('How often are they looked at?');
    await press('2');
    await type(/: Reason/, 'Self-harm');
    await press('Control+Enter');
    await page('Where do they go?');
    await okoro.page.keyboard.type('Cell 12');
    await press('Control+Enter');
    await okoro.page.getByText('Booked in.').waitFor();
    await okoro.isSound();
  });

  it('does not hold one person twice: open that record, or say why this is another', async () => {
    await okoro.goto('/book-in');
    await page('What were they arrested for?');
    await okoro.find('Offences', 'theft');
    await okoro.fill({ 'Name': 'James Adeyemi', 'Date of birth': '1991-05-01', 'Place of arrest': 'Mill Road', 'Arresting officer': 'PC Iqbal', 'Why the arrest was necessary': 'To prevent a further offence' });
    await okoro.submit();
    await page('When did they arrive?');
    await okoro.fill({ 'When did the van enter the yard?': 'F4' });
    await okoro.submit();
    await okoro.page.getByText('James Adeyemi has been in custody at Hale Road since 22:16 today.').waitFor();
    await okoro.isSound();
    await keepScreen(okoro.page, 'book-in-twice');
    await okoro.page.getByRole('button', { name: 'This is another person' }).click();
    await okoro.page.getByText('Say why this is another person, or open that record.').waitFor();
    await okoro.page.getByLabel('Why this is another person').fill('Another face, and the first is in cell 12');
    await okoro.page.getByRole('button', { name: 'This is another person' }).click();
    await okoro.page.getByText('James Adeyemi registered.').waitFor();
    await okoro.fill({ 'Gender': 'Male' });
    await okoro.submit();
    await page('What must be known now? Ask in private.');
    await okoro.goto(await okoro.recordBookedIn());
    await okoro.page.getByText('Not the person of that name already held: Another face, and the first is in cell 12').first().waitFor();
  });

  it('marks who has waited long: ▲ from 30 minutes, ■! from 60, and not a minute before', async () => {
    await okoro.clock('2025-12-16T23:00:00');
    const id = await new CustodyWire(at.desk.url).record(arrested({ name: 'Lee Dunn' }, '2025-12-16T22:50'), inYard('2025-12-16T23:00'));
    await okoro.goto(`/book-in/${id}`);
    const tag = okoro.page.locator('.peel-step-head .peel-tag');
    const shown = async (): Promise<string> => `${(await tag.innerText()).replace(/\s+/g, ' ').trim()}, ${(await tag.getAttribute('class'))!.split('--')[1]}`;
    for (const [time, face] of [['2025-12-16T23:29:59', 'Here 29 min, onTime'], ['2025-12-16T23:30:00', '▲ Here 30 min, due'], ['2025-12-16T23:59:59', '▲ Here 59 min, due'], ['2025-12-17T00:00:00', '■! Here 1 h 00 min, overdue']] as const) {
      await okoro.clock(time);
      await okoro.sees(shown, face);
    }
    await okoro.isSound();
    await keepScreen(okoro.page, 'book-in-waited-long');
  });
});
