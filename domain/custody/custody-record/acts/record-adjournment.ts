import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { needsDetention, opensBeforeCharge, toldBy } from '../acting.ts';
import { lateHearingNotes } from '../hearing-rule.ts';
import type { CustodyLaw } from '../limits.ts';
import { noClockToProlong } from '../opens-towards-warrant.ts';
import { pendingApplication, type CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({ resumesAt: f.time('The hearing goes on at', 'Enter when the court will sit again.'), forRepresentation: f.yesNo('For them to be legally represented?', 'Answer yes or no. s.43(3)') });
interface Adjourned { readonly resumesAt: Instant; readonly forRepresentation: boolean }

const hearingAdjourned = eventRule<CustodyRecord, Adjourned>({
  stands: (record) => (pendingApplication(record) ? needsDetention('An adjournment')(record) : 'There is no application before the court.'),
  apply: (record, event) => {
    const pending = pendingApplication(record);
    return { ...record, applications: record.applications.map((a) => (a === pending ? { ...a, adjournments: [...(a.adjournments ?? []), { ...event.data, ...toldBy(event) }] } : a)) };
  },
  says: ({ data }) => `Warrant hearing adjourned to ${fullTime(data.resumesAt)}${data.forRepresentation ? ' for them to be represented (s.43(3))' : ': no authority to keep them comes from it'}`,
  theme: 'legal',
});

/** CUS-66: only an adjournment for representation keeps them in detention, until the application is determined. */
export const recordAdjournment = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordAdjournment', label: 'Record hearing adjourned', nature: 'happening', group: 'legal', schema, opens: (record) => (pendingApplication(record) ? opensBeforeCharge(record) : closed('No application is before the court.')),
  decide: (record, body, { at, law }) => {
    const refusals = [...noClockToProlong(record), ...when(body.resumesAt <= at, refusal('PERIOD_TOO_SHORT', { law: 'PACE s.43(3)', field: 'resumesAt', message: 'The hearing goes on later than it was adjourned. Enter when the court sits again.' }))];
    if (refusals.length > 0) return { refusals };
    return { events: [{ type: 'hearingAdjourned', data: body satisfies Adjourned }], notes: body.forRepresentation ? [] : lateHearingNotes(record, law, { sits: body.resumesAt, at }) };
  },
  events: { hearingAdjourned },
});
