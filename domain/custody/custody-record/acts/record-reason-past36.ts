import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import type { Instant } from '../../../shared/time.ts';
import { needsDetention, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { applicationTiming } from '../warrant-rule.ts';
import { opensTowardsWarrant } from '../opens-towards-warrant.ts';

const schema = z.object({ sittingAt: f.time('The court will sit at', 'Enter when the court will sit.'), reason: f.words('Why it was not practicable for the court to sit before', 'Say why the court could not sit when the 36 hours ended. s.43(6)') });

const heldPast36Recorded = eventRule<CustodyRecord, { sittingAt: Instant; reason: string }>({
  stands: needsDetention('Holding past 36 hours'),
  apply: (record, event) => ({ ...record, heldPast36: { ...event.data, ...toldBy(event) } }),
  says: ({ data }) => `Held past 36 hours for the court at ${fullTime(data.sittingAt)}: ${data.reason}`,
  theme: 'legal',
});

/** CUS-61: only where the court will sit within six hours of the end of the 36; the record says so, and why. */
export const recordReasonPast36 = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordReasonPast36', label: 'Record why held past 36 h', nature: 'happening', group: 'legal', schema, opens: opensTowardsWarrant,
  decide: (record, body, { at, law }) => {
    const timing = applicationTiming({ record, madeAt: at, courtCanSitAt36: false, nextSittingAt: body.sittingAt, reasonableToApplyBefore: false, law });
    const outside = timing.limit36 !== null && timing.latestApplication === timing.limit36;
    return outside ? { refusals: [refusal('APPLICATION_OUT_OF_TIME', { law: 'PACE s.43(5)(b), (6)', field: 'sittingAt', message: `The court must sit within 6 hours after ${fullTime(timing.limit36!)}. Otherwise charge or release by then.` })] }
      : { events: [{ type: 'heldPast36Recorded', data: body }] };
  },
  events: { heldPast36Recorded },
});
