import { clockBeside, clockTime } from '../../shared/local-time.ts';
import type { Breach } from '../../shared/record-kind.ts';
import type { Instant } from '../../shared/time.ts';
import { limits } from './detention-clock.ts';
import type { CustodyLaw } from './limits.ts';
import { lateVisits } from './late-visits.ts';
import type { CustodyRecord } from './record.ts';
import type { Extension } from './told.ts';
import { rightsDelayMustEnd } from './rights-delay-rule.ts';
import { noAuthority, unlawfulIntervals } from './unlawful-detention.ts';

/** What the law was breached in, for ever (CUS-59: recorded, never edited away). `now` bounds what is still going on. */
export const breaches = (record: CustodyRecord, law: CustodyLaw, now: Instant): Breach[] => [
  ...unlawful(record, law, now), ...questionedWithoutDoctor(record), ...lateVisits(record, law, now), ...extensionsBeyond(record, law), ...rightsDelayedTooLong(record, law, now),
].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

const unlawful = (record: CustodyRecord, law: CustodyLaw, now: Instant): Breach[] =>
  unlawfulIntervals(record, law, now).map(({ interval, rule, code }) => ({
    code, law: rule === 'CUS-59' ? 'PACE s.40, CUS-59' : 'PACE s.41(7), CUS-9', from: interval.from, to: interval.to,
    text: `Detention was unlawful from ${clockBeside(interval.from, interval.to ?? now)}${interval.to ? ` to ${clockBeside(interval.to, interval.from)}` : ''}: ${rule === 'CUS-59' ? 'the review was not done by its latest time' : noAuthority(record, interval.from)}.`,
  }));

const questionedWithoutDoctor = (record: CustodyRecord): Breach[] =>
  record.hospital.flatMap((h) => h.questioned.filter((q) => !q.doctorAgreed).map((q) => ({
    code: 'DOCTOR_NOT_AGREED', law: 'Code C 14.2', from: q.from, to: q.to, text: `Questioned in hospital at ${clockTime(q.from)} without the agreement of the responsible doctor.`,
  })));

/** CUS-53: a further authority has no 24 hours to be given by; the first after each return from bail, or arrest after a charge, has. */
const firstOfStretch = (record: CustodyRecord, extension: Extension): boolean => {
  const begun = stretchesBegin(record).filter((at) => at <= extension.at).toSorted().at(-1);
  return record.extensions.find((e) => begun === undefined || e.at >= begun) === extension;
};

const stretchesBegin = (record: CustodyRecord): readonly Instant[] => [...record.episodes.map((e) => e.from), ...record.earlierCharges.flatMap((c) => record.arrests[c.arrests]?.at ?? [])];

/** A late fact can leave an extension given too late, or beyond 36 hours: it is not decided again, it is named. */
function extensionsBeyond(record: CustodyRecord, law: CustodyLaw): Breach[] {
  const at = limits(record, law);
  return record.extensions.flatMap((e) => {
    const late: Breach[] = firstOfStretch(record, e) && at?.basic && e.at > at.basic ? [{ code: 'AFTER_24H', law: 'PACE s.42(4)(a)', from: at.basic, to: e.at, text: `The extension of ${clockTime(e.at)} was given after the 24 hours had ended at ${clockBeside(at.basic, e.at)}.` }] : [];
    const long: Breach[] = at?.extended && e.until > at.extended ? [{ code: 'PERIOD_TOO_LONG', law: 'PACE s.42(1)', from: at.extended, to: e.until, text: `The extension of ${clockTime(e.at)} names an end beyond the 36 hours, which end at ${clockTime(at.extended)}; it stops there.` }] : [];
    return [...late, ...long];
  });
}

/** CUS-83, CUS-84: a delay of rights that went on past its 36 hours, or still does while the person is held. */
function rightsDelayedTooLong(record: CustodyRecord, law: CustodyLaw, now: Instant): Breach[] {
  const end = rightsDelayMustEnd(record, law);
  if (end === null) return [];
  return record.rightsDelays.flatMap((d) => {
    const to = d.endedAt ?? record.episodes.findLast((e) => e.from <= d.at)?.to ?? null;
    return (to ?? now) > end ? [{ code: 'RIGHTS_DELAY_TOO_LONG', law: 'Code C Annex B', from: end, to, text: `The delay of ${d.right === 's56_notification' ? 'telling someone' : 'legal advice'} had to end by ${clockTime(end)}.` }] : [];
  });
}
