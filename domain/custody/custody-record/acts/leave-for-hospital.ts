import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { add, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

export const PURPOSES = { treatment: 'Treatment: the clock pauses', investigative: 'To obtain evidence: the clock goes on' } as const;
type Purpose = keyof typeof PURPOSES;
const schema = z.object({
  purpose: f.line('Purpose', 'Say whether it is for treatment or to obtain evidence. s.41(6)', { hint: 'treatment or investigative' }), hospital: f.line('Hospital', 'Name the hospital.'),
  reason: f.words('Reason', 'Say why they need to go.'), escorts: f.line('Escorting officers', 'Name the escorting officers.'),
});
interface Left { readonly purpose: Purpose; readonly hospital: string; readonly reason: string; readonly escorts: string }

/** Nobody leaves a place where they are not; each is told what comes first. */
function whyNot({ phase, hospital, journeys }: CustodyRecord): string {
  if (phase === 'inHospital') return `They are at ${hospital.at(-1)!.hospital} already, since ${fullTime(hospital.at(-1)!.at)}. Record the return first; if only the purpose is another now, change the purpose.`;
  if (phase === 'inTransit') return `They are on the way to ${journeys.at(-1)!.toStationName}. Record the arrival first.`;
  return phase === 'enRoute' ? 'They are not at a station yet. Taken to hospital straight from arrest, no clock runs yet (CUS-32).' : 'They are not in detention at a station: there is nothing to leave.';
}

const leftForHospital = eventRule<CustodyRecord, Left>({
  stands: (record) => needsPhase(['arrived', 'detained', 'withInvestigator'], whyNot(record))(record),
  apply: (record, event) => ({
    ...add(record, 'hospital', { ...event.data, ...toldBy(event), stretches: [{ from: event.occurredAt, purpose: event.data.purpose }], questioned: [], returnedAt: null }), phase: 'inHospital', location: event.data.hospital,
  }),
  says: ({ data }) => `Left for ${data.hospital}, ${data.purpose === 'treatment' ? 'for treatment: the clock pauses' : 'to obtain evidence: the clock goes on'}. Escort ${data.escorts}`,
  theme: 'care',
});

/** From the yard on they are in police detention, authorised or not (s.118(2)). CUS-31, CUS-34, CUS-38: the purpose decides whether the clock pauses; nothing else stops it. */
export const leaveForHospital = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'leaveForHospital', label: 'Leave for hospital', nature: 'happening', group: 'movement', schema, opens: (record) => opensIn(record, 'arrived', 'detained', 'withInvestigator'),
  decide: (_, body) => {
    if (!(body.purpose in PURPOSES)) {
      return { refusals: [refusal('STOP_REASON_UNKNOWN', { field: 'purpose', message: `'${body.purpose}' does not stop the detention clock. Only hospital treatment, bail and the first 3 hours after a s.46A arrest do. Choose treatment or investigative.` })] };
    }
    return { events: [{ type: 'leftForHospital', data: { ...body, purpose: body.purpose as Purpose } satisfies Left }] };
  },
  events: { leftForHospital },
});
