import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { arrested, asked, authorised, CustodyWire, inCell, inYard, onLevel, toldRights, visitedBy } from '../support/custody-wire.ts';
import { until } from '../support/until.ts';
import { Walker } from '../support/walker.ts';

const DAY = (time: string): string => `2026-01-12T${time}`;
/** Longer than an acknowledgement silences (two minutes of wall time). */
const REPEATED_WITHIN = 180_000;
const ALARM = /^■! REVIEW OVERDUE 6 min · Cell 12 ADEYEMI · Unlawful since 14:20 · Told /;

/** The custody record of screens.md, and the alarm that no reload and no sign-out silences. */
describe('the custody record and its alarm', function custodyRecord() {
  let okoro: Walker;
  let rao: Walker;
  let clarke: Walker;
  let wire: CustodyWire;
  let id = '';
  let path = '';

  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const alarm = (walker: Walker) => walker.page.locator('peel-alarm-line').filter({ hasText: 'ADEYEMI' }).filter({ hasText: 'REVIEW OVERDUE' });
  const alarmWords = async (walker: Walker) => plain(await alarm(walker).locator('.peel-alarm-words').innerText());
  const acknowledge = (walker: Walker) => alarm(walker).getByRole('button', { name: 'Acknowledge' }).click();
  /** The line stays, with the word and without its button. */
  const silenced = async (walker: Walker): Promise<string> => String((await alarm(walker).getByText('Acknowledged, sounds again').count()) === 1 && (await alarm(walker).getByRole('button').count()) === 0);
  const themes = (walker = okoro) => walker.page.getByRole('group', { name: 'Show' });
  const entries = () => okoro.page.locator('.peel-events tbody tr td:first-child').allInnerTexts().then((all) => all.map((t) => plain(t).split(/ (PS|DDO|Insp) /)[0]!));
  /** How many tones this browser has been asked for since it was opened. */
  const tones = (walker: Walker) => walker.page.evaluate<number>('globalThis.tones ?? 0');
  const countTones = (walker: Walker) => walker.page.addInitScript('{ const start = OscillatorNode.prototype.start; globalThis.tones = 0; OscillatorNode.prototype.start = function (...at) { globalThis.tones += 1; return start.apply(this, at); }; }');

  const at = atDesk(this, DAY('07:00'), async () => {
    [okoro, rao, clarke] = [await at.signIn('Ada Okoro'), await at.signIn('Sunita Rao'), await at.signIn('Peter Clarke')];
    for (const walker of [okoro, rao, clarke]) await countTones(walker);
    wire = new CustodyWire(at.desk.url);
    await okoro.clock(DAY('09:00:00'));
    id = await wire.record(arrested({ name: 'James Adeyemi' }, DAY('07:40')), inYard(DAY('08:00')), asked(DAY('08:05'), { selfHarm: true }), authorised(DAY('08:20')), toldRights(DAY('08:25')), inCell('Cell 12', DAY('08:30')), onLevel(1, DAY('08:35')));
    path = `/custody-record/${id}`;
  });

  it('says who it is, how long is left, why, and what to do next', async () => {
    await okoro.goto(path);
    const bar = plain(await okoro.page.locator('peel-identity-bar').innerText());
    assert.match(bar, /^JA ADEYEMI, James 34 · Cell 12 · HR\/26\/\d+ ⚠ Self-harm Pre-charge, Burglary.* \(indictable\) Custody officer PS Okoro · Hale Road, DC Cole$/);
    await okoro.page.getByText('23 h 00 min left', { exact: true }).waitFor();
    await okoro.page.getByText('Charge, release or extend by 08:00 Tue 13 Jan GMT').waitFor();
    assert.match(plain(await okoro.page.locator('peel-why').first().innerText()), /^Started 08:00 Mon 12 Jan GMT .*Stops: none.*08:00 \+ 24 h 00 \+ 0 min stopped = 08:00 Tue 13 Jan GMT/);
    await okoro.page.keyboard.press('w');
    await okoro.sees(() => okoro.page.locator('peel-why').first().isVisible().then(String), 'false');
    await okoro.page.keyboard.press('w');
    assert.deepEqual((await okoro.page.locator('.peel-do-next > li').allInnerTexts()).map(plain), ['Visit by 09:35 Detention officer Record visit v', 'Review 1 by 14:20 Custody inspector Record review r']);
    await okoro.isSound();
  });

  it('folds the other acts, says when the closed ones open and why, and keeps the seldom ones last', async () => {
    const acts = okoro.page.locator('section[aria-labelledby=acts]');
    const opens = 'Authorise extension: Opens after review 2; review 1 may be brought forward, latest 14:20 Mon 12 Jan GMT';
    assert.match(plain(await acts.innerText()), /Other acts Release, Charge, Release on bail, .*Authorise extension: Opens after review 2/);
    assert.equal(await acts.getByRole('button', { name: 'Release', exact: true }).isVisible(), false);
    await okoro.page.keyboard.press('x');
    await okoro.page.getByRole('status').filter({ hasText: opens.split(';')[0]! }).waitFor();
    await acts.getByRole('button', { name: 'Other acts' }).click();
    await acts.getByRole('heading', { name: 'Decisions' }).waitFor();
    const headings = await acts.getByRole('heading', { level: 3 }).allInnerTexts();
    assert.deepEqual([headings[0], headings.at(-1)], ['Decisions', 'Seldom needed at this stage']);
    assert.match(await acts.locator('#other-acts ul').last().innerText(), /Apply for a warrant/);
    await okoro.isSound();
    await acts.getByRole('button', { name: 'Other acts' }).click();
  });

  it('a form opened from far down the page begins below the bar that names the person', async () => {
    for (const width of [1280, 360]) {
      await okoro.page.setViewportSize({ width, height: 800 });
      await okoro.page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await okoro.page.keyboard.press('v');
      await okoro.sees(() => okoro.formInSight(), 'true');
      await okoro.cancel();
    }
    await okoro.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('what if: hospital moves the limits, and nothing is saved', async () => {
    await okoro.page.keyboard.press('f');
    const supposed = okoro.page.locator('peel-what-if');
    await supposed.getByLabel('What if', { exact: true }).selectOption({ label: 'Leave for hospital' });
    await okoro.fill({ 'When did it happen?': DAY('09:00'), 'Purpose': 'Treatment: the clock pauses', 'Hospital': 'St Mark’s', 'Reason': 'Chest pain', 'Escorting officers': 'PC Ahmed' }, supposed.locator('peel-act-form'));
    await supposed.getByRole('button', { name: 'What if' }).click();
    await supposed.getByText('NOT SAVED').waitFor();
    assert.match(plain(await supposed.getByRole('status').innerText()), /24 h limit: 08:00 Tue 13 Jan GMT → paused or none/);
    await supposed.getByRole('button', { name: 'Clear' }).click();
    await okoro.page.keyboard.press('f');
    await okoro.page.reload();
    await okoro.page.getByText('Charge, release or extend by 08:00 Tue 13 Jan GMT').waitFor();
  });

  it('the timeline is filtered, newest first, with when it happened and when it was entered; the old value on demand', async () => {
    const authorisedShown = () => entries().then((all) => `${all.length > 0} ${all.some((e) => /authorised/i.test(e))}`);
    const happened = () => okoro.page.locator('.peel-events td[data-label=Happened]').allInnerTexts().then((all) => `${all[0]}, ${all.at(-1)}`);
    await themes().getByRole('button', { name: 'Care' }).click();
    await okoro.sees(authorisedShown, 'true false');
    await themes().getByRole('button', { name: 'Legal' }).click();
    await okoro.sees(authorisedShown, 'true true');
    await themes().getByRole('button', { name: 'All' }).click();
    await okoro.sees(happened, '08:35 Mon 12 Jan GMT, 07:40 Mon 12 Jan GMT');
    assert.equal(await okoro.page.locator('.peel-events td[data-label=Entered]').first().innerText().then((t) => plain(t).slice(0, 5)), '09:00');
    await wire.act('Ada Okoro', `/api/custody/custody-record/${id}/correct-entry`, { seenVersion: 7, body: { entry: '7.0', becomes: { at: DAY('08:40'), body: {} }, reason: 'The clock on the wall was wrong' } });
    await okoro.page.getByText('corrected by PS Okoro: The clock on the wall was wrong').waitFor();
    assert.equal(await okoro.page.locator('.peel-old').isVisible(), false);
    await okoro.page.getByText('show old').click();
    assert.match(await okoro.page.locator('.peel-old').innerText(), /08:35 Mon 12 Jan GMT$/);
    await okoro.isSound();
  });

  it('what another officer records appears, says so, and leaves what is being typed', async () => {
    await okoro.page.keyboard.press('v');
    await okoro.fill({ 'What was seen': 'Sitting up, talking' });
    await wire.goOn(id, 8, visitedBy('Joan Bell', DAY('09:00:00')));
    await okoro.page.getByText(/Bell recorded at 09:00: .*That was while you were typing\. Your entry is kept below\. Check it, then save again\./).waitFor();
    assert.equal(await okoro.page.getByLabel('What was seen').inputValue(), 'Sitting up, talking');
    await keepScreen(okoro.page, 'custody-record-meanwhile');
    await okoro.isSound();
    await okoro.cancel();
  });

  it('a missed review: unlawful on the record and on the bar of all three posts, with sound', async function missed() {
    this.timeout(90_000);
    for (const walker of [okoro, rao, clarke]) await walker.goto(path);
    await okoro.page.locator('h1').click(); // a browser rings only once it has been touched
    await wire.goOn(id, 9, visitedBy('Marcus Hale', DAY('09:00:00')));
    await okoro.clock(DAY('14:20:00'));
    await okoro.sees(() => okoro.page.locator('.peel-unlawful').count().then(String), '0');
    await okoro.clock(DAY('14:26:00'));
    await okoro.sees(() => okoro.page.locator('.peel-unlawful').innerText().then(plain), '■! Detention unlawful since 14:20: review 1 not done');
    for (const walker of [okoro, rao, clarke]) { await alarm(walker).waitFor({ timeout: 20_000 }); assert.match(await alarmWords(walker), ALARM); }
    for (const name of ['PS Okoro', 'Insp Rao', 'Supt Clarke']) assert.ok((await alarmWords(okoro)).includes(name), name);
    await okoro.page.waitForFunction('globalThis.tones > 0');
    assert.equal(plain(await okoro.page.locator('.peel-do-next > li').first().innerText()).replace(/^.*(■!)/, '$1'), '■! OVERDUE 6 min Review 1 by 14:20 Custody inspector Record review r');
    assert.equal(await alarm(okoro).getByRole('link', { name: 'Record review' }).getAttribute('href'), `${path}?act=conduct-review`);
    await keepScreen(okoro.page, 'custody-record-unlawful');
    await okoro.isSound();
    await okoro.page.emulateMedia({ media: 'print' }); // paper of the record tells its own alarm
    assert.equal(await alarm(okoro).isVisible(), true);
    await okoro.page.emulateMedia({ media: 'screen' });
  });

  it('each acknowledges by name, for themselves only; a reload and a new sign-in lose nothing', async function named() {
    this.timeout(120_000);
    await rao.page.reload();
    await alarm(rao).waitFor();
    await okoro.page.evaluate("globalThis.most = 0; new MutationObserver(() => { globalThis.most = Math.max(globalThis.most, document.querySelectorAll('.peel-alarm-line--silenced').length); }).observe(document.body, { subtree: true, childList: true, attributes: true });");
    await acknowledge(okoro);
    await okoro.sees(() => silenced(okoro), 'true');
    assert.equal(await okoro.page.evaluate('globalThis.most'), 1, 'only what was acknowledged is silenced, not for a moment any other');
    assert.match(await okoro.page.evaluate<string>('document.activeElement.textContent'), /^✓ Acknowledged, sounds again in [12] min/);
    await okoro.page.locator('peel-alarm-line').filter({ hasText: 'VISIT OVERDUE' }).getByRole('button', { name: 'Acknowledge' }).click();
    await okoro.page.reload();
    await okoro.page.locator('h1').first().waitFor();
    await rao.sees(async () => String(/PS Okoro ✓ 14:26/.test(await alarmWords(rao))), 'true');
    await okoro.sees(() => silenced(okoro), 'true');
    assert.match(await alarmWords(okoro), ALARM);
    await okoro.page.locator('h1').first().click();
    assert.equal(await tones(okoro), 0, 'lines that are silenced make no sound');
    await okoro.isSound();
    await keepScreen(okoro.page, 'alarm-bar-acknowledged');
    await rao.page.getByRole('button', { name: 'Sign out' }).click();
    await rao.end();
    rao = await at.signIn('Sunita Rao');
    await alarm(rao).waitFor();
    await keepScreen(rao.page, 'alarm-bar');
    await acknowledge(rao);
    await clarke.sees(async () => String(/PS Okoro ✓ 14:26/.test(await alarmWords(clarke)) && /Insp Rao ✓ 14:26/.test(await alarmWords(clarke))), 'true');
    await acknowledge(clarke);
    for (const walker of [rao, clarke]) await walker.sees(() => silenced(walker), 'true');
  });

  it('sounds again for each while the detention is unlawful, and ends only with the review; the breach stays', async function again() {
    this.timeout(REPEATED_WITHIN + 60_000);
    await okoro.page.locator('h1').first().click();
    await alarm(okoro).getByRole('button', { name: 'Acknowledge' }).waitFor({ timeout: REPEATED_WITHIN });
    await okoro.page.waitForFunction('globalThis.tones > 0');
    assert.ok((await tones(okoro)) > 0);
    await rao.goto(path);
    await rao.act('Record review', { 'Representations': 'Offered to the detainee and the solicitor: none', 'Reminded of the right': true, 'Decision': 'Detention is to continue', 'Grounds': 'Detention is still necessary' });
    for (const walker of [okoro, rao, clarke]) await walker.sees(() => alarm(walker).count().then(String), '0');
    await okoro.goto(path);
    await okoro.page.getByText('✓ DONE LATE by 6 min').first().waitFor();
    await okoro.sees(() => okoro.page.locator('.peel-unlawful').count().then(String), '0');
    await keepScreen(okoro.page, 'custody-record-done-late');
    await okoro.isSound();
  });

  it('prints without the form that stands open, and at 360 px nothing scrolls sideways', async () => {
    await okoro.open('Record visit');
    await okoro.page.locator('peel-act-form').waitFor();
    await okoro.page.emulateMedia({ media: 'print' });
    await okoro.page.getByText('Printed 14:26:00 GMT Mon 12 Jan by PS Okoro').waitFor();
    assert.deepEqual([await okoro.page.getByRole('button', { name: 'Record visit' }).isVisible(), await okoro.page.locator('.peel-events').isVisible(), await okoro.page.locator('#form').isVisible()], [false, true, false]);
    await keepScreen(okoro.page, 'custody-record-print');
    await okoro.page.emulateMedia({ media: 'screen' });
    await okoro.page.keyboard.press('Escape');
    await okoro.page.setViewportSize({ width: 360, height: 800 });
    assert.ok(await okoro.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'), 'at 360 px something scrolls sideways');
    await okoro.isSound();
    await keepScreen(okoro.page, 'custody-record-360');
  });

  it('says since when alarms are not read, until they are again', async function unread() {
    this.timeout(60_000);
    const band = clarke.page.getByText(/^Alarms not read since 14:26:0\d\./);
    await clarke.page.route('**/api/work/alarms', (route) => route.fulfill({ status: 500, body: '' }));
    await okoro.clock(DAY('14:26:01'));
    await band.waitFor();
    await clarke.page.unroute('**/api/work/alarms');
    await okoro.clock(DAY('14:26:02'));
    await band.waitFor({ state: 'detached' });
  });

  it('a desk whose session ended names nobody in its alarms, says that none sounds there, and calls', async function ended() {
    this.timeout(90_000);
    await okoro.page.locator('h1').first().click();
    await okoro.clock(DAY('17:00:00'));
    await okoro.page.locator('peel-alarm-line').first().waitFor();
    assert.equal((await okoro.page.request.post('/auth/logout', { data: {} })).status(), 200); // as from another tab
    await okoro.page.getByText('Nobody is signed in at this desk: alarms do not sound here.').waitFor({ timeout: 40_000 });
    assert.equal(await okoro.page.locator('peel-alarm-line').count(), 0);
    assert.doesNotMatch(await okoro.page.locator('body').innerText(), /adeyemi/i);
    await okoro.page.getByRole('status').filter({ hasText: /^ ?○ Signed out, not live since 17:00:0\d/ }).waitFor();
    assert.equal(await okoro.page.getByText('● Live').count(), 0);
    const before = await tones(okoro);
    await until('the desk calls', async () => (await tones(okoro)) > before, 45_000);
  });
});
