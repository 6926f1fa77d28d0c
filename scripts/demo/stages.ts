import { plusMinutes, type Instant } from '#domain/shared/time';
import type { Course, Spell } from './course.ts';

export type Stage = 'onTheWay' | 'waiting' | 'detained' | 'withInvestigator' | 'inHospital' | 'left';

export const within = (spell: Spell | null, at: Instant): boolean => spell !== null && at >= spell.from && at < spell.to;

/** Where a person is at that instant; null before the arrest. */
export function stageAt(course: Course, at: Instant): Stage | null {
  if (at < course.arrestedAt) return null;
  if (at >= course.leavesAt) return 'left';
  if (at < course.arrivedAt) return 'onTheWay';
  if (at < course.decidedAt) return 'waiting';
  if (within(course.hospital, at)) return 'inHospital';
  return within(course.interview, at) ? 'withInvestigator' : 'detained';
}

/** In the cell from a little before that instant to it, with nothing else going on then. */
export const quietUntil = (course: Course, at: Instant, minutes: number): boolean =>
  stageAt(course, at) === 'detained' && plusMinutes(at, -minutes) > plusMinutes(course.decidedAt, 10) && [course.hospital, course.interview].every((spell) => spell === null || spell.to < plusMinutes(at, -minutes) || spell.from > plusMinutes(at, 15))
  && [course.soberAt, course.chargedAt, course.leavesAt].every((other) => other === null || other < plusMinutes(at, -minutes) || other > plusMinutes(at, 15));
