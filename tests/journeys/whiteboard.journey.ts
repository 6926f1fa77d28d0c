import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { arrested, asked, authorised, CustodyWire, HALE, inCell, inYard, onLevel, reviewed, toldRights, visitedBy } from '../support/custody-wire.ts';
import { stationId } from '../../main/seed.ts';
import { personaId } from '../support/api-server.ts';
import { Walker } from '../support/walker.ts';

const TUE = (time: string): string => `2025-12-16T${time}`;
const WED = (time: string): string => `2025-12-17T${time}`;

/** The whiteboard of screens.md at 03:00: every state of its table at once, in the desk's order. */
describe('the whiteboard at 03:00', function whiteboard() {
  let okoro: Walker;
  let wire: CustodyWire;
  let adeyemi = '';
  let price = '';

  const text = (selector: string, walker = okoro) => walker.page.locator(selector).innerText().then((t) => t.replace(/\s+/g, ' ').trim());
  const row = (name: string, walker = okoro) => walker.page.locator('.peel-board tbody tr').filter({ has: walker.page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
  const cells = async (name: string) => (await row(name).locator('td, th').allInnerTexts()).map((t) => t.replace(/\s+/g, ' ').replace(/ ,/g, ',').replace(/▸.*/, '').trim());
  const names = (walker = okoro) => walker.page.locator('.peel-board tbody th a').allInnerTexts().then((all) => all.map((n) => n.split(',')[0]).join());
  const current = () => text('.peel-board tr.peel-current th a');

  /** Insp Rao's shift ends at 04:00 and nobody follows. */
  async function endShift(): Promise<void> {
    const roster = `/api/force/duty-roster/${HALE}`;
    const officerId = personaId('Sunita Rao');
    const version = await wire.act('Lena Fox', `${roster}/withdraw-post`, { seenVersion: 99, body: { officerId, post: 'custodyInspector', reason: 'Shift changed' } });
    await wire.act('Lena Fox', `${roster}/assign-post`, { seenVersion: version, body: { officerId, post: 'custodyInspector', from: WED('03:00:00'), to: WED('04:00') } });
  }

  const at = atDesk(this, WED('02:59'), async () => {
    okoro = await at.signIn('Ada Okoro');
    wire = new CustodyWire(at.desk.url);
    await okoro.clock(WED('03:00:00'));
  });

  it('nobody is held, two wait: the longest first, ▲ from 30 minutes', async () => {
    await wire.record(arrested({ name: 'Joe Bray' }, WED('02:00')), inYard(WED('02:19')));
    await wire.record(arrested({ name: 'Lee Dunn' }, WED('02:30')), inYard(WED('02:48')));
    await okoro.page.getByText('Nobody is held here. 2 people are waiting to book in.').waitFor();
    assert.deepEqual(await okoro.page.locator('peel-waiting-queue li').allInnerTexts().then((all) => all.map((t) => t.replace(/\s+/g, ' ').trim())), ['▲ BRAY, Joe 41 min here PC Ward', 'DUNN, Lee 12 min here PC Ward']);
    await okoro.isSound();
  });

  it('one is held, and nothing is due for half an hour: all is well', async () => {
    await wire.record(arrested({ name: 'Tom Hill', dateOfBirth: '1980-01-01', authorityKind: 'WARRANT_ARREST' }, TUE('22:30')), inYard(TUE('22:50')), asked(TUE('22:55')), authorised(TUE('23:10')), toldRights(TUE('23:15')), inCell('Cell 2', TUE('23:20')), onLevel(1, WED('02:31')));
    await okoro.page.getByText('Nothing is due in the next 30 minutes. Next: visit, cell 2, 03:31.').waitFor();
  });

  it('every state of the table, legal overdue first, then overdue visits, then the soonest', async function fill() {
    this.timeout(60_000);
    adeyemi = await wire.record(arrested({ name: 'James Adeyemi' }, TUE('20:20')), inYard(TUE('20:40')), asked(TUE('20:45'), { drink: true, selfHarm: true }), authorised(TUE('20:54')), inCell('Cell 12', TUE('21:00')), onLevel(2, WED('02:44')));
    price = await wire.record(arrested({ name: 'Dee Price', dateOfBirth: '1973-03-01' }, TUE('23:20')), inYard(TUE('23:40')), asked(TUE('23:45')), authorised(WED('00:05')), toldRights(WED('00:10')), inCell('Cell 4', WED('00:15')), onLevel(2, WED('02:27')));
    await wire.record(arrested({ name: 'Simran Kaur', dateOfBirth: '1997-03-01', gender: 'female' }, TUE('11:40')), inYard(TUE('12:00')), asked(TUE('12:05')), authorised(TUE('12:20')), toldRights(TUE('12:25')), inCell('Cell 6', TUE('12:30')), reviewed(TUE('18:09')), onLevel(1, WED('02:00')),
      ['Ada Okoro', 'hand-to-investigator', WED('02:30'), { officerName: 'DC Cole', purpose: 'interview' }]);
    await wire.record(arrested({ name: 'Kofi Mensah', dateOfBirth: '2009-06-01' }, TUE('22:00')), inYard(TUE('22:20')), asked(TUE('22:25')), authorised(TUE('22:45')), toldRights(TUE('22:50')), inCell('Detention room', TUE('22:55')), onLevel(1, WED('02:35')));
    await wire.record(arrested({ name: 'Pat Doyle', dateOfBirth: '1984-03-01' }, TUE('20:40')), inYard(TUE('21:00')), asked(TUE('21:05'), { unwell: true }), authorised(TUE('21:20')), toldRights(TUE('21:25')), reviewed(WED('00:20')), onLevel(1, WED('02:10')),
      ['Ada Okoro', 'leave-for-hospital', WED('02:30'), { purpose: 'treatment', hospital: 'St Mark’s', reason: 'Chest pain', escorts: 'PC Ahmed' }]);
    await wire.record(arrested({ name: 'Sam Noble', dateOfBirth: '1990-03-01' }, TUE('19:20')), inYard(TUE('19:40')), asked(TUE('19:45')), authorised(TUE('20:00')), toldRights(TUE('20:05')), inCell('Cell 9', TUE('20:10')), reviewed(WED('02:04')), onLevel(1, WED('02:50')));
    await endShift();
    await okoro.sees(() => names(), 'ADEYEMI,PRICE,KAUR,HILL,MENSAH,NOBLE,DOYLE');
    await okoro.page.reload();
    await okoro.sees(() => names(), 'ADEYEMI,PRICE,KAUR,HILL,MENSAH,NOBLE,DOYLE');
    assert.equal(await text('[data-counts]'), 'Held 7 · Overdue 2 · Due 1 · Likely late 1 · Waiting 2 (41 min)');
    await okoro.page.getByText('Custody officer PS Okoro, holding 7').waitFor();
    await okoro.isSound();
  });

  it('each line says next, where, who, clock, review, visit, owed, plan and officer', async () => {
    assert.deepEqual(await cells('ADEYEMI'), ['■! OVERDUE 6 min Review 1', 'Cell 12', 'ADEYEMI, James 34 ⚠ Self-harm Rouse Unlawful since 02:54', '6 h 20 ◔, about a quarter of 24 h used ends 20:40', '02:54 Insp Rao', 'L2 03:14', 'Rights (drink) 6 h 06', 'DC Cole']);
    assert.deepEqual((await cells('PRICE')).slice(0, 6), ['■! OVERDUE 3 min Visit', 'Cell 4', 'PRICE, Dee 52', '3 h 20 ◔, about a quarter of 24 h used ends 23:40', '06:05 ◇ none', 'L2 02:57']);
    assert.deepEqual((await cells('KAUR')), ['▲▲ DUE 9 min, warning 2 of 2, from 30 min before Review 2', 'Interview', 'KAUR, Simran 28', '15 h 00 ◕, about three quarters of 24 h used ends 12:00', '03:09 Insp Rao', 'L1 away', '-', 'Interview, DC Cole has her']);
    assert.deepEqual((await cells('MENSAH')).slice(0, 7), ['◇ LIKELY LATE: no reviewer Review 1', 'Detention room', 'MENSAH, Kofi 16 Child', '4 h 40 ◔, about a quarter of 24 h used ends 22:20', '04:45 ◇ none', 'L1 03:35', 'Adult 4 h 40']);
    assert.deepEqual((await cells('HILL')).slice(0, 4), ['03:31 Visit', 'Cell 2', 'HILL, Tom 45', 'No PACE clock: arrest warrant: to court as it says']);
    assert.deepEqual(await cells('DOYLE'), ['❚❚ PAUSED Hospital', 'St Mark’s', 'DOYLE, Pat 41 ⚠ Unwell', '5 h 30 used, 18 h 30 left ◔, about a quarter of 24 h used', '09:20 ◇ none', 'L1 away', 'Return time 30 min', 'Escort PC Ahmed · DC Cole']);
    assert.match((await cells('NOBLE'))[4]!, /^11:04 ◇ none ✓ LATE 4 min$/);
  });

  it('plain rows are one line high at 1440 px, and pictures keep what colour says in grey, on paper and at 360 px', async function pictures() {
    this.timeout(60_000);
    for (const name of ['PRICE']) assert.ok((await row(name).boundingBox())!.height < 44, `${name} takes more than one line`);
    for (const width of [1024, 1280, 1440]) {
      await okoro.page.setViewportSize({ width, height: 900 });
      assert.equal(await okoro.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), 0, `at ${width} px the list is wider than the screen`);
    }
    await keepScreen(okoro.page, 'whiteboard');
    const view = await okoro.page.context().newCDPSession(okoro.page);
    await view.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
    await keepScreen(okoro.page, 'whiteboard-grey');
    await view.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
    await okoro.page.emulateMedia({ media: 'print' });
    await okoro.page.setViewportSize({ width: 1045, height: 720 }); // A4 across, less its margins
    await okoro.page.getByText('Printed 03:00:00 GMT Wed 17 Dec by PS Okoro').waitFor();
    assert.deepEqual([await okoro.page.getByRole('navigation').isVisible(), await okoro.page.getByRole('button', { name: 'Print (p)' }).isVisible(), await row('DOYLE').isVisible()], [false, false, true]);
    assert.ok(await okoro.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'), 'the printed list is wider than its paper');
    await keepScreen(okoro.page, 'whiteboard-print');
    await okoro.page.emulateMedia({ media: 'screen' });
    await okoro.page.setViewportSize({ width: 360, height: 800 });
    assert.ok(await okoro.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'), 'at 360 px something scrolls sideways');
    await okoro.isSound();
    await keepScreen(okoro.page, 'whiteboard-360');
    await okoro.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('keys move by person and open forms with the name on them; none records anything', async () => {
    await okoro.goto('/whiteboard');
    await okoro.sees(current, 'ADEYEMI, James');
    await okoro.page.keyboard.press('ArrowDown');
    await okoro.sees(current, 'PRICE, Dee');
    await okoro.page.keyboard.press('v');
    await okoro.page.getByRole('heading', { name: 'Record visit: Dee Price, Cell 4' }).waitFor();
    await okoro.page.goBack();
    await okoro.sees(current, 'ADEYEMI, James');
    await okoro.page.keyboard.press('r');
    await okoro.page.getByRole('heading', { name: 'Record review: James Adeyemi, Cell 12' }).waitFor();
    await okoro.page.goBack();
    await okoro.sees(current, 'ADEYEMI, James');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) await okoro.page.keyboard.press(key);
    await okoro.page.getByRole('heading', { name: 'PRICE, Dee' }).waitFor();
    await okoro.page.goBack();
    await okoro.sees(current, 'ADEYEMI, James');
    await okoro.page.keyboard.press('a');
    assert.match(await okoro.page.evaluate<string>('document.activeElement.textContent'), /^Acknowledge Cell 12 ADEYEMI/);
    await okoro.page.locator('peel-alarm-line').filter({ hasText: 'ADEYEMI' }).waitFor();
    await okoro.page.keyboard.press('n');
    await okoro.page.getByRole('heading', { name: 'Book in' }).first().waitFor();
  });

  it('a key whose act is closed says why, and for whom; one that is open leads to its form, in sight at any width', async function closed() {
    this.timeout(60_000);
    const said = () => okoro.page.locator('peel-said').innerText().then((t) => t.trim());
    await okoro.goto('/whiteboard');
    await okoro.sees(current, 'ADEYEMI, James');
    await okoro.page.keyboard.press('x');
    await okoro.sees(said, 'Cell 12 ADEYEMI, James. Authorise extension: Opens after review 2; review 1 was due by 02:54 Wed 17 Dec GMT: it comes first. PACE s.42(4)(b)');
    await okoro.isSound();
    const rows = await okoro.page.locator('table.peel-board tbody tr').count();
    for (let n = 1; n < rows; n += 1) await okoro.page.keyboard.press('ArrowDown');
    await okoro.sees(current, 'DOYLE, Pat');
    assert.equal(await said(), '');
    await okoro.page.keyboard.press('v');
    await okoro.sees(said, 'St Mark’s DOYLE, Pat. Record visit: They are at St Mark’s with an escort since 02:30 Wed 17 Dec GMT: no visit is due, and the return counts as one. Record the return first.');
    assert.equal(new URL(okoro.page.url()).pathname, '/whiteboard');
    for (const width of [1280, 360]) {
      await okoro.page.setViewportSize({ width, height: 800 });
      await okoro.goto('/whiteboard');
      await okoro.sees(current, 'ADEYEMI, James');
      await okoro.page.keyboard.press('x');
      await okoro.sees(() => okoro.page.locator('peel-said').evaluate((e) => { const box = (e as unknown as { getBoundingClientRect: () => { top: number; bottom: number } }).getBoundingClientRect(); return String(box.top >= 0 && box.bottom <= 800); }), 'true');
      await okoro.page.keyboard.press('v');
      await okoro.page.getByRole('heading', { name: 'Record visit: James Adeyemi, Cell 12' }).waitFor();
      await okoro.sees(() => okoro.formInSight(), 'true');
    }
    await okoro.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('whoever must be roused is asked so: not as an optional question', async () => {
    const roused = (id: string) => okoro.goto(`/custody-record/${id}?act=record-visit`).then(() => okoro.page.getByRole('group', { name: /^Roused\?/ }).innerText());
    assert.doesNotMatch(await roused(adeyemi), /optional/);
    assert.match(await roused(price), /^Roused\? \(optional\)/);
  });

  it('m shows mine: what falls to my post next, what is owed by it, and my cases', async () => {
    await okoro.goto('/whiteboard');
    await okoro.sees(() => names(), 'ADEYEMI,PRICE,KAUR,HILL,MENSAH,NOBLE,DOYLE');
    await okoro.page.keyboard.press('m');
    await okoro.page.getByText('Mine: 3 of 7 held.').waitFor();
    assert.equal(await names(), 'ADEYEMI,MENSAH,DOYLE');
    await okoro.page.keyboard.press('m');
    await okoro.sees(() => names(), 'ADEYEMI,PRICE,KAUR,HILL,MENSAH,NOBLE,DOYLE');
  });

  it('on demand: offences, every deadline and the clock’s working', async () => {
    await okoro.page.getByRole('button', { name: 'More about ADEYEMI, James' }).click();
    const detail = okoro.page.locator('peel-board-detail');
    await detail.getByText('Why 20:40?').waitFor();
    assert.match(await detail.innerText(), /HR\/25\/\d+ · [^]*24 h limit: 20:40 Wed 17 Dec GMT[^]*Started 20:40 Tue 16 Dec GMT[^]*Last entries/);
    await okoro.isSound();
    await okoro.page.getByRole('button', { name: 'More about ADEYEMI, James' }).click();
  });

  it('another officer’s visit appears by itself, and the numbers follow', async () => {
    const bell = await at.signIn('Joan Bell');
    await bell.goto(`/custody-record/${price}`);
    await bell.act('Record visit', { 'What was seen': 'Asleep, breathing' });
    await bell.end();
    await okoro.sees(() => row('PRICE').locator('td').first().innerText().then((t) => t.trim()), '03:30 Visit');
    assert.equal(await text('[data-counts]'), 'Held 7 · Overdue 1 · Due 1 · Likely late 1 · Waiting 2 (41 min)');
    await wire.goOn(adeyemi, 99, visitedBy('Joan Bell', null, true));
    await okoro.sees(async () => (await cells('ADEYEMI'))[5]!, 'L2 03:30');
  });

  it('cut off, it says since when it is not live; back, it reads again what it missed', async function cut() {
    this.timeout(60_000);
    await okoro.offline(true);
    await okoro.page.getByText('Not live since 03:00:00. Clocks below still count, but acts recorded since then are not shown. Use the printed list if this lasts 5 minutes.').waitFor();
    await wire.goOn(price, 99, ['Ada Okoro', 'allocate-location', WED('03:00:00'), { location: 'Cell 5' }]);
    assert.equal((await cells('PRICE'))[1], 'Cell 4');
    await okoro.offline(false);
    await okoro.sees(async () => (await cells('PRICE'))[1]!, 'Cell 5');
    await okoro.sees(() => okoro.page.getByRole('status').first().innerText(), '● Live');
  });

  it('other suites are not shown to who may not see them; who may, changes suite without a reload', async () => {
    await okoro.goto(`/whiteboard?station=${stationId('Kestrel Street')}`);
    await okoro.page.getByText('You can see Hale Road only. Ask the custody inspector for other suites.').waitFor();
    const clarke = await at.signIn('Peter Clarke');
    await clarke.goto(`/whiteboard?station=${HALE}`);
    await clarke.page.getByRole('heading', { name: 'Hale Road' }).waitFor();
    await clarke.page.evaluate('globalThis.unbroken = true');
    await clarke.page.getByLabel('Station').selectOption({ label: 'Kestrel Street' });
    await clarke.page.getByRole('heading', { name: 'Kestrel Street' }).waitFor();
    await clarke.page.getByText('Nobody is held here.').waitFor();
    assert.equal(await clarke.page.evaluate('globalThis.unbroken'), true);
    await clarke.isSound();
    await clarke.end();
  });

  it('who has waited an hour stands on red, and the name can be read there', async () => {
    await okoro.goto('/whiteboard');
    await okoro.clock(WED('03:20:00'));
    await okoro.page.locator('peel-waiting-queue .peel-tag--overdue').filter({ hasText: 'BRAY' }).waitFor();
    await okoro.isSound();
  });

  it('on paper every alarm is printed, the folded ones too, and nothing that can be pressed', async () => {
    const folded = okoro.page.locator('.peel-alarm-more peel-alarm-line');
    await okoro.clock(WED('03:45:00'));
    for (const id of [adeyemi, price]) await wire.goOn(id, 99, ['Ada Okoro', 'allocate-location', WED('03:45:00'), { location: 'Cell 6' }]); // the visits of 03:30 are late
    await folded.first().waitFor({ state: 'attached' });
    assert.equal(await folded.first().isVisible(), false);
    await okoro.page.emulateMedia({ media: 'print' });
    for (const line of await okoro.page.locator('peel-alarm-line').all()) assert.ok(await line.isVisible(), await line.innerText());
    for (const pressed of await okoro.page.locator('button, summary, input, select').all()) assert.equal(await pressed.isVisible(), false, await pressed.innerText());
    await okoro.page.emulateMedia({ media: 'screen' });
  });

  it('the longest words that can stand there make no width scroll sideways', async function widest() {
    this.timeout(60_000);
    await okoro.page.route('**/api/custody/whiteboard**', async (route) => {
      const response = await route.fetch();
      const board = await response.json() as { now: string; rows: Record<string, object>[]; waiting: object[] };
      const ago = (hours: number) => new Date(Date.parse(board.now) - hours * 3_600_000).toISOString();
      const rows = board.rows.map((r) => ({
        ...r, name: 'FEATHERSTONEHAUGH-CHOLMONDELEY, Bartholomew', location: 'Detention room', markers: ['Child', 'Self-harm', 'Swallowed', 'Unwell', 'Pregnant', 'Rouse'], unlawfulFrom: { at: ago(30), text: '' },
        deadlines: [{ key: 'rightsDelayEnds/1', due: ago(112.7), title: '' }], review: { ...r['review'], due: ago(30), reviewer: 'Ch Supt Featherstone', asap: true }, visit: { level: 4, rouse: true, due: ago(27) },
        owed: [{ words: 'Decide: detain for the further offence or not', since: ago(112.7), post: '' }, { words: 'Court’s decision, overdue, waiting on court', since: ago(12.7), post: '' }],
        doneLate: [{ kind: 'review', words: 'Review 1', doneAt: ago(1), byMs: 360_000_000 }], lateHearing: { ends: ago(-30) }, plan: 'Hearing 10:00 Wed 17 Dec, Westminster Magistrates’ Court',
      }));
      await route.fulfill({ response, json: { ...board, rows, waiting: board.waiting.map((w) => ({ ...w, name: 'FEATHERSTONEHAUGH-CHOLMONDELEY, Bartholomew', note: 'Child, Self-harm, Swallowed, Unwell, Injured, Pregnant, Rouse' })) } });
    });
    await okoro.goto('/whiteboard');
    await okoro.page.getByText('112 h 42').first().waitFor();
    for (const width of [360, 1024, 1280, 1366, 1440]) {
      await okoro.page.setViewportSize({ width, height: 900 });
      assert.equal(await okoro.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), 0, `at ${width} px the list is wider than the screen`);
    }
  });
});
