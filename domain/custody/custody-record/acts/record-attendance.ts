import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { add, opensWhileHeld, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { inCustody, type CustodyRecord } from '../record.ts';
import { cameInBarredPart, isPoliceHere, PARTIES, sameName, type Attendance } from '../parties.ts';

const HOW = { inPerson: 'At the station', telephone: 'By telephone', liveLink: 'By live link' } as const;
const schema = z.object({
  party: f.choice('Who', PARTIES, 'Choose in what part they came.'), name: f.line('Name', 'Name who came or was spoken to.'), organisation: f.maybeLine('Firm or organisation'),
  how: z._default(f.choice('How', HOW, 'Say how they were there.'), 'inPerson'),
});
type Attended = Pick<Attendance, 'party' | 'name' | 'organisation' | 'how'>;

const attended = eventRule<CustodyRecord, Attended>({
  stands: (record) => (inCustody(record) ? null : 'Nobody is held under this record: who comes, comes for somebody in custody.'),
  apply: (record, event) => add(record, 'attendances', { ...event.data, ...toldBy(event) }),
  says: ({ data }) => `${PARTIES[data.party]}: ${data.name}${data.organisation ? `, ${data.organisation}` : ''}, ${HOW[data.how].toLowerCase()}`,
  theme: 'people',
});

/** That they came is a fact, whoever they are; what it makes of another part is said with the acceptance, and stays owed. */
function otherParts(record: CustodyRecord, { party, name }: Attended): string[] {
  const after = { ...record, attendances: [...record.attendances, { party, name } as Attendance] };
  const adult = record.appropriateAdults.some((a) => sameName(a.name, name)) && cameInBarredPart(after, name) !== null;
  return [
    ...(adult ? [`${name} is recorded as the appropriate adult, who cannot act as ${PARTIES[party].toLowerCase()} too. Ask another adult to come. Code C 1.7`] : []),
    ...(party === 'interpreter' && isPoliceHere(record, name) ? [`${name} is an officer of this case. Call an independent interpreter. Code C 13.1A`] : []),
  ];
}

/** CUS-17: who beside the police has a part in the detention, as they come or are spoken to. */
export const recordAttendance = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordAttendance', label: 'Record who came or was spoken to', nature: 'happening', group: 'people', schema, opens: opensWhileHeld,
  decide: (record, body) => ({ events: [{ type: 'attended', data: body satisfies Attended }], notes: otherParts(record, body) }),
  events: { attended },
});
