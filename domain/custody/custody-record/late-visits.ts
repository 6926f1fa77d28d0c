import { clockBeside } from '../../shared/local-time.ts';
import type { Breach } from '../../shared/record-kind.ts';
import { plus, type Instant } from '../../shared/time.ts';
import type { CustodyLaw } from './limits.ts';
import { seenIn, visitOwed, type Stretch, type VisitOwed } from './observation-rule.ts';
import type { CustodyRecord } from './record.ts';
import type { Episode } from './told.ts';

/** A stretch in which a visit was due and nobody had looked; `to` null: nobody has looked yet. */
export interface LateVisit extends Pick<VisitOwed, 'due' | 'lateFrom'> { readonly to: Instant | null }

/** CUS-95, CUS-96: every one up to `now`; away with an escort nothing is due. */
export const lateStretches = (record: CustodyRecord, law: CustodyLaw, now: Instant): LateVisit[] => record.episodes.flatMap((episode) => stretches(record, episode).flatMap((stretch): LateVisit[] => {
  const owed = visitOwed(record, law, { episode, stretch });
  return owed === null || owed.lateFrom >= (stretch.to ?? now) ? [] : [{ due: owed.due, lateFrom: owed.lateFrom, to: stretch.to }];
}));

/** The breaches they are. */
export const lateVisits = (record: CustodyRecord, law: CustodyLaw, now: Instant): Breach[] =>
  lateStretches(record, law, now).map(({ due, lateFrom, to }) => ({ code: 'VISIT_LATE', law: 'Code C 9.3', from: plus(lateFrom, 1), to, text: to ? `The visit due by ${clockBeside(due, to)} was not made before ${clockBeside(to, due)}.` : `The visit due by ${clockBeside(due, now)} has not been made.` }));

/** From one look to the next, or to leaving with an escort, or to the end of the episode. */
function stretches(record: CustodyRecord, episode: Episode): Stretch[] {
  const seen = seenIn(record, episode).map((s) => s.at);
  const left = [...record.hospital, ...record.investigatorSpells, ...record.journeys].map((a) => a.at);
  return seen.map((from, i) => {
    const ends = [seen[i + 1], episode.to ?? undefined, ...left.filter((at) => at >= from)].filter((at) => at !== undefined);
    return { from, to: ends.toSorted()[0] ?? null };
  });
}
