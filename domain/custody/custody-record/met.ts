import type { Instant } from '../../shared/time.ts';
import { movedTo } from './moved-to.ts';
import { adultsSince, cameSince } from './parties.ts';
import { courtDecisions, heldAnew, type CustodyRecord } from './record.ts';
import { questionedUnknown } from './relevant-time.ts';
import { adviceDelays } from './rights-delay-rule.ts';
import type { Told } from './told.ts';

type Met = { at: Instant; by: string } | null;
const told = (fact: Told | undefined | null): Met => (fact ? { at: fact.at, by: fact.by } : null);

/** The entry that follows the one an obligation was started by, among facts of that kind. */
function following(facts: readonly Told[], all: readonly Told[], startedBy: string): Met {
  const start = all.find((f) => f.entry === startedBy);
  return start ? told(facts.filter((f) => f.at >= start.at && f.entry !== startedBy).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0]) : null;
}

/** The first of the facts told in the episode that the occurrence names. */
function inEpisode(record: CustodyRecord, occurrence: string, facts: readonly Told[]): Met {
  const episode = record.episodes.find((e) => `episode-${e.number}` === occurrence);
  return episode ? told(facts.find((f) => f.at >= episode.from && (episode.to === null || f.at <= episode.to))) : null;
}

/** The copy of the application that the occurrence names: of its episode, and after what the court decided before it. */
function served(record: CustodyRecord, occurrence: string): Met {
  const [episode, before] = occurrence.split('-after-');
  const decided = before ? courtDecisions(record).find((d) => d.of === before)?.at : null;
  const at = record.copyServedAt;
  if (at === null || decided === undefined || (decided !== null && at < decided)) return null;
  return inEpisode(record, episode!, [{ at, by: record.copyServedBy, byId: '', entry: '' }]);
}

/** The solicitor they asked for came or was spoken to, or was called as the delay of legal advice ended. */
function called(record: CustodyRecord, asked: Instant): Met {
  const since = record.episodes.at(-1)!.from;
  const ended = adviceDelays(record, since).find((d) => d.endedAt !== null && d.endedAt >= asked);
  return told(cameSince(record, 'solicitor', since)[0]) ?? (ended ? { at: ended.endedAt!, by: ended.endedBy ?? ended.by } : null);
}

/** What ends every duty of an episode: release on bail, or the end of the detention. */
const leavings = (record: CustodyRecord): readonly Told[] => [...record.bails, ...(record.ending ? [record.ending] : [])];

const ANSWERS: Readonly<Record<string, (record: CustodyRecord, occurrence: string) => Met>> = {
  review: (r, o) => following([...r.reviews, ...leavings(r)], [...r.authorisations, ...(r.charge ? [r.charge] : []), ...r.reviews], o),
  releaseDecided: (r, o) => { const review = r.reviews.find((x) => x.entry === o); return following([...r.reviews, ...leavings(r), ...(review ? heldAnew(r, review) : [])], r.reviews, o); },
  releaseAfterCharge: (r, o) => following(leavings(r), [...(r.charge ? [r.charge] : [])], o),
  visit: (r, o) => following([...r.visits, ...leavings(r)], [...r.levels, ...r.visits, ...r.arrivals], o),
  observationLevel: (r, o) => following([...r.levels, ...leavings(r)], [...r.authorisations, ...(r.needs ? [r.needs] : [])], o),
  confirmPostponement: (r, o) => { const p = r.postponements.find((x) => x.entry === o); return p?.confirmedAt ? { at: p.confirmedAt, by: p.confirmedBy ?? p.by } : null; },
  detentionDecision: (r, o) => following([...r.authorisations, ...(r.ending ? [r.ending] : [])], [...r.arrivals, ...r.arrests, ...r.bails], o),
  rights: (r) => told(r.rightsGiven),
  informAgain: (r, o) => { const moved = movedTo(r, o); return moved && r.rightsGiven && r.rightsGiven.at >= moved.at ? told(r.rightsGiven) : null; },
  arrival: (r, o) => following([...r.arrivals, ...leavings(r)], [...r.arrests, ...r.journeys], o),
  questioned: (r, o) => { const arrest = r.arrests.find((a) => a.entry === o); return arrest && !questionedUnknown(arrest.facts) ? (arrest.answered ?? told(arrest)) : null; },
  adult: (r, o) => inEpisode(r, o, adultsSince(r, r.episodes[0]!.from)), interpreter: (r, o) => inEpisode(r, o, cameSince(r, 'interpreter', r.episodes[0]!.from)),
  solicitor: (r, o) => (r.rightsGiven?.solicitorAsked?.entry === o ? called(r, r.rightsGiven.solicitorAsked.at) : null),
  reviewOutcome: (r, o) => told(r.outcomesTold.find((t) => t.reviewEntry === o)),
  rankConflict: (r, o) => { const c = r.rankConflicts.find((x) => x.entry === o)?.settled; return c ? { at: c.at, by: c.by } : null; },
  listWarrantHearing: (r, o) => { const h = r.hearing; return h && inEpisode(r, o, [{ at: h.at, by: h.by ?? h.court, byId: '', entry: '' }]); },
  serveWarrantInformation: (r, o) => served(r, o),
  warrantDecision: (r, o) => { const a = r.applications.find((x) => x.entry === o); return a?.decidedAt ? { at: a.decidedAt, by: a.decidedBy ?? a.by } : null; },
  reasonPast36: (r) => told(r.heldPast36),
  rightsDelayEnds: (r, o) => { const d = r.rightsDelays.find((x) => x.entry === o); return d?.endedAt ? { at: d.endedAt, by: d.endedBy ?? d.by } : following(leavings(r), r.rightsDelays, o); },
  authorityToDetain: (r, o) => { const episode = r.episodes.find((e) => String(e.number) === o); return episode ? told([...(r.charge ? [r.charge] : []), ...leavings(r)].find((f) => f.at >= episode.from && (episode.to === null || f.at <= episode.to))) : null; },
};

/** Who met an obligation and when, for the task's history and for ALREADY_DONE; null where nobody has. */
export function met(record: CustodyRecord, key: string): Met {
  const [name, occurrence] = key.split('/');
  return ANSWERS[name ?? '']?.(record, occurrence ?? '') ?? null;
}
