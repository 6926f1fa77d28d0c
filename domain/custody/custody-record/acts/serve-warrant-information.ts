import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { needsDetention } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { noClockToProlong, opensTowardsWarrant } from '../opens-towards-warrant.ts';

const schema = z.object({
  natureOfOffence: f.words('Nature of the offence', 'Say what the offence is. s.43(14)(a)'), natureOfEvidence: f.words('Nature of the evidence', 'Say what the evidence is. s.43(14)(b)'),
  inquiries: f.words('Inquiries made and planned', 'Say what has been done and what is planned. s.43(14)(c)'), necessity: f.words('Why further detention is necessary', 'Say why. s.43(14)(d)'),
});

const warrantInformationServed = eventRule<CustodyRecord, z.infer<typeof schema>>({
  stands: needsDetention('Serving the information'),
  apply: (record, event) => ({ ...record, copyServedAt: event.occurredAt, copyServedBy: event.actorName }),
  says: () => 'Given a copy of the information for a warrant of further detention',
  theme: 'legal',
});

/** The written information, its four parts frozen, and its copy to the detainee before the hearing (CUS-66, CUS-67). */
export const serveWarrantInformation = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'serveWarrantInformation', label: 'Serve warrant information', nature: 'happening', group: 'legal', schema, opens: opensTowardsWarrant,
  decide: (record, body) => {
    const refusals = noClockToProlong(record);
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'warrantInformationServed', data: body }] };
  },
  events: { warrantInformationServed },
});
