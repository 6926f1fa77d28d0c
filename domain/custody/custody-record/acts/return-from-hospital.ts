import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { outOfOrder } from '../../../shared/decide.ts';
import { clockTime } from '../../../shared/local-time.ts';
import { add, changeLast, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { authorisedNow, type CustodyRecord } from '../record.ts';

const schema = z.object({ location: f.maybeLine('Where to'), care: f.maybeWords('What the hospital advised') });

const returnedFromHospital = eventRule<CustodyRecord, z.infer<typeof schema>>({
  stands: needsPhase(['inHospital'], 'They have not left for hospital: a return needs a departure before it.'),
  apply: (record, event) => {
    const back = changeLast(record, 'hospital', (h) => ({ ...h, returnedAt: event.occurredAt, questioned: h.questioned.map((q) => (q.to === null ? { ...q, to: event.occurredAt } : q)) }));
    return add({ ...back, phase: authorisedNow(back) ? 'detained' : 'arrived', location: event.data.location || 'Yard' }, 'visits', { ...toldBy(event), roused: false, seen: 'Returned from hospital', how: 'return' });
  },
  says: ({ data }) => `Returned from hospital${data.care ? `: ${data.care}` : ''}`,
  theme: 'care',
});

/** The time is entering a police station's yard (8a CUS-31); the clock runs again, and the return counts as seen. */
export const returnFromHospital = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'returnFromHospital', label: 'Return from hospital', nature: 'happening', group: 'movement', schema, opens: (record) => opensIn(record, 'inHospital'),
  decide: (record, body, { at }) => {
    const questionedTo = record.hospital.at(-1)?.questioned.flatMap((q) => q.to ?? []).find((ended) => ended > at);
    if (questionedTo) return { refusals: [outOfOrder(`They were questioned in hospital until ${clockTime(questionedTo)}: the return is not before that.`)] };
    return { events: [{ type: 'returnedFromHospital', data: body }] };
  },
  events: { returnedFromHospital },
});
