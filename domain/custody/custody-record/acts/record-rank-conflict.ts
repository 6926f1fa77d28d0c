import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { add, opensWhileHeld, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { inCustody, type CustodyRecord } from '../record.ts';

const schema = z.object({ seniorName: f.line('Who gave the direction', 'Name the officer and rank.'), seniorPosition: f.words('What they directed', 'Say what was directed.'), custodyOfficerPosition: f.words('Your position', 'Say what you decided, or would have.') });

const rankConflictRecorded = eventRule<CustodyRecord, z.infer<typeof schema>>({
  stands: (record) => (inCustody(record) ? null : 'Nobody is held under this record.'),
  apply: (record, event) => add(record, 'rankConflicts', { ...event.data, ...toldBy(event), settled: null }),
  says: ({ data }) => `Conflict of rank: ${data.seniorName} directed "${data.seniorPosition}"; the custody or review officer: "${data.custodyOfficerPosition}". To the superintendent at once`,
  brief: () => 'Conflict of rank: to the superintendent at once',
  theme: 'legal',
});

/** CUS-15: both positions stored, a task for the superintendent responsible, at once. */
export const recordRankConflict = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordRankConflict', label: 'Record a conflict of rank', nature: 'happening', group: 'duty', schema, opens: opensWhileHeld,
  decide: (_, body) => ({ events: [{ type: 'rankConflictRecorded', data: body }] }),
  events: { rankConflictRecorded },
});
