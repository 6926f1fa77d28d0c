import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import pg from 'pg';
import { personaId } from '../support/api-server.ts';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { arrested, asked, authorised, CustodyWire, HALE, inCell, inYard, onLevel, reviewed, toldRights } from '../support/custody-wire.ts';
import type { Walker } from '../support/walker.ts';

const MINUTE = 60_000;
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What rings at a desk that was not open when it began, and what a desk says that nobody touches. */
describe('alarms at a desk that opens late, and at one that is left', function alarms() {
  let okoro: Walker;
  let rao: Walker;
  let clarke: Walker;
  let wire: CustodyWire;
  let id = '';
  let version = 0;
  const bells = () => okoro.page.locator('.peel-bells');
  const tones = () => okoro.page.evaluate<number>('globalThis.tones');
  const touch = () => okoro.page.locator('h1').first().click(); // a browser rings only once it has been touched
  const noAuthority = (walker: Walker) => walker.page.locator('peel-alarm-line').filter({ hasText: 'UNLAWFUL DETENTION RISK' });
  const review = async (time: string): Promise<void> => { await rao.clock(time); version = await wire.goOn(id, version, reviewed(time)); };

  const at = atDesk(this, '2026-01-12T07:30', async () => {
    [okoro, rao, clarke] = [await at.signIn('Ada Okoro'), await at.signIn('Sunita Rao'), await at.signIn('Peter Clarke')];
    await okoro.page.addInitScript('{ const start = OscillatorNode.prototype.start; globalThis.tones = 0; OscillatorNode.prototype.start = function (...at) { globalThis.tones += 1; return start.apply(this, at); }; }');
    await okoro.page.goto('about:blank');
    wire = new CustodyWire(at.desk.url);
    await rao.clock('2026-01-12T09:00:00');
    const steps = [arrested({ name: 'James Adeyemi' }, '2026-01-12T07:40'), inYard('2026-01-12T08:00'), asked('2026-01-12T08:05'), authorised('2026-01-12T08:20'), toldRights('2026-01-12T08:25'), inCell('Cell 12', '2026-01-12T08:30'), onLevel(4, '2026-01-12T08:35')];
    id = await wire.record(...steps);
    version = steps.length;
    await review('2026-01-12T14:00:00');
  });

  it('a bell that rang before the page was opened is shown, and rings once at the first touch', async () => {
    await rao.clock('2026-01-12T20:05:00');
    await okoro.goto('/whiteboard');
    await bells().getByText(/^▲ 1 bell: ADEYEMI, Hale Road · .*\(rang 20:00(, late)?\)$/).waitFor();
    assert.equal(await tones(), 0);
    await touch();
    await okoro.sees(() => tones().then(String), '2');
    await okoro.goto('/roster');
    await bells().waitFor();
    await okoro.isSound();
  });

  it('one that was acknowledged neither shows nor rings when the page is opened anew', async () => {
    await bells().locator('summary').click();
    await bells().getByRole('button', { name: 'Acknowledge ADEYEMI' }).click();
    await bells().waitFor({ state: 'detached' });
    await okoro.goto('/whiteboard');
    await okoro.page.getByText('ADEYEMI, James').first().waitFor();
    await touch();
    await okoro.page.keyboard.press('?');
    await okoro.page.getByRole('dialog').waitFor();
    assert.deepEqual([await bells().count(), await tones()], [0, 0]);
    await okoro.page.keyboard.press('Escape');
  });

  it('at the end of the authority nobody is told; a moment after all three are, in the words of CUS-9', async () => {
    await review('2026-01-12T22:30:00');
    await review('2026-01-13T07:00:00');
    await rao.clock('2026-01-13T08:00:00');
    await okoro.goto(`/custody-record/${id}`);
    await okoro.page.getByText('0 min left', { exact: true }).waitFor();
    assert.equal(await noAuthority(okoro).count(), 0);
    await okoro.clock('2026-01-13T08:04:00');
    for (const walker of [okoro, rao, clarke]) {
      await noAuthority(walker).waitFor({ timeout: 20_000 });
      assert.match(plain(await noAuthority(walker).innerText()), /UNLAWFUL DETENTION RISK.*Cell 12 ADEYEMI.*No authority to hold since 08:00:00 \(4 min\)\. Charge or release now; nothing has been extended.*Told .*PS Okoro.*Insp Rao.*Supt Clarke/);
    }
    await okoro.page.getByText('Acknowledging silences an alarm for you for 2 minutes; only the act itself ends it: a late review by the review or the release; no authority by charge, release, or an authority given in time and entered late. PACE s.41(7), CUS-9, CUS-59.').waitFor();
    await okoro.sees(() => okoro.page.locator('.peel-unlawful').innerText().then(plain), '■! Detention unlawful since 08:00: no authority to hold');
    await okoro.isSound();
    await keepScreen(okoro.page, 'no-authority');
  });

  it('a post that is withdrawn takes its alarms along, without a reload', async () => {
    await wire.act('Lena Fox', `/api/force/duty-roster/${HALE}/withdraw-post`, { seenVersion: 99, body: { officerId: personaId('Sunita Rao'), post: 'custodyInspector', reason: 'Called away' } });
    await rao.page.locator('peel-alarm-line').first().waitFor({ state: 'detached', timeout: 40_000 });
    await rao.sees(() => rao.page.getByText('ADEYEMI').count().then(String), '0');
  });

  it('acknowledging silences it for one; the release ends it for all', async () => {
    await noAuthority(okoro).getByRole('button', { name: 'Acknowledge' }).click();
    await noAuthority(okoro).getByText('✓ Acknowledged, sounds again').waitFor();
    assert.deepEqual(await Promise.all([okoro, clarke].map((walker) => noAuthority(walker).getByRole('button', { name: 'Acknowledge' }).count())), [0, 1]);
    version = await wire.goOn(id, version, ['Ada Okoro', 'release', '2026-01-13T08:04:00', { kind: 'noFurtherAction', riskAssessed: true, detail: 'No authority to hold' }]);
    for (const walker of [okoro, rao, clarke]) await walker.sees(() => noAuthority(walker).count().then(String), '0');
  });

  it('a desk nobody touches says so before its session ends, and its own reads do not keep it', async function idle() {
    this.timeout(120_000);
    const { PEEL_DATA: data, PEEL_PG_PORT: port } = at.desk.env;
    const { passwords } = JSON.parse(readFileSync(join(data!, 'secrets.json'), 'utf8')) as { passwords: { APP: string } };
    const database = new pg.Client({ connectionString: `postgres://peel_app:${passwords.APP}@127.0.0.1:${port}/peel` });
    await database.connect();
    const session = async (by: number): Promise<number> => Number(((await database.query("update platform.session set sess = jsonb_set(sess, '{seenAt}', to_jsonb((sess->>'seenAt')::bigint - $1::bigint)) where sess->>'officerId' = $2 returning sess->>'seenAt' as at", [by, personaId('Peter Clarke')])).rows as { at: string }[])[0]!.at);
    await clarke.page.clock.install();
    await clarke.goto('/whiteboard');
    const seen = await session(0);
    await clarke.page.clock.fastForward(14 * MINUTE + 10_000);
    await clarke.page.getByText('Nobody has touched this desk for 14 minutes. Press any key or touch the screen within a minute to stay signed in').waitFor();
    await clarke.isSound();
    const read = clarke.page.waitForResponse('**/api/session');
    await clarke.page.clock.fastForward(25_000);
    assert.equal((await read).request().headers()['x-peel-unattended'], '1');
    assert.equal(await session(0), seen);
    await session(15 * MINUTE);
    await clarke.page.clock.fastForward(25_000);
    await clarke.page.getByText('Nobody is signed in at this desk: alarms do not sound here.').waitFor({ timeout: 40_000 });
    assert.equal(await clarke.page.locator('peel-alarm-line').count(), 0);
    await database.end();
  });
});
