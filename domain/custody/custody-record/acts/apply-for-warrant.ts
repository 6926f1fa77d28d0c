import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when } from '../../../shared/refusal.ts';
import type { Instant } from '../../../shared/time.ts';
import { add, toldBy } from '../acting.ts';
import { lateHearingNotes, sitting } from '../hearing-rule.ts';
import type { CustodyLaw } from '../limits.ts';
import { anyIndictable, pendingApplication, warrantsNow, type CustodyRecord } from '../record.ts';
import type { WarrantApplication } from '../told.ts';
import { refusal } from '../refusals.ts';
import { applicationTiming, copyServed, warrantEnds } from '../warrant-rule.ts';
import { applicationStands, BEFORE_THE_COURT, noClockToProlong, opensTowardsWarrant } from '../opens-towards-warrant.ts';

const schema = z.object({
  courtCanSitAt36: z._default(f.yesNo('Could the court sit when the 36 hours end?', 'Answer yes or no. s.43(5)(b)', { hint: 'Asked once the 36 hours have ended; not answered, it is taken that it could.' }), true), nextSittingAt: f.maybeTime('If not, it next sits at', 'Enter when the court next sits.'),
  reasonableToApplyBefore: f.maybeYesNo('Would it have been reasonable to apply before?', { hint: 'If so the court must dismiss an application made after 36 hours. s.43(7)' }),
  newEvidence: f.maybeWords('Evidence since an earlier refusal', { hint: 'Needed for a second application. s.43(17)' }),
});
type Applied = Omit<WarrantApplication, 'at' | 'by' | 'byId' | 'entry'> & { readonly via: string; readonly mustDismiss: boolean };

const warrantApplied = eventRule<CustodyRecord, Applied>({
  stands: applicationStands('An application for a warrant'),
  apply: (record, event) => { const { via: _v, mustDismiss: _m, ...told } = event.data; return add(record, 'applications', { ...told, ...toldBy(event) }); },
  says: ({ data }) => `Applied for a warrant of further detention, ${data.via.replace(/^s/, 's.')}${data.mustDismiss ? '. It would have been reasonable to apply before 36 h: the court must dismiss (s.43(7))' : ''}`,
  theme: 'legal',
});

const IN_FORCE = 'A warrant is in force. Apply for its extension.';
const warrantInForce = (record: CustodyRecord, at: Instant): boolean => warrantsNow(record).some((w) => at >= w.issuedAt && at <= warrantEnds(w));

/** One application is before the court at a time; under a warrant it is its extension that is asked for (s.44). */
const oneAtATime = (record: CustodyRecord, at: Instant) => [
  ...when(pendingApplication(record) !== undefined, refusal('ALREADY_DONE', { law: 'PACE s.43', message: BEFORE_THE_COURT })),
  ...when(warrantInForce(record, at), refusal('NOT_OPEN', { law: 'PACE s.44(1)', message: IN_FORCE })),
];

/** CUS-60 to CUS-62, CUS-65: on oath, in time, with the information served. */
export const applyForWarrant = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'applyForWarrant', label: 'Apply for a warrant of further detention', nature: 'power', group: 'legal', schema,
  opens: (record, { at }) => (warrantInForce(record, at) ? closed(IN_FORCE) : opensTowardsWarrant(record)),
  decide: (record, body, { at, law }) => {
    const timing = applicationTiming({ record, madeAt: at, courtCanSitAt36: body.courtCanSitAt36, nextSittingAt: body.nextSittingAt, reasonableToApplyBefore: body.reasonableToApplyBefore, law });
    const refusals = [
      ...noClockToProlong(record), ...oneAtATime(record, at), ...when(!anyIndictable(record), refusal('NOT_INDICTABLE', { law: 'PACE s.43(4)(b)' })),
      ...when(!copyServed(record), refusal('COPY_NOT_SERVED')),
      ...when(!timing.inTime, refusal('APPLICATION_OUT_OF_TIME', timing.latestApplication ? { message: `The application had to be made by ${fullTime(timing.latestApplication)}. Charge or release now.` } : {})),
      ...when(record.applications.some((a) => !a.extends && a.outcome === 'refused') && body.newEvidence === '', refusal('EVIDENCE_NOT_NEW', { field: 'newEvidence' })),
    ];
    if (refusals.length > 0) return { refusals };
    const data: Applied = { sittingAt: body.nextSittingAt ?? sitting(record), outcome: 'pending', decidedAt: null, supportedByNewEvidence: body.newEvidence !== '', via: timing.via ?? '', mustDismiss: timing.mustDismiss === true };
    return { events: [{ type: 'warrantApplied', data }], notes: lateHearingNotes(record, law, { sits: data.sittingAt, at }) };
  },
  events: { warrantApplied },
});
