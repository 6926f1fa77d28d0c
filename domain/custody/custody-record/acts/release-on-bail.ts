import * as z from 'zod/mini';
import { defineAct, eventRule, type Opening } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { add, closed, custodyOfficerRefusals, endEpisode, needsDetention, opensBeforeCharge, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { furtherArrest, type CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { returnTo } from '../return-from-bail.ts';
import { stationNeeds } from '../stations.ts';
import type { ReturnStation } from '../bail.ts';

const schema = z.object({
  appointedAt: f.time('To return at', 'Enter when they are to return.'), stationId: f.maybeStation('To return to', { hint: 'Leave empty for this station. Another one has the record from now on.' }), necessity: f.words('Why bail is necessary and proportionate', 'Say why bail is necessary and proportionate. s.50A'),
  conditions: f.maybeWords('Conditions', { decides: true }), purposes: f.maybeWords('What each condition is for', { hint: 'Surrender, no further offending, no interference, own protection. s.47(1A)', decides: true }), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…'),
});
interface Bailed extends StoodIn { readonly appointedAt: Instant; readonly to?: ReturnStation; readonly conditions: string; readonly purposes: string; readonly necessity: string }

/** Of a charge told late, too: nobody comes back from pre-charge bail to be held for what they are charged with. */
const CHARGED = 'They have been charged: release them on bail to court.';

const releasedOnBail = eventRule<CustodyRecord, Bailed>({
  stands: (record) => (record.charge ? CHARGED : needsDetention('Bail')(record)),
  apply: (record, event) => ({
    ...add(endEpisode(record, event.occurredAt), 'bails', { ...toldBy(event), appointedAt: event.data.appointedAt, conditions: event.data.conditions, resumed: null }), ...event.data.to, phase: 'onBail', location: 'On bail', rightsGiven: null,
  }),
  says: ({ data }) => `Released on bail to return ${data.to ? `to ${data.to.stationName} ` : ''}${fullTime(data.appointedAt)}${data.conditions ? `, on conditions: ${data.conditions}` : ''}${stoodInWords(data)}`,
  theme: 'legal', tells: tellHolder,
});

const CHARGED_BEFORE = 'They are charged with what went before, and a court or s.38 decides their bail for that. Charge the further offence, or record that they are not detained for it.';

function opens(record: CustodyRecord): Opening {
  if (record.authorityKind !== 'PACE_PRECHARGE') return closed('There is no pre-charge bail from another authority.');
  return furtherArrest(record) === null ? opensBeforeCharge(record) : closed(CHARGED_BEFORE);
}

/** Pre-charge bail (CUS-35, CUS-132, CUS-145): the clock stops; conditions only with a purpose. */
export const releaseOnBail = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'releaseOnBail', label: 'Release on bail', nature: 'power', group: 'legal', schema, opens,
  needs: (record, body) => ({ ...postNeeds(record), ...stationNeeds(body) }),
  decide: (record, body, when_) => {
    const to = returnTo(record, body, when_);
    const refusals = [
      ...('refusals' in to ? to.refusals : []),
      ...custodyOfficerRefusals(record, when_, body.noCustodyOfficer), ...when(body.conditions !== '' && body.purposes === '', refusal('UNLINKED_CONDITION', { field: 'purposes' })),
      ...when(record.authorityKind !== 'PACE_PRECHARGE', refusal('NOT_OPEN', { law: 'PACE s.34(5), s.47', message: 'They are not held for an offence under investigation: only what holds them, or a court, decides their release.' })),
      ...when(furtherArrest(record) !== null, refusal('NOT_OPEN', { law: 'PACE s.38(1)', message: CHARGED_BEFORE })),
      ...when(record.charge !== null, refusal('NOT_OPEN', { law: 'PACE s.38(1)', message: CHARGED })),
      ...when(body.appointedAt <= when_.at, refusal('PERIOD_TOO_SHORT', { law: 'PACE s.47(3)', field: 'appointedAt', message: 'The time to return must be later than the release.' })),
    ];
    if (refusals.length > 0) return { refusals };
    const data: Bailed = { appointedAt: body.appointedAt, ...('station' in to ? { to: to.station } : {}), conditions: body.conditions, purposes: body.purposes, necessity: body.necessity, ...stoodIn(body.noCustodyOfficer, when_) };
    return { events: [{ type: 'releasedOnBail', data }], notes: stoodInNotes(data) };
  },
  events: { releasedOnBail },
});
