import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { outOfOrder } from '../../../shared/decide.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { changeLast, custodyOfficerRefusals, needsPhase, opensIn, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { returnTo } from '../return-from-bail.ts';
import { stationNeeds } from '../stations.ts';
import type { ReturnStation } from '../bail.ts';

const schema = z.object({
  stationId: f.maybeStation('To return to', { hint: 'Leave empty where the station stays. Another one has the record from now on, and enters the return.' }), appointedAt: f.maybeTime('To return at', 'Enter when they are to return.', { hint: 'Leave empty where the time stays.' }),
  reason: f.words('Reason', 'Say why the return is changed.'), noticeGiven: f.yesNo('Were they given written notice of it?', 'Answer yes or no. s.37D(2)'), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…'),
});
interface Changed extends StoodIn { /** Absent where the time stays, whatever it is corrected to. */ readonly appointedAt?: Instant; readonly to?: ReturnStation; readonly reason: string; readonly noticeGiven: boolean }

const NOT_ON_BAIL = 'They are not on bail: there is no return to change.';

const returnChanged = eventRule<CustodyRecord, Changed>({
  stands: needsPhase(['onBail'], NOT_ON_BAIL),
  apply: (record, { data }) => ({ ...changeLast(record, 'bails', (b) => ({ ...b, appointedAt: data.appointedAt ?? b.appointedAt })), ...data.to }),
  says: ({ data }) => `Return from bail changed: ${[...(data.to ? [`to ${data.to.stationName}`] : []), ...(data.appointedAt ? [fullTime(data.appointedAt)] : [])].join(', ')}. ${data.reason}${data.noticeGiven ? '' : '. No written notice given yet'}${stoodInWords(data)}`,
  theme: 'legal', tells: tellHolder,
});

/** CUS-144, s.37D(1): the custody officer appoints another time, or another station, for the return; its desk then has the record and enters the return. */
export const changeReturn = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'changeReturn', label: 'Change the return from bail', nature: 'power', group: 'legal', schema, opens: (record) => opensIn(record, 'onBail'),
  needs: (record, body) => ({ ...postNeeds(record), ...stationNeeds(body) }),
  decide: (record, body, when_) => {
    const bail = record.bails.at(-1);
    if (!bail) return { refusals: [outOfOrder(NOT_ON_BAIL)] };
    const to = returnTo(record, body, when_);
    const appointedAt = body.appointedAt ?? bail.appointedAt;
    const refusals = [
      ...custodyOfficerRefusals(record, when_, body.noCustodyOfficer), ...('refusals' in to ? to.refusals : []),
      ...(appointedAt !== bail.appointedAt ? tooSoon(appointedAt, when_.at) : when(Object.keys(to).length === 0, AS_IT_STANDS)),
    ];
    if (refusals.length > 0) return { refusals };
    const data: Changed = { ...(body.appointedAt ? { appointedAt } : {}), ...('station' in to ? { to: to.station } : {}), reason: body.reason, noticeGiven: body.noticeGiven, ...stoodIn(body.noCustodyOfficer, when_) };
    return { events: [{ type: 'returnChanged', data }], notes: stoodInNotes(data) };
  },
  events: { returnChanged },
});

const tooSoon = (appointedAt: Instant, at: Instant): Refusal[] => when(appointedAt <= at, refusal('PERIOD_TOO_SHORT', { law: 'PACE s.37D(1)', field: 'appointedAt', message: 'The time to return must be later than the change.' }));
const AS_IT_STANDS = refusal('NOT_OPEN', { law: 'PACE s.37D(1)', field: 'stationId', message: 'That is the return as it stands. Choose another station, another time, or both.' });
