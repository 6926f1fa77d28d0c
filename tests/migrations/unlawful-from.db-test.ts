import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { REVIEW } from '#domain/custody/custody-record/example-detention';
import { instant } from '#domain/shared/time';
import { down, up } from '../../migrations/20261128110000_custody_record_unlawful_from.ts';
import { detained, inTheYard, seededDesk, type SeededDesk } from '../support/seeded-desk.ts';

describe('lines written before they carried from when detention is unlawful', () => {
  let desk: SeededDesk;
  before(async function start() { this.timeout(60_000); desk = await seededDesk(instant('2026-01-12T08:00:00Z')); });
  after(() => desk.end());

  it('are given what a line written today carries', async () => {
    const { admin } = desk.database;
    const boards = () => admin('custody.custody_record').select('id', 'board').orderBy('id') as unknown as Promise<{ board: { unlawfulFrom: { text: string } | null } }[]>;
    await inTheYard(desk);
    await detained(desk);
    await desk.must('Sunita Rao', await detained(desk), 'conductReview', { body: REVIEW });
    const written = await boards();
    assert.deepEqual(written.map(({ board }) => board.unlawfulFrom?.text ?? null).toSorted(), ['no authority to hold', 'review 1 not done', 'review 2 not done']);
    await down(admin);
    assert.deepEqual((await boards()).filter(({ board }) => 'unlawfulFrom' in board), []);
    await up(admin);
    assert.deepEqual(await boards(), written);
  });
});
