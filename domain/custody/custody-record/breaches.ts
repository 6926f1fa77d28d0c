import { clockTime } from '../../shared/local-time.ts';
import type { Breach } from '../../shared/record-kind.ts';
import type { Instant } from '../../shared/time.ts';
import { limits } from './detention-clock.ts';
import type { CustodyLaw } from './limits.ts';
import { visitInterval } from './observation-rule.ts';
import { firstAfter } from './obligations-legal.ts';
import type { CustodyRecord, Visit } from './record.ts';
import { unlawfulIntervals } from './unlawful-detention.ts';
import { plusMinutes } from '../../shared/time.ts';

/** What the law was breached in, for ever (CUS-59: recorded, never edited away). `now` bounds what is still going on. */
export const breaches = (record: CustodyRecord, law: CustodyLaw, now: Instant): Breach[] => [
  ...unlawful(record, law, now), ...questionedWithoutDoctor(record), ...lateVisits(record, law), ...extensionsBeyond(record, law),
].toSorted((a, b) => (a.from < b.from ? -1 : 1));

const unlawful = (record: CustodyRecord, law: CustodyLaw, now: Instant): Breach[] =>
  unlawfulIntervals(record, law, now).map(({ interval, rule, code }) => ({
    code, law: rule === 'CUS-59' ? 'PACE s.40, CUS-59' : 'PACE s.41(7), CUS-9', from: interval.from, to: interval.to,
    text: `Detention was unlawful from ${clockTime(interval.from)}${interval.to ? ` to ${clockTime(interval.to)}` : ''}: ${rule === 'CUS-59' ? 'the review was not done by its latest time' : 'no authority to hold'}.`,
  }));

const questionedWithoutDoctor = (record: CustodyRecord): Breach[] =>
  record.hospital.flatMap((h) => h.questioned.filter((q) => !q.doctorAgreed).map((q) => ({
    code: 'DOCTOR_NOT_AGREED', law: 'Code C 14.2', from: q.from, to: q.to, text: `Questioned in hospital at ${clockTime(q.from)} without the agreement of the responsible doctor.`,
  })));

/** CUS-95, CUS-96: each visit against the interval that stood when the one before was made. */
function lateVisits(record: CustodyRecord, law: CustodyLaw): Breach[] {
  return record.visits.flatMap((visit, i) => {
    if (visit.how !== 'visit') return [];
    const due = dueBefore(record, law, { visit, previous: record.visits[i - 1] });
    return due !== null && visit.at > due ? [{ code: 'VISIT_LATE', law: 'Code C 9.3', from: firstAfter(due), to: visit.at, text: `The visit due by ${clockTime(due)} was made at ${clockTime(visit.at)}.` }] : [];
  });
}

function dueBefore(record: CustodyRecord, law: CustodyLaw, { visit, previous }: { visit: Visit; previous: Visit | undefined }): Instant | null {
  const episode = record.episodes.findLast((e) => e.from <= visit.at);
  const levels = record.levels.filter((l) => l.at <= visit.at && (!episode || l.at >= episode.from));
  const level = levels.at(-1);
  if (!level) return null;
  const from = previous && (!episode || previous.at >= episode.from) ? previous.at : levels[0]!.at;
  const minutes = visitInterval(level.level, level.rouse, level.at, law);
  return minutes === null ? null : plusMinutes(from, minutes);
}

/** A late fact can leave an extension given too late, or beyond 36 hours: it is not decided again, it is named. */
function extensionsBeyond(record: CustodyRecord, law: CustodyLaw): Breach[] {
  const at = limits(record, law);
  return record.extensions.flatMap((e, i) => {
    const late: Breach[] = i === 0 && at?.basic && e.at > at.basic ? [{ code: 'AFTER_24H', law: 'PACE s.42(4)(a)', from: at.basic, to: e.at, text: `The extension of ${clockTime(e.at)} was given after the 24 hours had ended at ${clockTime(at.basic)}.` }] : [];
    const long: Breach[] = at?.extended && e.until > at.extended ? [{ code: 'PERIOD_TOO_LONG', law: 'PACE s.42(1)', from: at.extended, to: e.until, text: `The extension of ${clockTime(e.at)} names an end beyond the 36 hours, which end at ${clockTime(at.extended)}; it stops there.` }] : [];
    return [...late, ...long];
  });
}
