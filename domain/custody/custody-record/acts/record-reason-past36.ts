import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { needsDetention, toldBy } from '../acting.ts';
import { isAfter } from '../entry-order.ts';
import type { CustodyLaw } from '../limits.ts';
import { warrantsNow, type CustodyRecord } from '../record.ts';
import type { ReasonPast36 } from '../told.ts';
import { refusal } from '../refusals.ts';
import { applicationTiming } from '../warrant-rule.ts';
import { noClockToProlong, opensTowardsWarrant } from '../opens-towards-warrant.ts';

const schema = z.object({ sittingAt: f.time('The court will sit at', 'Enter when the court will sit.'), reason: f.words('Why it was not practicable for the court to sit before', 'Say why the court could not sit when the 36 hours ended. s.43(6)') });

/** CUS-65: the court had refused, and nobody has listed or applied again: there is nothing to hold on for. */
function nothingAwaited({ applications, hearing }: CustodyRecord): boolean {
  const made = applications.findLast((a) => !a.extends && a.outcome === 'refused');
  if (!made) return false;
  const refused = { at: made.decidedAt!, entry: made.decidedIn! };
  return !(hearing && isAfter(hearing, refused)) && !applications.some((a) => isAfter(a, refused));
}

/** Told again, with another sitting, it takes nothing from what was told before: the time until then stays as it was. */
function toldAgain(record: CustodyRecord, reason: ReasonPast36): ReasonPast36 {
  if (!record.heldPast36) return reason;
  const { earlier = [], ...before } = record.heldPast36;
  return { ...reason, earlier: [...earlier, before] };
}

const heldPast36Recorded = eventRule<CustodyRecord, { sittingAt: Instant; reason: string }>({
  stands: needsDetention('Holding past 36 hours'),
  apply: (record, event) => ({ ...record, heldPast36: toldAgain(record, { ...event.data, ...toldBy(event), ...(nothingAwaited(record) ? { nothingAwaited: true } : {}) }) }),
  says: ({ data }) => `Held past 36 hours for the court at ${fullTime(data.sittingAt)}: ${data.reason}`,
  theme: 'legal',
});

const WARRANTED = 'A warrant was issued: it is what holds them, and only the court may extend it.';

/** CUS-61: only where the court will sit within six hours of the end of the 36; the record says so, and why. */
export const recordReasonPast36 = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordReasonPast36', label: 'Record why held past 36 h', nature: 'happening', group: 'legal', schema,
  opens: (record) => (warrantsNow(record).length > 0 ? closed(WARRANTED) : opensTowardsWarrant(record)),
  decide: (record, body, { at, law }) => {
    const timing = applicationTiming({ record, madeAt: at, courtCanSitAt36: false, nextSittingAt: body.sittingAt, reasonableToApplyBefore: false, law });
    const outside = timing.limit36 !== null && timing.latestApplication === timing.limit36;
    const refusals = [...noClockToProlong(record), ...when(warrantsNow(record).length > 0, refusal('NOT_OPEN', { law: 'PACE s.43(5)(b)', message: WARRANTED })), ...when(outside, refusal('APPLICATION_OUT_OF_TIME', { law: 'PACE s.43(5)(b), (6)', field: 'sittingAt', message: `The court must sit within 6 hours after ${timing.limit36 ? fullTime(timing.limit36) : ''}. Otherwise charge or release by then.` }))];
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'heldPast36Recorded', data: body }] };
  },
  events: { heldPast36Recorded },
});
