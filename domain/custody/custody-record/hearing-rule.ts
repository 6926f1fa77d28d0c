import type { WhyStep } from '../../shared/deadline.ts';
import { fullTime } from '../../shared/local-time.ts';
import { lawAt } from '../../shared/law.ts';
import { plusHours, type Instant } from '../../shared/time.ts';
import { authorityInForce } from './authority.ts';
import { limits } from './detention-clock.ts';
import type { CustodyLaw } from './limits.ts';
import { courtDecisions, inCustody, withoutChargeSince, type CustodyRecord } from './record.ts';
import { inOrder, isAfter } from './entry-order.ts';

/** A court that sits when nothing will authorise the detention any more, as things stand. */
export interface LateHearing { readonly sits: Instant; readonly ends: Instant }

/** What would still bring the court in time, beside an earlier hearing: an extension up to the 36 hours, or holding on for a court that sits in the six after. */
interface Ways { readonly extend: boolean; readonly holdOn: boolean }

/** When the court sits for this detention, as was told last: by the listing, the application, an adjournment or the reason to hold past 36 h. What was told before the court decided last, or before a release on bail or a charge, is over. */
export function sitting(record: CustodyRecord): Instant | null {
  const since = withoutChargeSince(record);
  const decided = courtDecisions(record).at(-1) ?? null;
  const applied = record.applications.filter((a) => a.outcome === 'pending');
  const told = [
    ...(record.hearing ? [{ ...record.hearing, sits: record.hearing.listedFor }] : []), ...(record.heldPast36 ? [{ ...record.heldPast36, sits: record.heldPast36.sittingAt }] : []),
    ...applied.filter((a) => a.sittingAt !== null).map((a) => ({ ...a, sits: a.sittingAt! })), ...applied.flatMap((a) => (a.adjournments ?? []).map((p) => ({ ...p, sits: p.resumesAt }))),
  ];
  const standing = told.filter((s) => since !== null && s.at >= since && (decided === null || isAfter(s, decided)));
  return standing.toSorted(inOrder).at(-1)?.sits ?? null;
}

/** CUS-60, CUS-61: the hearing comes after the end of the authority in force; at the end itself it is in time (CUS-5). */
export function lateHearing(record: CustodyRecord, law: CustodyLaw): LateHearing | null {
  const sits = inCustody(record) && record.charge === null ? sitting(record) : null;
  if (sits === null) return null;
  const ends = authorityInForce(record, law).until;
  return ends !== null && sits > ends ? { sits, ends } : null;
}

function ways(record: CustodyRecord, law: CustodyLaw, { sits, ends }: LateHearing): Ways {
  const extended = limits(record, law)?.extended ?? null;
  if (extended === null || authorityInForce(record, law).kind === 'warrant') return { extend: false, holdOn: false };
  return { extend: ends < extended, holdOn: sits > extended && sits <= plusHours(extended, lawAt(law.lateSittingHours, extended).value) };
}

const said = ({ sits, ends }: LateHearing, { extend, holdOn }: Ways): string => {
  const asks = ['Ask the court for an earlier hearing', ...(extend ? ['ask the superintendent for an extension'] : []), ...(holdOn ? ['record why it cannot sit before the 36 hours end (s.43(5)(b))'] : []), 'charge or release by then'];
  return `The court sits at ${fullTime(sits)}, after the authority ends at ${fullTime(ends)}. ${asks.join(', or ')}`;
};

/** The step that reasons carry while the hearing is too late. */
export const lateHearingWhy = (record: CustodyRecord, law: CustodyLaw): WhyStep[] => {
  const late = lateHearing(record, law);
  return late ? [{ text: said(late, ways(record, law, late)), at: late.sits, law: authorityInForce(record, law).kind === 'warrant' ? 'PACE s.44(1)' : 'PACE s.43(5)' }] : [];
};

/** The entry that is being told follows every other. */
const BEING_TOLD = `${Infinity}.0`;

/** What who tells of a sitting at `at` hears with the acceptance; null: they know of none. Once the authority has ended there is one thing to do. */
export function lateHearingNotes(record: CustodyRecord, law: CustodyLaw, told: { readonly sits: Instant | null; readonly at: Instant }): string[] {
  if (told.sits === null) return [];
  const listed = { ...record, hearing: { listedFor: told.sits, court: '', reference: '', at: told.at, entry: BEING_TOLD } };
  const late = lateHearing(listed, law);
  if (late && late.ends < told.at) return [`The court sits at ${fullTime(late.sits)}, and the authority ended at ${fullTime(late.ends)}: nothing holds them until then. Charge or release now. PACE s.41(7)`];
  return lateHearingWhy(listed, law).map((step) => `${step.text}. ${step.law ?? ''}`);
}
