import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN, opensLater } from '../../../shared/act.ts';
import { effectiveRank } from '../../../shared/effective-rank.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import type { Instant } from '../../../shared/time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { add, needsDetention, officerOf, opensBeforeCharge, toldBy, type CustodyDecision } from '../acting.ts';
import { adultNeeded, isChild } from '../born.ts';
import { extensionRefusals, extensionsInForce } from '../extension-rule.ts';
import { authorityInForce } from '../authority.ts';
import type { CustodyLaw } from '../limits.ts';
import { warrantsNow, type CustodyRecord } from '../record.ts';
import type { Extension } from '../told.ts';
import { refusal } from '../refusals.ts';
import { reviewCycle } from '../review-cycle.ts';

const METHODS = { inPerson: 'At the station', liveLink: 'By live link' } as const;
const schema = z.object({
  until: f.time('Authorise detention to', 'Enter when the authority is to end.'), necessary: f.yesNo('Necessary to secure, preserve or obtain evidence?', 'Answer yes or no. s.42(1)(a)'),
  diligent: f.yesNo('Investigation diligent and expeditious?', 'Answer yes or no. s.42(1)(c)'), representations: f.yesNo('Detainee (awake) or solicitor given the chance to make representations?', 'Answer yes or no. s.42(6)'),
  grounds: f.words('Grounds', 'Write the grounds; they are told to the detainee. s.42(5)'), method: z._default(f.choice('How', METHODS, 'Say how.'), 'inPerson'),
  liveLinkConsent: f.maybeWords('Live link: consent, and who advised', { hint: 'PACE s.45ZA: only with consent after advice from a solicitor.' }),
  vulnerability: f.maybeWords('Child or vulnerable: what was considered', { hint: "Code C 15.2A: special vulnerability, the appropriate adult's views, alternatives." }),
  moveConsidered: f.maybeWords('If a move to another area is proposed: distance and journey time', { hint: 'PACE s.42(3)' }),
  rightsReminded: f.maybeYesNo('Unused rights under s.56 and s.58 reminded?'),
});
type Body = z.infer<typeof schema>;
type Authorised = Omit<Extension, 'at' | 'by' | 'byId' | 'entry'>;

/** What the superintendent also had to think of (CUS-54 to CUS-57). */
const considered = (data: Authorised): string =>
  `${data.liveLinkConsent ? `. By live link: ${data.liveLinkConsent}` : ''}${data.vulnerability ? `. Considered: ${data.vulnerability}` : ''}${data.moveConsidered ? `. A move was weighed: ${data.moveConsidered}` : ''}${data.rightsReminded ? '. Reminded of unused rights' : ''}`;

/** CUS-57: nobody holds a child or a vulnerable person past 24 hours without thought on vulnerability, the adult's views and the alternatives. */
const supportRefusals = (record: CustodyRecord, body: Body, { law, at }: CustodyDecision): Refusal[] =>
  when(adultNeeded(record, law, at) !== null && body.vulnerability === '', refusal('REASON_REQUIRED', {
    law: 'Code C 15.2A', field: 'vulnerability', message: `${isChild(record, law, at) ? 'They are, or are taken for, under 18' : 'They may be vulnerable'}. Write what was considered: special vulnerability, the appropriate adult’s views, alternatives.`,
  }));

const extensionAuthorised = eventRule<CustodyRecord, Authorised>({
  stands: needsDetention('An extension'),
  apply: (record, event) => add(record, 'extensions', { ...event.data, ...toldBy(event) }),
  says: ({ data }) => `Detention extended by ${data.officerName} to ${fullTime(data.until)}. ${data.grounds}${considered(data)}`,
  brief: ({ data }) => `Detention extended by ${data.officerName} to ${fullTime(data.until)}`,
  theme: 'legal',
});

/** An authority may lawfully be short; that it gives no more time than there was is said to who gives it. */
const shortNotes = (until: Instant, present: Instant | null): string[] =>
  (present !== null && until <= present ? [`It ends at ${fullTime(until)}, no later than the time they may be held already (${fullTime(present)}): detention is not extended. PACE s.42(1)`] : []);

const reviewAhead = ({ n, latest }: { readonly n: number; readonly latest: Instant }, at: Instant): string =>
  (at <= latest ? `review ${n} may be brought forward, latest ${fullTime(latest)}` : `review ${n} was due by ${fullTime(latest)}: it comes first`);

/** s.42: detention beyond 24 hours, to 36 at most; a further authority before the first ends (CUS-50 to CUS-53, CUS-55 to CUS-57). */
export const authoriseExtension = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'authoriseExtension', label: 'Authorise extension', nature: 'power', group: 'legal', schema,
  opens: (record, { law, at }) => {
    const base = opensBeforeCharge(record);
    if (!base.open || record.authorityKind !== 'PACE_PRECHARGE') return base.open ? closed('There is no PACE clock to extend.') : base;
    if (warrantsNow(record).length > 0) return closed('A warrant of further detention was issued: only the court may extend it.');
    const { countOnClock, next } = reviewCycle(record, law);
    if (countOnClock >= 2 || extensionsInForce(record).length > 0) return OPEN;
    return opensLater(`Opens after review 2${next ? `; ${reviewAhead(next, at)}` : ''}. PACE s.42(4)(b)`);
  },
  decide: (record, body, when_) => {
    const officer = officerOf(when_);
    const { refusals } = extensionRefusals({ record, officer, at: when_.at, until: body.until, grounds: body, law: when_.law });
    const all = [...refusals, ...supportRefusals(record, body, when_), ...when(body.method === 'liveLink' && body.liveLinkConsent === '', refusal('REASON_REQUIRED', { law: 'PACE s.45ZA', field: 'liveLinkConsent', message: 'A live link needs the consent of the detainee after advice from a solicitor. Record both.' }))];
    if (all.length > 0) return { refusals: all };
    const data: Authorised = { until: body.until, officerName: officer.shortName, rank: effectiveRank(officer, when_.at), grounds: body.grounds, method: body.method, rightsReminded: body.rightsReminded, liveLinkConsent: body.liveLinkConsent, vulnerability: body.vulnerability, moveConsidered: body.moveConsidered };
    return { events: [{ type: 'extensionAuthorised', data }], notes: shortNotes(body.until, authorityInForce(record, when_.law).until) };
  },
  events: { extensionAuthorised },
});
