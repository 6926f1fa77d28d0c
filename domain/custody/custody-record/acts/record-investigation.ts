import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { opensWhileOpen } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';

const schema = z.object({ teamId: f.maybeLine('Investigation team'), officerName: f.line('Officer in the case', 'Name the officer in the case.'), officerIds: z._default(z.array(z.uuid('Choose an officer.')), []) });

const investigationRecorded = eventRule<CustodyRecord, CustodyRecord['investigation']>({
  stands: (record) => (record.arrests.length > 0 ? null : 'There is no arrest yet.'), apply: (record, event) => ({ ...record, investigation: event.data }), says: ({ data }) => `Officer in the case: ${data.officerName}`, theme: 'people',
});

/** Who investigates: the team and officers who may not decide custody (CUS-11, CUS-13). */
export const recordInvestigation = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordInvestigation', label: 'Set officer in the case', nature: 'happening', group: 'people', schema, opens: opensWhileOpen,
  decide: (_, body) => ({ events: [{ type: 'investigationRecorded', data: body }] }),
  events: { investigationRecorded },
});
