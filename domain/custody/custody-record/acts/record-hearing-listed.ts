import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import type { Instant } from '../../../shared/time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { needsDetention, toldBy } from '../acting.ts';
import { listings } from '../hearing.ts';
import { lateHearingNotes } from '../hearing-rule.ts';
import type { CustodyLaw } from '../limits.ts';
import { warrantObligations } from '../obligations-warrant.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { noClockToProlong, opensTowardsWarrant } from '../opens-towards-warrant.ts';

const schema = z.object({ listedFor: f.time('Listed for', 'Enter when the court will sit.'), court: f.line('Court', 'Name the court.'), reference: f.line('Court reference', "Enter the court's reference."), answersKey: f.hiddenText() });
interface Listed { readonly listedFor: Instant; readonly court: string; readonly reference: string }

const hearingListed = eventRule<CustodyRecord, Listed>({
  stands: needsDetention('A listing'),
  apply: (record, event) => { const { at, by, entry } = toldBy(event); return { ...record, hearing: { ...event.data, at, by, entry, earlier: listings(record.hearing) } }; },
  says: ({ data }) => `Warrant hearing listed at ${data.court} for ${fullTime(data.listedFor)} (${data.reference})`,
  theme: 'legal',
});

/** The court's answer to what has been answered meanwhile: what people listed, or the court decided, stays. */
const answered = (record: CustodyRecord, key: string, law: CustodyLaw): Refusal[] =>
  when(key !== '' && !warrantObligations(record, law).some((o) => o.key === key), refusal('ALREADY_DONE', { law: 'PACE s.43(7)', message: 'The hearing was listed, or is not needed any more, since it was asked for. What the record says stays; withdraw this one at the court.' }));

/** A hearing is served for, waited for and late by when the court sits: one listed for what is past would ring for nothing. */
const past = (listedFor: Instant, at: Instant): Refusal[] =>
  when(listedFor <= at, refusal('PERIOD_TOO_SHORT', { law: 'PACE s.43(7)', field: 'listedFor', message: `The court sits later than it was listed, and ${fullTime(listedFor)} is not. Check the day, and enter when the court will sit.` }));

/** The court has listed the application (CUS-62): told by the court gateway, or entered by hand. */
export const recordHearingListed = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordHearingListed', label: 'Record warrant hearing listed', nature: 'happening', group: 'legal', schema, opens: opensTowardsWarrant,
  decide: (record, { answersKey, ...body }, { at, law }) => {
    const refusals = [...noClockToProlong(record), ...answered(record, answersKey, law), ...past(body.listedFor, at)];
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'hearingListed', data: body satisfies Listed }], notes: lateHearingNotes(record, law, { sits: body.listedFor, at }) };
  },
  events: { hearingListed },
});
