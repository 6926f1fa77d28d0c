import type { Instant } from '../../shared/time.ts';
import type { CustodyRecord, Told } from './record.ts';

type Met = { at: Instant; by: string } | null;
const told = (fact: Told | undefined | null): Met => (fact ? { at: fact.at, by: fact.by } : null);

/** The entry that follows the one an obligation was started by, among facts of that kind. */
function following(facts: readonly Told[], all: readonly Told[], startedBy: string): Met {
  const start = all.find((f) => f.entry === startedBy);
  return start ? told(facts.find((f) => f.at >= start.at && f.entry !== startedBy)) : null;
}

const ANSWERS: Readonly<Record<string, (record: CustodyRecord, occurrence: string) => Met>> = {
  review: (r, o) => following(r.reviews, [...r.authorisations, ...r.reviews], o) ?? told(r.ending),
  visit: (r, o) => following(r.visits, [...r.levels, ...r.visits], o) ?? told(r.ending),
  confirmPostponement: (r, o) => { const p = r.postponements.find((x) => x.entry === o); return p?.confirmedAt ? { at: p.confirmedAt, by: p.by } : null; },
  detentionDecision: (r) => told(r.authorisations.at(-1)) ?? told(r.ending),
  rights: (r) => told(r.rightsGiven),
  reviewOutcome: (r, o) => told(r.outcomesTold.find((t) => t.reviewEntry === o)),
  rankConflict: (r, o) => { const c = r.rankConflicts.find((x) => x.entry === o)?.settled; return c ? { at: c.at, by: c.by } : null; },
  listWarrantHearing: (r) => (r.hearing ? { at: r.hearing.at, by: r.hearing.court } : null),
  serveWarrantInformation: (r) => (r.copyServedAt ? { at: r.copyServedAt, by: r.investigation.officerName || 'The investigator' } : null),
  reasonPast36: (r) => told(r.heldPast36),
  rightsDelayEnds: (r, o) => { const d = r.rightsDelays.find((x) => x.entry === o); return d?.endedAt ? { at: d.endedAt, by: d.by } : null; },
  authorityToDetain: (r) => told(r.charge) ?? told(r.ending) ?? told(r.bails.at(-1)),
};

/** Who met an obligation and when, for the task's history and for ALREADY_DONE; null where nobody has. */
export function met(record: CustodyRecord, key: string): Met {
  const [name, occurrence] = key.split('/');
  return ANSWERS[name ?? '']?.(record, occurrence ?? '') ?? null;
}
