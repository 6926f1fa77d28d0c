import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from './act.ts';
import { decideAct, type Command, type Outcome, type Standing } from './decide.ts';
import { decideCorrection } from './decide-correction.ts';
import type { StoredEvent } from './event.ts';
import { NO_FACTS } from './facts.ts';
import { effectiveEvents, fold, type RecordKind } from './record-kind.ts';
import { fromEpoch, instant, type Instant } from './time.ts';

/** A door that may be opened and shut, with a note that may stand anywhere: enough of a record to hold the executor's rules. */
interface Door { readonly open: boolean; readonly notes: readonly string[] }
const at = (clock: string) => instant(`2026-01-01T${clock}:00Z`);
const OFFICER = { kind: 'person', officer: { id: 'o1', shortName: 'PS Okoro', name: 'Ada Okoro', rank: 'sergeant', acting: null, posts: [], teams: [] } } as const;

const moved = (open: boolean) => eventRule<Door, object>({
  stands: (door) => (door.open === open ? `The door is ${open ? 'open' : 'shut'} already.` : null), apply: (door) => ({ ...door, open }), says: () => (open ? 'Opened' : 'Shut'), theme: 'care',
});
const act = (name: string, event: string, rule: ReturnType<typeof moved>) => defineAct<Door, object, object>({
  name, label: name, nature: 'happening', group: 'care', schema: z.object({}) as never, opens: () => OPEN, decide: (_, body) => ({ events: [{ type: event, data: body }] }), events: { [event]: rule },
});
const noted = eventRule<Door, { text: string }>({ apply: (door, e) => ({ ...door, notes: [...door.notes, e.data.text] }), says: (e) => e.data.text, theme: 'people' });

const DOOR: RecordKind<Door, object> = {
  kind: 'door', area: 'test', process: false, subject: 'Door', shape: 1, empty: { open: false, notes: [] }, law: {}, phase: () => 'here', ended: () => false,
  acts: [act('openDoor', 'opened', moved(true)), act('shutDoor', 'shut', moved(false)), act('note', 'noted', noted)],
  scope: () => ({ stationId: '', teamId: '', restricted: false }), deadlines: () => [], obligations: () => [], met: () => null, title: () => 'Door', columns: () => ({}),
  breaches: (door) => (door.notes.includes('breach') ? [{ code: 'BREACHED', law: 'test', text: 'It is breached.', from: at('00:00'), to: null }] : []),
};

const command = (name: string, when: Instant, body: unknown = {}): Command => ({ act: name, body, at: when, now: at('23:00'), actor: OFFICER, facts: NO_FACTS });

/** Plays commands as the executor does; answers every outcome and what stands in the end. */
function play(commands: readonly Command[]): { outcomes: Outcome<Door>[]; standing: Standing<Door>; events: StoredEvent[] } {
  let standing: Standing<Door> = { id: 'd', version: 0, state: DOOR.empty, lastOccurredAt: null };
  const events: StoredEvent[] = [];
  const outcomes = commands.map((c) => {
    const outcome = decideAct(DOOR, standing, c, events);
    if (outcome.outcome === 'accepted') {
      events.push(...outcome.events);
      standing = { id: 'd', version: standing.version + 1, state: outcome.state, lastOccurredAt: outcome.lastOccurredAt };
    }
    return outcome;
  });
  return { outcomes, standing, events };
}

const codes = (outcome: Outcome<Door> | undefined): string[] => (outcome?.outcome === 'refused' ? outcome.refusals.map((r) => r.code) : []);

describe('deciding an act on a record', () => {
  it('folds a late entry where it happened', () => {
    const { outcomes, standing } = play([command('note', at('10:00'), { text: 'second' }), command('note', at('09:00'), { text: 'first' })]);
    assert.deepEqual(outcomes.map((o) => o.outcome), ['accepted', 'accepted']);
    assert.deepEqual(standing.state.notes, ['first', 'second']);
  });

  it('takes an entry at the very instant of the last one on top, in the order entered', () => {
    const { standing } = play([command('note', at('10:00'), { text: 'a' }), command('note', at('10:00'), { text: 'b' })]);
    assert.deepEqual(standing.state.notes, ['a', 'b']);
  });

  it('refuses OUT_OF_ORDER what cannot stand on what came before', () => {
    const { outcomes, standing } = play([command('shutDoor', at('10:00'))]);
    assert.deepEqual(codes(outcomes[0]), ['OUT_OF_ORDER']);
    assert.equal(standing.version, 0);
  });

  it('refuses a late entry on which a later one could no longer stand, and names it', () => {
    const { outcomes } = play([command('openDoor', at('10:00')), command('openDoor', at('09:00'))]);
    assert.deepEqual(codes(outcomes[1]), ['OUT_OF_ORDER']);
    assert.match(outcomes[1]?.outcome === 'refused' ? outcomes[1].refusals[0]!.message : '', /open already.*10:00/);
  });

  it('judges a late act on the record as it stood then', () => {
    const { outcomes, standing } = play([command('openDoor', at('08:00')), command('shutDoor', at('12:00')), command('openDoor', at('13:00')), command('shutDoor', at('14:00')), command('note', at('11:00'), { text: 'n' })]);
    assert.ok(outcomes.every((o) => o.outcome === 'accepted'));
    assert.equal(standing.state.open, false);
  });

  it('takes an act at now, and refuses one a second later', () => {
    assert.equal(play([command('note', at('23:00'), { text: 'now' })]).outcomes[0]?.outcome, 'accepted');
    assert.deepEqual(codes(play([command('note', instant('2026-01-01T23:00:01Z'), { text: 'soon' })]).outcomes[0]), ['IN_FUTURE']);
  });

  it('names what a late entry breaches', () => {
    const { outcomes } = play([command('note', at('10:00'), { text: 'later' }), command('note', at('09:00'), { text: 'breach' })]);
    assert.deepEqual(outcomes[1]?.outcome === 'accepted' ? outcomes[1].notes : [], ['It is breached. test. BREACHED']);
  });

  it('asks for the history it needs, and decides nothing without it', () => {
    const { standing } = play([command('note', at('10:00'), { text: 'a' })]);
    assert.equal(decideAct(DOOR, standing, command('note', at('09:00'), { text: 'b' }), null).outcome, 'needs-history');
  });

  describe('a correction', () => {
    const correct = (becomes: { act: string; body: unknown; at: Instant } | null) => {
      const { standing, events } = play([command('openDoor', at('08:00')), command('shutDoor', at('12:00')), command('note', at('12:30'), { text: 'n' })]);
      const outcome = decideCorrection(DOOR, standing, { ...command('correctEntry', at('22:00')), correction: { version: 2, becomes, reason: 'Misread clock' } }, events);
      return { outcome, events };
    };

    it('refolds with the new value and keeps the old entry', () => {
      const { outcome, events } = correct({ act: 'shutDoor', body: {}, at: at('09:00') });
      assert.ok(outcome.outcome === 'accepted');
      const all = [...events, ...outcome.events];
      assert.deepEqual(effectiveEvents(all).map((e) => [e.type, e.occurredAt]), [['opened', at('08:00')], ['shut', at('09:00')], ['noted', at('12:30')]]);
      assert.ok(all.some((e) => e.type === 'shut' && e.occurredAt === at('12:00')));
    });

    it('is refused where the corrected entry could not stand', () => {
      assert.deepEqual(codes(correct({ act: 'shutDoor', body: {}, at: at('07:59') }).outcome), ['OUT_OF_ORDER']);
    });

    it('of an entry is decided on what was entered before it, of the same instant too', () => {
      const { standing, events } = play([command('openDoor', at('08:00')), command('shutDoor', at('12:00')), command('openDoor', at('12:00'))]);
      const outcome = decideCorrection(DOOR, standing, { ...command('correctEntry', at('22:00')), correction: { version: 2, becomes: { act: 'shutDoor', body: {}, at: at('12:00') }, reason: 'Another word' } }, events);
      assert.ok(outcome.outcome === 'accepted' && outcome.state.open);
    });

    it('strikes no entry out that opened the record', () => {
      const { standing, events } = play([command('openDoor', at('08:00'))]);
      assert.deepEqual(codes(decideCorrection(DOOR, standing, { ...command('correctEntry', at('22:00')), correction: { version: 1, becomes: null, reason: 'Never' } }, events)), ['OPENED_THE_RECORD']);
    });

    it('strikes an entry out', () => {
      const { outcome } = correct(null);
      assert.ok(outcome.outcome === 'accepted' && outcome.state.open);
    });
  });

  it('comes to the same state whatever order late facts are entered in', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 80_000 }), { minLength: 1, maxLength: 12 }), fc.integer(), (seconds, shuffle) => {
      const facts = seconds.map((s) => ({ when: fromEpoch(Date.parse('2026-01-01T00:00:00Z') + s * 1000), text: `${s}` }));
      const entered = facts.toSorted((a, b) => ((Number(a.text) * shuffle) % 97) - ((Number(b.text) * shuffle) % 97));
      const { standing, events } = play(entered.map((f) => command('note', f.when, { text: f.text })));
      const inOrder = facts.toSorted((a, b) => (a.when < b.when ? -1 : 1)).map((f) => f.text);
      assert.deepEqual(standing.state.notes, inOrder);
      assert.equal(standing.version, entered.length);
      assert.deepEqual(fold(DOOR, effectiveEvents(events)).state, standing.state);
    }));
  });
});
