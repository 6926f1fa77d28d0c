import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { clockTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { changeLast, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { outOfOrder } from '../../../shared/decide.ts';

const schema = z.object({
  to: f.maybeTime('Ended at', 'Enter when the questioning ended, or leave it empty while it goes on.'), doctorAgreed: f.yesNo('Did the responsible doctor agree?', 'Answer yes or no. Code C 14.2'), doctor: f.maybeLine("Doctor's name"),
});
interface Questioned { readonly to: Instant | null; readonly doctorAgreed: boolean; readonly doctor: string | null }

const questionedInHospital = eventRule<CustodyRecord, Questioned>({
  stands: (record) => (record.hospital.length > 0 ? null : 'They have not been in hospital.'),
  apply: (record, event) => changeLast(record, 'hospital', (h) => {
    const open = h.questioned.findLast((q) => q.to === null);
    const closing = open !== undefined && event.data.to !== null && open.from === event.occurredAt;
    const one = { ...event.data, from: event.occurredAt, entry: toldBy(event).entry };
    return { ...h, questioned: closing ? h.questioned.map((q) => (q === open ? one : q)) : [...h.questioned, one] };
  }),
  says: ({ data, occurredAt }) => `Questioned in hospital from ${clockTime(occurredAt)}${data.to ? ` to ${clockTime(data.to)}` : ''}: it counts. ${data.doctorAgreed ? `Doctor ${data.doctor ?? ''} agreed` : 'Without the doctor’s agreement: a breach'}`,
  theme: 'legal',
});

/** CUS-33: every minute of questioning counts; without the doctor's agreement it is recorded as a breach, never lost. The act's time is when it began. */
export const recordHospitalQuestioning = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordHospitalQuestioning', label: 'Record questioning in hospital', nature: 'happening', group: 'legal', schema, opens: (record) => (record.hospital.length > 0 ? OPEN : closed('They have not been in hospital.')),
  decide: (record, body, { at, now }) => {
    const away = record.hospital.at(-1);
    const refusals = [
      ...when(!away || at < away.at || (away.returnedAt !== null && at >= away.returnedAt), outOfOrder('The questioning must begin while they were away at hospital.')),
      ...when(body.to !== null && body.to < at, { ...outOfOrder('It cannot end before it began.'), field: 'to' }),
      ...when(body.to !== null && body.to > now, { code: 'IN_FUTURE', law: 'Code C 2.1', field: 'to', message: 'That has not happened yet. Leave the end empty while it goes on.' }),
    ];
    if (refusals.length > 0) return { refusals };
    return { events: [{ type: 'questionedInHospital', data: { ...body, doctor: body.doctor || null } satisfies Questioned }] };
  },
  events: { questionedInHospital },
});
