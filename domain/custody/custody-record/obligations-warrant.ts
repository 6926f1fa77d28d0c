import { lawAt } from '../../shared/law.ts';
import { clockTime } from '../../shared/local-time.ts';
import type { WhyStep } from '../../shared/deadline.ts';
import type { Obligation, Rung } from '../../shared/obligation.ts';
import { latest, plusMinutes, type Instant } from '../../shared/time.ts';
import { limits } from './detention-clock.ts';
import { isAfter } from './entry-order.ts';
import { extensionsInForce } from './extension-rule.ts';
import { lateHearingWhy, sitting } from './hearing-rule.ts';
import type { CustodyLaw } from './limits.ts';
import { courtDecisions, inCustody, pendingApplication, withoutChargeSince, type CustodyRecord } from './record.ts';
import type { WarrantApplication } from './told.ts';
import { copyServed } from './warrant-rule.ts';

/** CUS-61, CUS-62, CUS-66: the hearing listed by hour 24, the information served before it, the reason for holding past 36 h, what the court decided. */
export function warrantObligations(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const now = inThisEpisode(record);
  if (!inCustody(record) || record.charge) return [];
  return [...decided(record, law), ...serving(now, law), ...(now.warrants.length > 0 ? [] : [...listing(now, law), ...reason(now, law)])];
}

/** The team's that investigates; of a case with no team the desk's, for nobody else would have it. */
const investigator = ({ investigation }: CustodyRecord): Pick<Obligation, 'who'> => ({ who: { queue: investigation.teamId === '' ? 'custodySergeant' : 'investigatingOfficer' } });
const noTeam = ({ investigation, arrests }: CustodyRecord): WhyStep[] => (investigation.teamId === '' ? [{ text: 'The case has no team, so that it is the desk’s. Set the officer in the case with the team to hand it on', at: arrests[0]!.at }] : []);

const occurrence = (record: CustodyRecord): string => `episode-${record.episodes.at(-1)?.number ?? 1}`;

/** What was asked, listed and issued before a release on bail, or before a charge, is owed nothing after it. */
function inThisEpisode(record: CustodyRecord): CustodyRecord {
  const since = withoutChargeSince(record) ?? record.arrests[0]!.at;
  const kept = <T extends { readonly at: Instant }>(fact: T | null): T | null => (fact !== null && fact.at >= since ? fact : null);
  const asked = record.extensionRequestedAt;
  return {
    ...record, warrants: record.warrants.filter((w) => w.issuedAt >= since), extensionRequestedAt: asked !== null && asked >= since ? asked : null, hearing: kept(record.hearing), heldPast36: kept(record.heldPast36),
  };
}

function listing(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const asked = [record.extensionRequestedAt, extensionsInForce(record)[0]?.at].filter((at) => at !== null && at !== undefined).toSorted()[0];
  if (!asked || record.hearing) return [];
  const due = limits(record, law)?.basic ?? null;
  return [{
    key: `listWarrantHearing/${occurrence(record)}`, taskType: 'listWarrantHearing', title: 'List warrant hearing', opens: asked, due, rungs: unlisted(due, asked, law), ...investigator(record),
    law: 'PACE s.43(7)', act: 'record-hearing-listed', waitingOn: 'court', step: 'listWarrantHearing',
    why: [{ text: 'An extension was asked for or given', at: asked }, { text: 'The hearing is to be listed by hour 24: the six hours after 36 are a fallback, never a plan', law: 'CUS-62', ...(due ? { at: due } : {}) }, ...noTeam(record)],
  }];
}

/** Nobody has listed it: the desk hears before hour 24, while the court can still be asked. */
function unlisted(due: Instant | null, asked: Instant, law: CustodyLaw): Rung[] {
  const at = due && plusMinutes(due, -lawAt(law.listingWarningMinutes, due).value);
  return at !== null && at > asked ? [{ at, to: ['custodySergeant', 'custodyInspector'], kind: 'warning', title: `No warrant hearing is listed: the 24 hours end at ${clockTime(due!)}` }] : [];
}

/** A hearing listed since the court decided is of another application, for a warrant or its extension, which has an information of its own. */
function serving(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const decided = courtDecisions(record).at(-1);
  if (!record.hearing || copyServed(record) || (decided && !isAfter(record.hearing, decided))) return [];
  return [{
    key: `serveWarrantInformation/${occurrence(record)}${decided ? `-after-${decided.of}` : ''}`, taskType: 'serveWarrantInformation', title: 'Serve warrant information on detainee', opens: record.hearing.at, due: record.hearing.listedFor, rungs: unserved(record.hearing, law),
    ...investigator(record), law: 'PACE s.43(2), s.44(6)', act: 'serve-warrant-information', why: [{ text: `The hearing is listed at ${record.hearing.court}`, at: record.hearing.listedFor }, { text: 'The detainee must have a copy before it' }, ...lateHearingWhy(record, law), ...noTeam(record)],
  }];
}

/** Nobody has served it: the desk hears before the court sits, for it hears nothing without (s.43(2)). One listed later than that hears as it is listed. */
function unserved({ listedFor, at }: NonNullable<CustodyRecord['hearing']>, law: CustodyLaw): Rung[] {
  const warned = lawAt(law.servingWarningMinutes, listedFor).value.map((minutes) => latest(at, plusMinutes(listedFor, -minutes)));
  return [...new Set(warned)].filter((rings) => rings < listedFor)
    .map((rings) => ({ at: rings, to: ['custodySergeant', 'custodyInspector'], kind: 'warning', title: `The court sits at ${clockTime(listedFor)}: they have no copy of the information` }));
}

/** When the court is to decide an application: when it goes on after an adjournment, else when it sits, as was told, never before it was made; null where nobody knows. */
function decides(record: CustodyRecord, made: WarrantApplication): Instant | null {
  const sits = sitting(record);
  return sits === null ? null : latest(sits, made.at);
}

/** Held until it is determined, with no end of its own: what the court decided is owed from when it sits, and rings when nobody has told it. */
function decided(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const made = pendingApplication(record);
  if (!made) return [];
  const due = decides(record, made);
  return [{
    key: `warrantDecision/${made.entry}`, taskType: 'warrantDecision', title: 'Record what the court decided', opens: made.at, due, ...(due === null ? { asap: true } : {}), rungs: due === null ? [] : undecided(due, law),
    who: { queue: 'custodySergeant' }, ...(made.extends ? { law: 'PACE s.44(1), (7)', act: 'extend-warrant' } : { law: 'PACE s.43(11), (15)', act: 'record-warrant' }), waitingOn: 'court',
    why: [{ text: `Application for ${made.extends ? 'the extension of the warrant' : 'a warrant'} made`, at: made.at }, ...(made.adjournments ?? []).map((a) => ({ text: 'The hearing was adjourned', at: a.at })), ...(due === null ? [] : [{ text: 'The court sits', at: due }])],
  }];
}

/** Nobody has told what the court decided: the sergeant hears first, then whoever answers for them too. */
const undecided = (sits: Instant, law: CustodyLaw): Rung[] => lawAt(law.courtDecisionMinutes, sits).value.map((minutes, n) =>
  ({ at: plusMinutes(sits, minutes), to: UNDECIDED_TO.slice(0, n + 1), kind: 'warning', title: `The court sat at ${clockTime(sits)}: record what it decided` }));
const UNDECIDED_TO = ['custodySergeant', 'custodyInspector', 'superintendent'] as const;

/** A reason told after the court had refused, when nothing was awaited, is owed anew once it is listed again. */
const toldWhy = ({ heldPast36 }: CustodyRecord): boolean => heldPast36 !== null && !heldPast36.nothingAwaited;
const again = ({ heldPast36 }: CustodyRecord): string => (heldPast36 ? `-after-${heldPast36.entry}` : '');

/** Since when a sitting is known: it may be told with the application alone. */
const sittingKnown = (record: CustodyRecord): Instant | null => record.hearing?.at ?? pendingApplication(record)?.at ?? null;

function reason(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const extended = limits(record, law)?.extended ?? null;
  const sits = sitting(record);
  const known = sittingKnown(record);
  if (known === null || extended === null || sits === null || sits <= extended || toldWhy(record)) return [];
  return [{
    key: `reasonPast36/${occurrence(record)}${again(record)}`, taskType: 'reasonPast36', title: 'Record why they are held past 36 h', opens: known, due: extended, rungs: [],
    who: { queue: 'custodySergeant' }, law: 'PACE s.43(6)', act: 'record-reason-past36', why: [{ text: 'The court sits after the 36 hours end', at: sits }, { text: 'The reason must be in the custody record by then', at: extended }],
  }];
}
