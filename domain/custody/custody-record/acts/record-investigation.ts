import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { opensWhileOpen } from '../acting.ts';
import { investigatorNeeds, investigatorRefusals } from '../investigators.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';

const schema = z.object({
  teamId: f.maybeTeam('Investigation team', { hint: 'Nobody in it decides custody or reviews. PACE s.36(5), s.40(1)' }), officerName: f.line('Officer in the case', 'Name the officer in the case.'),
  officerIds: f.maybeOfficers('Other officers who investigate', { hint: 'Those of no team, or of another one.' }),
});

const investigationRecorded = eventRule<CustodyRecord, CustodyRecord['investigation']>({
  stands: (record) => (record.arrests.length > 0 ? null : 'There is no arrest yet.'), apply: (record, event) => ({ ...record, investigation: event.data }), says: ({ data }) => `Officer in the case: ${data.officerName}`, theme: 'people',
});

/** Who investigates: the team and officers who may not decide custody (CUS-11, CUS-13). */
export const recordInvestigation = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordInvestigation', label: 'Set officer in the case', nature: 'happening', group: 'people', schema, needs: (_, body) => investigatorNeeds(body), opens: opensWhileOpen,
  decide: (_, body, { facts }) => {
    const refusals = investigatorRefusals({ ...body, officersField: 'officerIds' }, facts);
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'investigationRecorded', data: body }] };
  },
  events: { investigationRecorded },
});
