import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { closed, custodyOfficerRefusals, endEpisode, OPEN, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { authorisedNow, type CustodyRecord } from '../record.ts';

const schema = z.object({ reason: f.words('Why detention is not authorised', 'Say why detention is not authorised.'), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…') });

/** At the desk, or gone from there to hospital before anybody decided. */
const undecided = (record: CustodyRecord): boolean => record.phase === 'arrived' || (record.phase === 'inHospital' && !authorisedNow(record));

const detentionRefused = eventRule<CustodyRecord, { reason: string } & StoodIn>({
  stands: (record) => (undecided(record) ? null : 'Detention can be refused only before it is authorised.'),
  apply: (record, event) => ({ ...endEpisode(record, event.occurredAt), phase: 'notDetained', location: 'Left', ending: { ...toldBy(event), kind: 'detentionRefused', detail: event.data.reason } }),
  says: (event) => `Detention refused: ${event.data.reason}${stoodInWords(event.data)}`,
  theme: 'legal', tells: tellHolder,
});

/** No ground under s.37(2): they leave at once; the record stays (CUS-115, CUS-180). */
export const refuseDetention = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'refuseDetention', label: 'Do not detain', nature: 'power', group: 'legal', schema, needs: postNeeds, opens: (record) => (undecided(record) ? OPEN : closed('Not at this stage of the detention.')),
  decide: (record, body, when) => {
    const refusals = custodyOfficerRefusals(record, when, body.noCustodyOfficer);
    const data = { reason: body.reason, ...stoodIn(body.noCustodyOfficer, when) };
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'detentionRefused', data }], notes: stoodInNotes(data) };
  },
  events: { detentionRefused },
});
