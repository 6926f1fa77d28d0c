import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { needsPhase, opensIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';

const schema = z.object({ location: f.line('Cell or room', 'Name the cell or room.') });

const located = eventRule<CustodyRecord, { location: string }>({
  stands: needsPhase(['arrived', 'detained', 'withInvestigator'], 'They are not here: a cell is given to somebody at the station, after the arrival.'), apply: (record, event) => ({ ...record, location: event.data.location }), says: ({ data }) => `Moved to ${data.location}`, theme: 'care',
});

/** Where in the suite they are. */
export const allocateLocation = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'allocateLocation', label: 'Allocate cell', nature: 'happening', group: 'movement', schema, opens: (record) => opensIn(record, 'arrived', 'detained', 'withInvestigator'),
  decide: (_, body) => ({ events: [{ type: 'located', data: body }] }),
  events: { located },
});
