import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import type { Instant } from '../../../shared/time.ts';
import { changeLast, endEpisode, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import type { Bail } from '../bail.ts';

const HOW = { deArrested: 'De-arrested: no grounds to keep them under arrest (s.30(7))', streetBailed: 'Released on street bail (s.30A)' } as const;
const schema = z.object({ how: f.choice('What became of them', HOW, 'Choose how they were released.'), reason: f.words('Reason', 'Say why they were not brought to a station. s.30(9)'), officerName: f.line('Who released them', 'Name the officer who released them.') });
type Body = z.infer<typeof schema>;
interface Released extends Body { /** The return that stands, of one who was on bail. */ readonly return?: { readonly at: Instant; readonly stationName: string } }

/** The bail that a s.46A arrest came out of: released before any station, they have answered nothing, and it stands. */
const bailThatStands = (record: CustodyRecord): Bail | null => (record.episodes.at(-1)?.basis === 'breachArrest' ? record.bails.at(-1)! : null);

/** CUS-35, CUS-37, CUS-39: on bail as before, in the same ledger and to the same return; no fresh clock comes of it. */
const onBailAgain = (record: CustodyRecord, bail: Bail): CustodyRecord =>
  ({ ...changeLast(record, 'bails', (b) => ({ ...b, resumed: null })), ...bail.resumed?.instead, phase: 'onBail', location: 'On bail' });

const stands = ({ data }: { readonly data: Released }): string => (data.return ? `. Their bail stands: to return to ${data.return.stationName} ${fullTime(data.return.at)}` : '');

const releasedOnTheWay = eventRule<CustodyRecord, Released>({
  stands: (record) => (record.arrests.length === 0 ? 'There is no arrest yet.' : needsPhase(['enRoute'], 'They are at a station, or released already: only somebody on the way is released before it.')(record)),
  apply: (record, event) => {
    const bail = bailThatStands(record);
    const left = endEpisode(record, event.occurredAt);
    return bail ? onBailAgain(left, bail) : { ...left, phase: 'released', location: 'Left', ending: { ...toldBy(event), kind: event.data.how, detail: event.data.reason } };
  },
  says: (event) => `${HOW[event.data.how]}, by ${event.data.officerName}: ${event.data.reason}${stands(event)}`,
  brief: (event) => `${HOW[event.data.how]}${stands(event)}`,
  theme: 'legal',
});

/** CUS-19, s.30(7), s.30A: arrested, and released before any station; the record stays, and so does the bail they were arrested out of. */
export const recordReleasedOnTheWay = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'recordReleasedOnTheWay', label: 'Record released on the way', nature: 'happening', group: 'movement', schema, opens: (record) => opensIn(record, 'enRoute'),
  decide: (record, body) => {
    const bail = bailThatStands(record);
    const data: Released = { ...body, ...(bail ? { return: { at: bail.appointedAt, stationName: bail.resumed?.instead?.stationName ?? record.stationName } } : {}) };
    return { events: [{ type: 'releasedOnTheWay', data }] };
  },
  events: { releasedOnTheWay },
});
