import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { Walker } from '../support/walker.ts';

/** screens.md, walk A in the browser, with the training clock: every time and code as written there (GMT). */
describe('walk A: van queue to extension', function walkA() {
  let okoro: Walker;
  let rao: Walker;
  let clarke: Walker;
  let record = '';
  const due = (title: string | RegExp, when: string, walker = okoro) => walker.sees(() => walker.deadline(title), when);
  const onRecord = async (walker: Walker) => { await walker.goto(record); await walker.page.getByRole('heading', { name: 'Acts' }).waitFor(); };
  const REVIEW = { 'Representations': 'Offered to the detainee and the solicitor: none', 'Reminded of the right': true, 'Decision': 'Detention is to continue', 'Grounds': 'Detention is still necessary' };
  const EXTENSION = { 'Necessary to secure': true, 'Investigation diligent': true, 'Detainee (awake) or solicitor given the chance': true, 'Grounds': 'Forensic results expected' };

  /** The bells that ring for the custody sergeant now, by when they rang. */
  const bells = async (): Promise<string> => {
    const { alarms } = (await (await okoro.page.request.get('/api/work/alarms')).json()) as { alarms: { kind: string; title: string; at: string; late: boolean }[] };
    return alarms.filter((a) => a.kind === 'warning' && a.title.startsWith('Charge, release')).map((a) => `${a.at.slice(11, 16)}${a.late ? ' late' : ''} ${a.title}`).join();
  };

  const at = atDesk(this, '2026-11-17T20:45', async () => {
    okoro = await at.signIn('Ada Okoro');
  });

  it('an empty desk says so', async () => {
    await okoro.page.getByText('Nobody is held here.').waitFor();
    await okoro.isSound();
  });

  it('1 arrest 20:52 and yard 21:30: the clock starts in the yard; ▲ in the van queue at 22:00', async () => {
    await okoro.clock('2026-11-17T20:52:00');
    await okoro.page.getByRole('link', { name: 'Book in (n)' }).click();
    await okoro.find('Offences', 'burglary');
    await okoro.fill({ 'Name': 'James Adeyemi', 'Date of birth': '1991-05-01', 'Gender': 'Male', 'Place of arrest': 'High Street', 'Arresting officer': 'PC Ward', 'Why the arrest was necessary': 'Prompt and effective investigation' });
    await okoro.isSound();
    await keepScreen(okoro.page, 'book-in');
    await okoro.submit();
    await okoro.page.getByText('How the yard time is known').waitFor();
    await okoro.clock('2026-11-17T21:30:00');
    await okoro.submit();
    await okoro.page.getByText('Enter when the van entered the yard. The clock starts there, not at the desk (s.41(2)(d)).').first().waitFor();
    await okoro.fill({ 'When did the van enter the yard?': 'F4' });
    await okoro.submit();
    await okoro.page.getByText('The clock started 21:30 Tue 17 Nov GMT').waitFor();
    record = await okoro.recordBookedIn();
    await okoro.clock('2026-11-17T21:59:59');
    await okoro.goto('/whiteboard');
    await okoro.sees(() => okoro.page.locator('section[aria-label="Waiting to book in"] .peel-tag').innerText().then((t) => t.replace(/\s+/g, ' ').trim()), 'ADEYEMI, James 29 min here PC Ward');
    await okoro.clock('2026-11-17T22:00:00');
    await okoro.page.locator('section[aria-label="Waiting to book in"]').getByText('▲').waitFor();
    await keepScreen(okoro.page, 'whiteboard-waiting');
    await onRecord(okoro);
    await due('24 h limit', '21:30 Wed 18 Nov GMT');
    await due('36 h limit', '09:30 Thu 19 Nov GMT');
    await due('96 h limit', '21:30 Sat 21 Nov GMT');
  });

  it('2 booked in at 22:18, authorised at 22:20: review 1 by 04:20', async () => {
    await okoro.clock('2026-11-17T22:18:00');
    await okoro.goto(record.replace('custody-record', 'book-in'));
    await okoro.submit();
    await okoro.fill({ 'Unwell?': false, 'Injured?': false, 'Been drinking?': true, 'Taken drugs?': false, 'Swallowed anything?': false, 'Self-harm, now or before?': false, 'Pregnant?': false, 'Concern for consciousness?': false, 'May be vulnerable?': false });
    await okoro.submit();
    await okoro.clock('2026-11-17T22:20:00');
    await okoro.fill({ 'Detain': ['To obtain evidence by questioning'], 'Grounds': 'To obtain evidence by questioning', 'Written in their presence': true });
    await okoro.submit();
    await okoro.page.getByText('✓ Detention authorised 22:20.').waitFor();
    assert.match(await okoro.page.getByText('✓ Detention authorised 22:20.').innerText(), /Review 1 by 04:20 Wed 18 Nov GMT\. +24 h limit 21:30 Wed 18 Nov GMT\./);
  });

  it('3 level 1 after drink is refused; visits every half hour with rousing', async () => {
    await onRecord(okoro);
    await okoro.attempt('Set observation level', { 'Level': 'Level 1: general, at least hourly', 'Reason': 'Calm' });
    assert.deepEqual(await okoro.refusedWith(), ['LEVEL_TOO_LOW']);
    await okoro.cancel();
    await okoro.act('Set observation level', { 'Level': 'Level 2: intermittent, at least every 30 minutes', 'Reason': 'Drink' });
    await okoro.clock('2026-11-17T22:30:00');
    const bell = await at.signIn('Joan Bell');
    await onRecord(bell);
    await bell.attempt('Record visit', { 'What was seen': 'Steady' });
    assert.deepEqual(await bell.refusedWith(), ['ROUSING_REQUIRED']);
    await bell.fill({ 'Roused?': true });
    await bell.submit();
    await bell.page.getByText('Record visit: recorded.').waitFor();
    await due('Visit and rouse', '23:00 Tue 17 Nov GMT', bell);
    await bell.end();
  });

  it('4 an early review at 01:40 pulls the next forward to 10:40', async () => {
    await okoro.clock('2026-11-18T01:40:00');
    rao = await at.signIn('Sunita Rao');
    await onRecord(rao);
    await rao.act('Record review', { ...REVIEW, 'Asleep at the time?': true });
    await due('Review 2', '10:40 Wed 18 Nov GMT', rao);
  });

  it('5 an arrest for theft at 03:00 leaves the limits unmoved', async () => {
    await okoro.clock('2026-11-18T03:00:00');
    await onRecord(okoro);
    await okoro.open('Arrest for a further offence');
    await okoro.find('Offences', 'theft');
    await okoro.fill({ 'Arresting officer': 'PC Ward', 'Why the arrest was necessary': 'To question about the shop' });
    await okoro.submit();
    await okoro.page.getByText('Arrest for a further offence: recorded.').waitFor();
    await due('24 h limit', '21:30 Wed 18 Nov GMT');
  });

  it('6 a chief inspector of other stations is refused with four codes, and the form keeps what was typed', async () => {
    clarke = await at.signIn('Peter Clarke');
    await okoro.clock('2026-11-18T09:00:00');
    const vance = await at.signIn('Ruth Vance');
    await onRecord(vance);
    assert.match(await vance.page.locator('section[aria-labelledby=acts]').innerText(), /Authorise extension: Opens after review 2; review 2 may be brought forward, latest 10:40 Wed 18 Nov GMT\. PACE s\.42\(4\)\(b\)/);
    await vance.goto(`${record}?act=authorise-extension`);
    await vance.fill({ 'Authorise detention to': '2026-11-19T07:30', ...EXTENSION, 'Detainee (awake) or solicitor given the chance': false });
    await vance.submit();
    assert.deepEqual(await vance.refusedWith(), ['BEFORE_SECOND_REVIEW', 'NOT_RESPONSIBLE_FOR_STATION', 'NO_REPRESENTATIONS_OPPORTUNITY', 'RANK_TOO_LOW']);
    assert.equal(await vance.page.getByLabel('Grounds', { exact: true }).inputValue(), 'Forensic results expected');
    await vance.isSound();
    await keepScreen(vance.page, 'refused');
    await vance.end();
  });

  it('8 the bell of half time rings at 09:30, not before', async () => {
    await okoro.clock('2026-11-18T09:29:59');
    assert.equal(await bells(), '');
    await okoro.clock('2026-11-18T09:30:00');
    await okoro.sees(bells, '09:30 Charge, release or extend by 21:30');
  });

  it('7 review at 10:30, then to the investigator for interview and back with a report', async () => {
    await okoro.clock('2026-11-18T10:30:00');
    await onRecord(rao);
    await rao.act('Record review', REVIEW);
    await due('Review 3', '19:30 Wed 18 Nov GMT', rao);
    await okoro.clock('2026-11-18T13:00:00');
    await onRecord(okoro);
    await okoro.act('Hand to investigator', { 'Investigator': 'DC Lim', 'Purpose': 'Interview' });
    await okoro.clock('2026-11-18T13:50:00');
    await okoro.attempt('Return from investigator');
    assert.deepEqual(await okoro.refusedWith(), ['REPORT_REQUIRED']);
    await okoro.fill({ 'Report': 'Code C complied with; breaks offered' });
    await okoro.submit();
    await okoro.page.getByText('Return from investigator: recorded.').waitFor();
  });

  it('8 bells at 15:30 and 18:30; the third review falls at 19:10; what-if at 21:30:00 allowed, a second later AFTER_24H', async () => {
    await okoro.clock('2026-11-18T15:29:59');
    await okoro.sees(bells, '09:30 Charge, release or extend by 21:30');
    await okoro.clock('2026-11-18T15:30:00');
    await okoro.sees(bells, '15:30 Charge, release or extend by 21:30');
    await okoro.page.locator('.peel-bells summary').filter({ hasText: 'rang 15:30' }).waitFor();
    await okoro.clock('2026-11-18T18:30:00');
    await okoro.sees(bells, '18:30 Charge, release or extend by 21:30');
    await okoro.clock('2026-11-18T19:10:00');
    await onRecord(rao);
    await rao.act('Record review', REVIEW);
    await due('Review 4', '04:10 Thu 19 Nov GMT', rao);
    await onRecord(clarke);
    const supposed = clarke.page.locator('peel-what-if');
    await clarke.page.keyboard.press('f');
    for (const [at, words] of [['2026-11-18T21:30:00', /24 h limit|Charge, release or extend by: 21:30 Wed 18 Nov GMT → 07:30 Thu 19 Nov GMT/], ['2026-11-18T21:30:01', /AFTER_24H/]] as const) {
      await supposed.getByLabel('What if', { exact: true }).selectOption({ label: 'Authorise extension' });
      await clarke.fill({ 'When did it happen?': at, 'Authorise detention to': '2026-11-19T07:30', ...EXTENSION }, supposed.locator('peel-act-form'));
      await supposed.getByRole('button', { name: 'What if' }).click();
      await supposed.getByText('NOT SAVED').waitFor();
      assert.match(await supposed.getByRole('status').innerText(), words);
      if (at.endsWith(':00')) { await supposed.scrollIntoViewIfNeeded(); await keepScreen(clarke.page, 'what-if'); }
      await supposed.getByRole('button', { name: 'Clear' }).click();
    }
  });

  it('9 extended at the station at 20:10 to 07:30; review at 03:55', async () => {
    await okoro.clock('2026-11-18T20:10:00');
    await onRecord(clarke);
    await clarke.act('Authorise extension', { 'Authorise detention to': '2026-11-19T07:30', ...EXTENSION });
    await clarke.page.getByText('Charge, release or extend by 07:30 Thu 19 Nov GMT').waitFor();
    await keepScreen(clarke.page, 'custody-record');
    await clarke.isSound();
    await okoro.sees(bells, '');
    await okoro.clock('2026-11-18T20:30:01');
    await okoro.page.waitForTimeout(3_000); // long enough for a bell to ring that must not
    assert.equal(await bells(), '');
    await okoro.clock('2026-11-19T03:29:59');
    assert.equal(await bells(), '');
    await okoro.clock('2026-11-19T03:30:00');
    await okoro.sees(bells, '03:30 Charge, release or extend by 07:30');
    await okoro.clock('2026-11-19T03:55:00');
    await onRecord(rao);
    await rao.act('Record review', REVIEW);
    await due('Review 5', '12:55 Thu 19 Nov GMT', rao);
  });

  it('10 a second authority at 06:45 to 09:30; charged at 08:50 the review is the custody officer’s', async () => {
    await okoro.clock('2026-11-19T04:30:00');
    await okoro.sees(bells, '04:30 Charge, release or extend by 07:30');
    await okoro.clock('2026-11-19T06:30:00');
    await okoro.sees(bells, '06:30 Charge, release or extend by 07:30');
    await okoro.clock('2026-11-19T06:45:00');
    await onRecord(clarke);
    await clarke.act('Authorise extension', { 'Authorise detention to': '2026-11-19T09:30', ...EXTENSION });
    await clarke.page.getByText('Charge, release or extend by 09:30 Thu 19 Nov GMT').waitFor();
    await okoro.clock('2026-11-19T08:30:00');
    await okoro.sees(bells, '08:30 Charge, release or extend by 09:30');
    await okoro.clock('2026-11-19T08:50:00');
    await onRecord(okoro);
    await okoro.act('Charge', {});
    await due('Review 5', '12:55 Thu 19 Nov GMT');
    await okoro.clock('2026-11-19T12:50:00');
    await onRecord(rao);
    await rao.attempt('Record review', REVIEW);
    assert.deepEqual(await rao.refusedWith(), ['NOT_CUSTODY_OFFICER']);
    await onRecord(okoro);
    await okoro.act('Record review', REVIEW);
  });
});
