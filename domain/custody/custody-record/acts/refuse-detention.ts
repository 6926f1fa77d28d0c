import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { closed, custodyOfficerRefusals, endEpisode, OPEN, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { authorisedNow, furtherArrest, inCustody, type CustodyRecord } from '../record.ts';

const schema = z.object({ reason: f.words('Why detention is not authorised', 'Say why detention is not authorised.'), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…') });

/** At the desk, or gone from there to hospital before anybody decided. */
const undecided = (record: CustodyRecord): boolean => record.phase === 'arrived' || (record.phase === 'inHospital' && !authorisedNow(record));

/** Charged with something else, and under arrest for a further offence: they leave only what that offence held them for (s.41(4)). */
const stayCharged = (record: CustodyRecord): boolean => !undecided(record) && inCustody(record) && furtherArrest(record) !== null;

interface Refused extends StoodIn { readonly reason: string; readonly stayCharged?: true }

const detentionRefused = eventRule<CustodyRecord, Refused>({
  stands: (record) => (undecided(record) || stayCharged(record) ? null : 'Detention can be refused only before it is authorised.'),
  apply: (record, event) => (stayCharged(record)
    ? { ...record, charge: { ...record.earlierCharges.at(-1)!, arrests: record.arrests.length, again: { at: event.occurredAt, entry: toldBy(event).entry } } }
    : { ...endEpisode(record, event.occurredAt), phase: 'notDetained', location: 'Left', ending: { ...toldBy(event), kind: 'detentionRefused', detail: event.data.reason } }),
  says: (event) => `${event.data.stayCharged ? 'Not detained for the further offence, and held on for what they are charged with' : 'Detention refused'}: ${event.data.reason}${stoodInWords(event.data)}`,
  brief: ({ data }) => (data.stayCharged ? 'Not detained for the further offence, and held on for what they are charged with' : 'Detention refused'),
  theme: 'legal', tells: tellHolder,
});

/** No ground under s.37(2): they leave at once; the record stays (CUS-115, CUS-180). */
export const refuseDetention = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'refuseDetention', label: 'Do not detain', nature: 'power', group: 'legal', schema, needs: postNeeds, opens: (record) => (undecided(record) || stayCharged(record) ? OPEN : closed('Not at this stage of the detention.')),
  decide: (record, body, when) => {
    const refusals = custodyOfficerRefusals(record, when, body.noCustodyOfficer);
    const data: Refused = { reason: body.reason, ...stoodIn(body.noCustodyOfficer, when), ...(stayCharged(record) ? { stayCharged: true } : {}) };
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'detentionRefused', data }], notes: stoodInNotes(data) };
  },
  events: { detentionRefused },
});
