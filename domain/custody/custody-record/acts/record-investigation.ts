import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import type { OfficerAt } from '../../../shared/actor.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { officerOf, opensWhileOpen } from '../acting.ts';
import { involved } from '../independence.ts';
import { investigatorNeeds, investigatorRefusals } from '../investigators.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({
  teamId: f.maybeTeam('Investigation team', { hint: 'Nobody in it decides custody or reviews. PACE s.36(5), s.40(1)' }), officerName: f.line('Officer in the case', 'Name the officer in the case.'),
  officerIds: f.maybeOfficers('Other officers who investigate', { hint: 'Those of no team, or of another one.' }),
});

const investigationRecorded = eventRule<CustodyRecord, CustodyRecord['investigation']>({
  stands: (record) => (record.arrests.length > 0 ? null : 'There is no arrest yet.'), apply: (record, event) => ({ ...record, investigation: event.data }), says: ({ data }) => `Officer in the case: ${data.officerName}`, theme: 'people',
});

/** CUS-11, CUS-13: nobody ends their own conflict by taking themselves, or their team, off the case. */
const takesOff = (record: CustodyRecord, body: z.infer<typeof schema>, officer: OfficerAt): Refusal[] =>
  when(involved(record, officer) && !involved({ ...record, investigation: body }, officer), refusal('CONFLICT_OF_ROLE', {
    law: 'PACE s.36(5), s.40(1)', field: 'teamId', message: `${officer.shortName} is on the investigation, and cannot take themselves off it. Ask an officer who is not.`,
  }));

/** Who investigates: the team and officers who may not decide custody (CUS-11, CUS-13). */
export const recordInvestigation = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordInvestigation', label: 'Set officer in the case', nature: 'happening', group: 'people', schema, needs: (_, body) => investigatorNeeds(body), opens: opensWhileOpen,
  decide: (record, body, when_) => {
    const refusals = [...investigatorRefusals({ ...body, officersField: 'officerIds' }, when_.facts), ...takesOff(record, body, officerOf(when_))];
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'investigationRecorded', data: body }] };
  },
  events: { investigationRecorded },
});
