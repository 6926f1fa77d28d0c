import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { changeLast, needsPhase, opensIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { PURPOSES } from './leave-for-hospital.ts';

const schema = z.object({ purpose: f.choice('Purpose from now', PURPOSES, 'Choose what the visit is for from now.') });

const hospitalPurposeChanged = eventRule<CustodyRecord, z.infer<typeof schema>>({
  stands: needsPhase(['inHospital'], 'They are not in hospital.'),
  apply: (record, event) => changeLast(record, 'hospital', (h) => ({ ...h, stretches: [...h.stretches, { from: event.occurredAt, purpose: event.data.purpose }] })),
  says: ({ data }) => `Purpose in hospital is now: ${PURPOSES[data.purpose].toLowerCase()}`,
  theme: 'care',
});

/** 8a CUS-34: where the purpose changes, each stretch is entered with its own. */
export const changeHospitalPurpose = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'changeHospitalPurpose', label: 'Change purpose in hospital', nature: 'happening', group: 'movement', schema, opens: (record) => opensIn(record, 'inHospital'),
  decide: (_, body) => ({ events: [{ type: 'hospitalPurposeChanged', data: body }] }),
  events: { hospitalPurposeChanged },
});
