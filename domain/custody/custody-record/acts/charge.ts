import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import type { StoredEvent } from '../../../shared/event.ts';
import * as f from '../../../shared/fields.ts';
import { custodyOfficerRefusals, needsDetention, opensBeforeCharge, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { offencesUnderArrest, type CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { Charge } from '../told.ts';

const schema = z.object({ reply: f.maybeWords('Reply to charge'), detainGrounds: f.maybeWords('If to be kept: the s.38 ground', { hint: 'PACE s.38(1): told to the detainee.', decides: true }), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…') });
interface Charged extends StoodIn {
  readonly offences: readonly string[]; readonly detainGrounds: string | null; readonly reply: string;
  /** How many arrests it covers; entries of before it was kept cover all there are. */
  readonly arrests?: number;
}

/** An arrest of before the charge that is entered after it was not charged: they are under arrest for it still (s.41(4)). */
function chargedWith(record: CustodyRecord, event: StoredEvent<string, Charged>): CustodyRecord {
  const arrests = event.data.arrests ?? record.arrests.length;
  const made: Charge = { ...toldBy(event), offences: event.data.offences, detainGrounds: event.data.detainGrounds, arrests };
  return arrests < record.arrests.length ? { ...record, charge: null, earlierCharges: [...record.earlierCharges, made] } : { ...record, charge: made };
}

/** A second charge would move what holds them to its own time (s.38), and leave the time since the first without authority. */
const CHARGED = 'They have been charged with everything they are under arrest for. Where the charge was entered wrongly, correct that entry.';

const charged = eventRule<CustodyRecord, Charged>({
  stands: (record) => (record.charge ? CHARGED : needsDetention('A charge')(record)),
  apply: chargedWith,
  says: ({ data }) => `Charged with ${data.offences.join('; ').toLowerCase()}${data.reply ? `. Reply: "${data.reply}"` : ''}. Reviews are now the custody officer's${stoodInWords(data)}`,
  brief: ({ data }) => `Charged with ${data.offences.join('; ').toLowerCase()}`,
  theme: 'legal', tells: tellHolder,
});

/** CUS-117: charged with everything not charged yet. The review cycle goes on with the custody officer (CUS-44); the s.41 limits no longer run. */
export const charge = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'charge', label: 'Charge', nature: 'power', group: 'legal', schema, needs: postNeeds, opens: opensBeforeCharge,
  decide: (record, body, when) => {
    const refusals = [...custodyOfficerRefusals(record, when, body.noCustodyOfficer), ...(record.charge ? [refusal('NOT_OPEN', { law: 'PACE s.37(7)', message: CHARGED })] : [])];
    const data: Charged = { offences: offencesUnderArrest(record).map((o) => o.title), detainGrounds: body.detainGrounds || null, reply: body.reply, arrests: record.arrests.length, ...stoodIn(body.noCustodyOfficer, when) };
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'charged', data }], notes: stoodInNotes(data) };
  },
  events: { charged },
});
