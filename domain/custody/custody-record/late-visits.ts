import { clockBeside } from '../../shared/local-time.ts';
import type { Breach } from '../../shared/record-kind.ts';
import { latest, plus, plusMinutes, type Instant } from '../../shared/time.ts';
import type { CustodyLaw } from './limits.ts';
import { levelsIn, needsRousing, seenIn, visitInterval } from './observation-rule.ts';
import type { CustodyRecord } from './record.ts';
import type { Episode, ObservationLevel } from './told.ts';

interface Stretch { readonly from: Instant; readonly to: Instant | null }

/** CUS-95, CUS-96: every stretch in which a visit was due and nobody had looked, up to `now`; away with an escort nothing is due. */
export const lateVisits = (record: CustodyRecord, law: CustodyLaw, now: Instant): Breach[] =>
  record.episodes.flatMap((episode) => stretches(record, episode).flatMap((stretch) => late(record, law, { episode, stretch, now })));

/** From one look to the next, or to leaving with an escort, or to the end of the episode. */
function stretches(record: CustodyRecord, episode: Episode): Stretch[] {
  const seen = seenIn(record, episode).map((s) => s.at);
  const left = [...record.hospital, ...record.investigatorSpells, ...record.journeys].map((a) => a.at);
  return seen.map((from, i) => {
    const ends = [seen[i + 1], episode.to ?? undefined, ...left.filter((at) => at >= from)].filter((at) => at !== undefined);
    return { from, to: ends.toSorted()[0] ?? null };
  });
}

interface Looked { readonly episode: Episode; readonly stretch: Stretch; readonly now: Instant }

function late(record: CustodyRecord, law: CustodyLaw, { episode, stretch, now }: Looked): Breach[] {
  const due = overdueSince(record, law, { episode, stretch });
  const end = stretch.to ?? now;
  if (due === null || due >= end) return [];
  const text = stretch.to ? `The visit due by ${clockBeside(due, stretch.to)} was not made before ${clockBeside(stretch.to, due)}.` : `The visit due by ${clockBeside(due, now)} has not been made.`;
  return [{ code: 'VISIT_LATE', law: 'Code C 9.3', from: plus(due, 1), to: stretch.to, text }];
}

/** When the visit of this stretch became overdue: each level counts from the last look, but not before it was set (8a CUS-95). */
function overdueSince(record: CustodyRecord, law: CustodyLaw, { episode, stretch }: Omit<Looked, 'now'>): Instant | null {
  const levels = levelsIn(record, episode);
  const current = levels.filter((l) => l.at <= stretch.from).at(-1) ?? levels[0]!;
  const later = levels.filter((l) => l.at > stretch.from && (stretch.to === null || l.at < stretch.to));
  const told = record.needs && needsRousing(record) && record.needs.at > stretch.from ? [record.needs.at] : [];
  const inForce = [current, ...later].map((level, i, all) => ({ level, from: i === 0 ? stretch.from : level.at, to: all[i + 1]?.at ?? stretch.to }));
  const dues = inForce.flatMap(({ level, from, to }) => [from, ...told.filter((t) => t > from && (to === null || t < to))].map((since, i, starts) => ({ due: dueUnder(record, law, { level, since, seen: stretch.from }), to: starts[i + 1] ?? to })));
  return dues.find(({ due, to }) => due !== null && (to === null || due < to))?.due ?? null;
}

function dueUnder(record: CustodyRecord, law: CustodyLaw, { level, since, seen }: { level: ObservationLevel; since: Instant; seen: Instant }): Instant | null {
  const minutes = visitInterval(level.level, level.rouse || needsRousing(record, since), since, law);
  return minutes === null ? null : latest(plusMinutes(seen, minutes), since);
}
