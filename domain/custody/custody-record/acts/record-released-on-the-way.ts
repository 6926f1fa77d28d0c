import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { endEpisode, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';

const HOW = { deArrested: 'De-arrested: no grounds to keep them under arrest (s.30(7))', streetBailed: 'Released on street bail (s.30A)' } as const;
const schema = z.object({ how: f.choice('What became of them', HOW, 'Choose how they were released.'), reason: f.words('Reason', 'Say why they were not brought to a station. s.30(9)'), officerName: f.line('Who released them', 'Name the officer who released them.') });
type Body = z.infer<typeof schema>;

const releasedOnTheWay = eventRule<CustodyRecord, Body>({
  stands: (record) => (record.arrests.length === 0 ? 'There is no arrest yet.' : needsPhase(['enRoute'], 'They are at a station, or released already: only somebody on the way is released before it.')(record)),
  apply: (record, event) => ({ ...endEpisode(record, event.occurredAt), phase: 'released', location: 'Left', ending: { ...toldBy(event), kind: event.data.how, detail: event.data.reason } }),
  says: ({ data }) => `${HOW[data.how]}, by ${data.officerName}: ${data.reason}`,
  brief: ({ data }) => HOW[data.how],
  theme: 'legal',
});

/** CUS-19, s.30(7), s.30A: arrested, and released before any station; the record stays. */
export const recordReleasedOnTheWay = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'recordReleasedOnTheWay', label: 'Record released on the way', nature: 'happening', group: 'movement', schema, opens: (record) => opensIn(record, 'enRoute'),
  decide: (_, body) => ({ events: [{ type: 'releasedOnTheWay', data: body }] }),
  events: { releasedOnTheWay },
});
