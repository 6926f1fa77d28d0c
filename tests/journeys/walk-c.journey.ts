import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { INVESTIGATION_TEAM } from '#domain/force/personas';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { Walker, type Answers } from '../support/walker.ts';

/** screens.md, walk C in the browser, with the training clock: every time and code as written there (GMT). */
describe('walk C: bail, breach, new evidence', function walkC() {
  let okoro: Walker;
  let record = '';
  const due = (title: string | RegExp, when: string, walker = okoro) => walker.sees(() => walker.deadline(title), when);
  const onRecord = async (walker: Walker) => { await walker.goto(record); await walker.page.getByRole('heading', { name: 'Acts' }).waitFor(); };
  const supposing = async (walker: Walker, act: string, answers: Answers): Promise<string> => {
    const panel = walker.page.locator('peel-what-if');
    if (!(await panel.isVisible())) await walker.page.getByText('What if? (f)').click();
    await panel.getByLabel('What if', { exact: true }).selectOption({ label: act });
    await walker.fill(answers, panel.locator('peel-act-form'));
    await panel.getByRole('button', { name: 'What if' }).click();
    await panel.getByText('NOT SAVED').waitFor();
    const said = await panel.getByRole('status').innerText();
    await panel.getByRole('button', { name: 'Clear' }).click();
    return said;
  };
  const used = (walker = okoro) => walker.page.locator('section[aria-labelledby=clock] [data-used]').innerText();
  const takeOver = async (name: string, handover: string): Promise<Walker> => {
    const walker = await at.signIn(name);
    await walker.goto('/roster');
    await walker.page.getByRole('button', { name: 'Take over as custody officer' }).click();
    await walker.fill({ 'What was handed over': handover });
    await walker.submit();
    await walker.page.getByText('Recorded.').waitFor();
    return walker;
  };
  const GROUNDS = { 'Detain': ['To obtain evidence by questioning'], 'Grounds': 'To obtain evidence by questioning', 'Written in their presence': true };
  const REVIEW = { 'Representations': 'Offered to the detainee and the solicitor: none', 'Reminded of the right': true, 'Decision': 'Detention is to continue', 'Grounds': 'Detention is still necessary' };
  const ARREST = { 'Place of arrest': 'Hale Road police station', 'Arresting officer': 'PC Ward', 'Why the arrest was necessary': 'Prompt and effective investigation' };
  const NEEDS = { 'Unwell?': false, 'Injured?': false, 'Been drinking?': false, 'Taken drugs?': false, 'Swallowed anything?': false, 'Self-harm, now or before?': false, 'Pregnant?': false, 'Concern for consciousness?': false, 'May be vulnerable?': false };
  const bail = (to: string) => ({ 'To return at': to, 'Why bail is necessary': 'To return after inquiries' });

  const at = atDesk(this, '2026-11-02T09:00', async () => {
    okoro = await at.signIn('Ada Okoro');
  });

  it('1 attended voluntarily at 09:30, arrested at the station at 10:00: relevant time 10:00', async () => {
    await okoro.clock('2026-11-02T10:00:00');
    await okoro.goto('/book-in');
    await okoro.find('Offences', 'burglary');
    await okoro.fill({ 'Name': 'James Adeyemi', 'Date of birth': '1991-05-01', 'Gender': 'Male', ...ARREST, 'Arrested at the police station?': true, 'Came voluntarily at': '2026-11-02T09:30' });
    await okoro.submit();
    await okoro.page.getByText('The clock started 10:00 Mon 2 Nov GMT').waitFor();
    record = await okoro.recordBookedIn();
    await okoro.page.getByRole('button', { name: 'Is this person known?' }).click();
    await okoro.page.getByRole('button', { name: 'Register as a new person' }).click();
    await okoro.page.getByText('James Adeyemi registered.').waitFor();
    await okoro.submit();
    await okoro.fill(NEEDS);
    await okoro.submit();
    await okoro.page.getByText('5 Decide').waitFor();
    await onRecord(okoro);
    await due('24 h limit', '10:00 Tue 3 Nov GMT');
    await okoro.act('Set officer in the case', { 'Investigation team': INVESTIGATION_TEAM.name, 'Officer in the case': 'DC Cole' });
  });

  it('2 a sergeant of the team is refused; another authorises at 10:25: review 16:25', async () => {
    const lim = await takeOver('Grace Lim', 'One waiting');
    await onRecord(lim);
    await lim.attempt('Authorise detention', GROUNDS);
    assert.deepEqual(await lim.refusedWith(), ['CONFLICT_OF_ROLE']);
    await lim.end();
    await okoro.clock('2026-11-02T10:25:00');
    await (await takeOver('Ada Okoro', 'One waiting')).end();
    await onRecord(okoro);
    await okoro.act('Authorise detention', GROUNDS);
    await due('Review 1', '16:25 Mon 2 Nov GMT');
  });

  it('3 review by the team’s inspector and by a sergeant refused; by a sergeant acting 14:00 to 22:00, at 16:10: next 01:10', async () => {
    await okoro.clock('2026-11-02T13:30:00');
    const fox = await at.signIn('Lena Fox');
    await fox.goto('/officers');
    await fox.find('Find an officer by name', 'Marcus Hale');
    await fox.page.getByRole('button', { name: 'Give acting rank' }).click();
    await fox.find('Authority given by', 'Peter Clarke');
    await fox.fill({ 'Rank to exercise': 'Inspector (a sergeant)', 'From': '2026-11-02T14:00', 'To': '2026-11-02T22:00', 'Reason': 'Absence of the custody inspector' });
    await fox.isSound();
    await keepScreen(fox.page, 'officers');
    await fox.submit();
    await fox.page.getByRole('row').filter({ hasText: 'Supt Clarke (superintendent)' }).getByText(/14:00 Mon 2 Nov GMT\s*until 22:00 Mon 2 Nov GMT/).waitFor();
    await fox.end();
    await okoro.clock('2026-11-02T16:10:00');
    const shah = await at.signIn('Imran Shah');
    await onRecord(shah);
    await shah.attempt('Record review', REVIEW);
    assert.deepEqual(await shah.refusedWith(), ['CONFLICT_OF_ROLE']);
    await shah.end();
    await onRecord(okoro);
    await okoro.attempt('Record review', REVIEW);
    assert.deepEqual(await okoro.refusedWith(), ['RANK_TOO_LOW']);
    const hale = await at.signIn('Marcus Hale');
    await onRecord(hale);
    await hale.act('Record review', REVIEW);
    await due('Review 2', '01:10 Tue 3 Nov GMT', hale);
    await hale.end();
  });

  it('4 bailed at 18:40 with 8 h 40 used', async () => {
    await okoro.clock('2026-11-02T18:40:00');
    await onRecord(okoro);
    await okoro.act('Release on bail', bail('2026-11-12T10:00'));
    await okoro.page.getByText('❚❚ PAUSED On bail').waitFor();
    await okoro.sees(used, 'used 8 h 40 min of 24 h 00, 15 h 20 min left');
  });

  it('5 what-if at 09:40 shows both readings; back at 10:00: limit 01:20; bailed at 13:00 with 11 h 40 used', async () => {
    await okoro.clock('2026-11-12T09:40:00');
    await onRecord(okoro);
    const said = await supposing(okoro, 'Answer bail', { 'Station': 'Hale Road' });
    assert.match(said, /24 h limit: .*01:00 Fri 13 Nov GMT/);
    assert.match(said, /01:20 Fri 13 Nov GMT/);
    await okoro.clock('2026-11-12T10:00:00');
    await onRecord(okoro);
    await okoro.act('Answer bail', { 'Station': 'Hale Road' });
    await okoro.clock('2026-11-12T10:10:00');
    await okoro.act('Authorise detention', GROUNDS);
    await due('24 h limit', '01:20 Fri 13 Nov GMT');
    await okoro.page.getByText('episode 2').waitFor();
    await okoro.clock('2026-11-12T13:00:00');
    await onRecord(okoro);
    await okoro.act('Release on bail', bail('2026-11-18T10:00'));
    await okoro.sees(used, 'used 11 h 40 min of 24 h 00, 12 h 20 min left');
  });

  it('6 s.46A at the front counter at 22:15: not counting until 01:15; limits; authorised 22:30, reviewed 04:25', async () => {
    await okoro.clock('2026-11-18T22:15:00');
    await onRecord(okoro);
    await okoro.act('Record arrest under s.46A', { 'Ground': 'Failed to answer bail', 'Arrested at a police station?': true, 'Station': 'Hale Road', 'Arresting officer': 'PC Ward' });
    await okoro.page.getByText('not counting until 01:15').waitFor();
    await due('24 h limit', '13:35 Thu 19 Nov GMT');
    await due('36 h limit', '01:35 Fri 20 Nov GMT');
    await due('96 h limit', '13:35 Sun 22 Nov GMT');
    await okoro.clock('2026-11-18T22:30:00');
    await okoro.act('Authorise detention', GROUNDS);
    await due(/^Review/, '04:30 Thu 19 Nov GMT');
    await okoro.clock('2026-11-19T04:25:00');
    const rao = await at.signIn('Sunita Rao');
    await onRecord(rao);
    await rao.act('Record review', REVIEW);
    await due(/^Review/, '13:25 Thu 19 Nov GMT', rao);
    await rao.end();
  });

  it('7 released without bail at 13:20 with 23 h 45 used', async () => {
    await okoro.clock('2026-11-19T13:20:00');
    await onRecord(okoro);
    await okoro.sees(used, 'used 23 h 45 min of 24 h 00, 15 min left');
    await okoro.act('Release', { 'Release': 'Under investigation', 'Pre-release risk assessment done?': true, 'Reasons and arrangements': 'Home by bus' });
  });

  it('8 arrested 06:40 and in the yard 07:20 on the same evidence: REARREST_NO_NEW_EVIDENCE', async () => {
    await okoro.clock('2026-11-21T06:40:00');
    await okoro.goto('/book-in');
    await okoro.find('Offences', 'burglary');
    await okoro.fill({ 'Name': 'James Adeyemi', 'Date of birth': '1991-05-01', 'Gender': 'Male', ...ARREST });
    await okoro.submit();
    await okoro.page.getByText('How the yard time is known').waitFor();
    await okoro.clock('2026-11-21T07:20:00');
    await okoro.fill({ 'When did the van enter the yard?': 'F4' });
    await okoro.submit();
    await okoro.page.getByRole('button', { name: 'Is this person known?' }).click();
    await okoro.page.getByRole('button', { name: 'This is the person' }).click();
    await okoro.page.getByText('James Adeyemi confirmed.').waitFor();
    await okoro.submit();
    assert.deepEqual(await okoro.refusedWith(), ['REARREST_NO_NEW_EVIDENCE']);
    await keepScreen(okoro.page, 'rearrest-refused');
  });

  it('9 on new evidence the clock is a fresh one from 07:20; authorised at 07:45: review 13:45', async () => {
    await okoro.clock('2026-11-21T07:45:00');
    await okoro.goto('/book-in');
    await okoro.page.getByRole('button', { name: 'Record an arrest on new evidence' }).click();
    const known = okoro.page.locator('peel-known-people');
    await known.getByLabel('Name').fill('James Adeyemi');
    await known.getByLabel('Date of birth').fill('1991-05-01');
    await known.getByRole('button', { name: 'Is this person known?' }).click();
    await known.getByRole('button', { name: 'This is the person' }).click();
    await okoro.find('Offences', 'burglary');
    const answers = { 'When were they arrested?': '2026-11-21T06:40', 'Name': 'James Adeyemi', 'Date of birth': '1991-05-01', 'Gender': 'Male', ...ARREST };
    await okoro.fill(answers);
    await okoro.submit();
    assert.deepEqual(await okoro.refusedWith(), ['REARREST_NO_NEW_EVIDENCE']);
    await okoro.fill({ 'What the new evidence is': 'DNA match', 'When it came to light': '20 November', 'Why it could not reasonably': 'The laboratory reported on the 20th' });
    await okoro.submit();
    await okoro.page.getByText('How the yard time is known').waitFor();
    await okoro.fill({ 'When did the van enter the yard?': '2026-11-21T07:20' });
    await okoro.submit();
    await okoro.page.getByText('The clock started 07:20 Sat 21 Nov GMT').waitFor();
    record = await okoro.recordBookedIn();
    await onRecord(okoro);
    await due('24 h limit', '07:20 Sun 22 Nov GMT');
    await okoro.act('Authorise detention', GROUNDS);
    await due('Review 1', '13:45 Sat 21 Nov GMT');
  });
});
