import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'mocha';
import { atDesk } from '../support/at-desk.ts';
import { keepScreen } from '../support/browser.ts';
import { arrested, asked, authorised, CustodyWire, inYard } from '../support/custody-wire.ts';
import { Walker } from '../support/walker.ts';

/** CUS-35, CUS-39: bailed from Hale Road, they come to Kestrel Street at 03:00; two desks, one telephone call. */
describe('bailed at one station, come to another', function bailElsewhere() {
  let okoro: Walker;
  let reid: Walker;
  let id = '';
  const found = () => reid.page.getByRole('region', { name: 'Find their record' });
  const look = async (): Promise<void> => {
    await reid.goto('/book-in');
    await reid.page.getByText('Come to answer bail, or arrested for breach of it?').click();
    await found().getByLabel('Name').fill('James Adeyemi');
    await found().getByLabel('Date of birth').fill('1/5/1991');
    await found().getByRole('button', { name: 'Find their record' }).click();
    await found().getByText('on bail').waitFor();
  };

  const at = atDesk(this, '2026-01-12T12:30', async () => {
    [okoro, reid] = [await at.signIn('Ada Okoro'), await at.signIn('Tomas Reid')];
    const wire = new CustodyWire(at.desk.url);
    const personId = randomUUID();
    await wire.act('Ada Okoro', `/api/people/person/${personId}/register-person`, { seenVersion: 0, body: { name: 'James Adeyemi', dateOfBirth: '1991-05-01' } });
    id = await wire.record(arrested({ name: 'James Adeyemi', dateOfBirth: '1991-05-01', personId }, '2026-01-12T08:00'), inYard('2026-01-12T08:30'), asked('2026-01-12T08:50'), authorised('2026-01-12T09:00'));
  });

  it('is released on bail with the day of the return, and the record says where and when', async () => {
    await okoro.goto(`/custody-record/${id}`);
    await okoro.act('Release on bail', { 'To return at': '2026-02-02T10:00', 'Why bail is necessary and proportionate': 'Forensic work' });
    await okoro.page.getByText('to return to Hale Road by 10:00 Mon 2 Feb GMT').waitFor();
    await okoro.isSound();
  });

  it('the other desk finds the bail and whom to ask, and cannot open the record', async () => {
    await okoro.clock('2026-02-01T03:00:00');
    await look();
    assert.match(await found().innerText(), /HR\/26\/\d+, Hale Road: on bail.*They answer that bail at Hale Road\. Here instead, or arrested for breach of it\? Ask the custody officer there to change the return to this station/s);
    assert.equal(await found().getByRole('link').count(), 0);
    await reid.isSound();
    await keepScreen(reid.page, 'bail-elsewhere');
  });

  it('the first desk changes the return, hears that it is recorded, and holds nothing more of the record', async () => {
    await okoro.goto(`/custody-record/${id}`);
    await okoro.attempt('Change the return from bail', { 'Reason': 'He came to Kestrel Street', 'Were they given written notice of it?': true });
    assert.deepEqual(await okoro.refusedWith(), ['NOT_OPEN']);
    await okoro.page.locator('peel-act-form').getByLabel('To return to').selectOption({ label: 'Kestrel Street' });
    await okoro.submit();
    await okoro.page.getByText('Change the return from bail: recorded. This record is with another desk now, or your post has ended.').waitFor();
    assert.equal(await okoro.page.getByText(/adeyemi/i).count(), 0);
  });

  it('the other desk has it, and enters the return', async () => {
    await look();
    await found().getByRole('link', { name: /^HR\/26\// }).click();
    await reid.act('Answer bail', { Station: 'Kestrel Street' });
    await reid.page.getByText('The 24 hours go on').or(reid.page.locator('peel-identity-bar').getByText('Kestrel Street')).first().waitFor();
    await reid.isSound();
  });
});
