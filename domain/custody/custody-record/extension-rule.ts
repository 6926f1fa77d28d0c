import type { OfficerAt } from '../../shared/actor.ts';
import { effectiveRank } from '../../shared/effective-rank.ts';
import { lawAt } from '../../shared/law.ts';
import { fullTime } from '../../shared/local-time.ts';
import { atLeast, aOrAn, RANK_WORDS } from '../../shared/posts.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import { earliest, elapsed, latest, MINUTE, type Instant } from '../../shared/time.ts';
import { limits, type Limits } from './detention-clock.ts';
import { holdsPost } from './independence.ts';
import type { CustodyLaw } from './limits.ts';
import { anyIndictable, withoutChargeSince, type CustodyRecord } from './record.ts';
import type { Extension } from './told.ts';
import { reviewCycle, underReview } from './review-cycle.ts';
import { refusal } from './refusals.ts';

export interface ExtensionGrounds {
  readonly necessary: boolean;
  readonly diligent: boolean;
  /** CUS-52: the detainee (awake) or an available solicitor had the chance. */
  readonly representations: boolean;
}

export interface ExtensionAsked {
  readonly record: CustodyRecord;
  readonly officer: OfficerAt;
  readonly at: Instant;
  /** null: only asks how far it may go. */
  readonly until: Instant | null;
  readonly grounds: ExtensionGrounds;
  readonly law: CustodyLaw;
}

/** The extensions that belong to this detention without charge: given since the last return from bail, or since the arrest after a charge. */
export const extensionsInForce = (record: CustodyRecord): readonly Extension[] => {
  const since = withoutChargeSince(record);
  return since ? record.extensions.filter((e) => e.at >= since) : record.extensions;
};

const NO_LIMITS: Limits = { basic: null, extended: null, ceiling: null };

/**
 * CUS-50 to CUS-53: may this officer authorise detention beyond 24 hours, and to when at the latest. A second authority needs the
 * first still to stand and drops the 24 hour cut-off (s.42(2)). Every refusal that applies is given.
 */
export function extensionRefusals(asked: ExtensionAsked): { refusals: Refusal[]; latestUntil: Instant | null } {
  const { record, law } = asked;
  const limit = limits(record, law);
  const { basic, extended } = limit ?? NO_LIMITS;
  const given = extensionsInForce(record);
  const refusals = [
    ...noClock(record), ...underWarrant(record), ...conditions(asked), ...officerRefusals(asked),
    ...(given.length > 0 ? secondAuthority(asked, given, limit) : firstAuthority(asked, basic)), ...endRefusals(asked, extended),
  ];
  return { refusals, latestUntil: refusals.length === 0 ? extended : null };
}

/** s.42 prolongs detention without charge under s.41: nobody charged, or held by another authority, has such a clock (CUS-8). */
const noClock = (record: CustodyRecord): Refusal[] =>
  when(record.authorityKind !== 'PACE_PRECHARGE' || record.charge !== null, refusal('NOT_OPEN', {
    law: 'PACE s.42(1)', message: record.charge ? 'They have been charged: there is no detention without charge to extend.' : 'They are not held under s.37: there is no detention clock to extend.',
  }));

/** CUS-63: a warrant runs from its issue and what was left of a superintendent's time is lost; it comes back only by s.44. */
const underWarrant = (record: CustodyRecord): Refusal[] => {
  const since = withoutChargeSince(record);
  return when(record.warrants.some((w) => since === null || w.issuedAt >= since), refusal('NOT_OPEN', { law: 'PACE s.43(11), s.44', message: 'A warrant of further detention was issued: only the court may extend it.' }));
};

const conditions = ({ record, grounds }: ExtensionAsked): Refusal[] => [
  ...when(!grounds.necessary, refusal('NOT_NECESSARY')), ...when(!anyIndictable(record), refusal('NOT_INDICTABLE')),
  ...when(!grounds.diligent, refusal('NOT_DILIGENT')), ...when(!grounds.representations, refusal('NO_REPRESENTATIONS_OPPORTUNITY')),
];

function officerRefusals({ record, officer, at, law }: ExtensionAsked): Refusal[] {
  const least = lawAt(law.extensionLeastRank, at).value;
  return [
    ...when(!atLeast(effectiveRank(officer, at), least), refusal('RANK_TOO_LOW', {
      law: 'PACE s.42(1), s.107', message: `${officer.shortName} is ${aOrAn(RANK_WORDS[effectiveRank(officer, at)])}. It takes ${aOrAn(RANK_WORDS[least])} or above, or a chief inspector with authority under s.107.`,
    })),
    ...when(!holdsPost(officer, 'superintendent', record.stationId, at), refusal('NOT_RESPONSIBLE_FOR_STATION', {
      message: `${officer.shortName} was not responsible for ${record.stationName || 'this station'} at that time. The superintendent responsible for the station must decide.`,
    })),
  ];
}

function firstAuthority({ record, at, law }: ExtensionAsked, basic: Instant | null): Refusal[] {
  const count = reviewCycle(record, law).countOnClock;
  return [
    ...when(underReview(record) && count < 2, refusal('BEFORE_SECOND_REVIEW', {
      message: `${count === 0 ? 'No review has' : 'One review has'} been done. Detention cannot be extended until the second is carried out.${whenToReview(record, law, at)}`,
    })),
    ...when(basic !== null && at > basic, refusal('AFTER_24H', basic ? { message: `The 24 hours ended at ${fullTime(basic)}. A first extension had to be given by then. Charge or release now.` } : {})),
  ];
}

const whenToReview = (record: CustodyRecord, law: CustodyLaw, at: Instant): string => {
  const next = reviewCycle(record, law).next;
  if (!next) return ' You may bring it forward.';
  return at <= next.latest ? ` You may bring it forward; latest time ${fullTime(next.latest)}.` : ` Review ${next.n} was due by ${fullTime(next.latest)}: it comes first.`;
};

/** A limit as the desk reads it, to the minute: who authorises to it writes that minute, and means the limit, whose seconds no form takes. */
const writtenFor = (until: Instant, limit: Instant): boolean => elapsed(until, limit) >= 0 && elapsed(until, limit) < MINUTE && until.endsWith(WHOLE_MINUTE);
const WHOLE_MINUTE = ':00.000Z';

/**
 * When a s.42 authority ends: at the instant given or at the 36 hours as now derived, whichever comes first (8a CUS-53), and given to
 * the minute they end in, at them; an end before the 24 hours takes nothing from them, nor while the clock stands still short of
 * them: then it has no end yet (null).
 */
export function authorityEnds({ until }: Extension, limit: Limits | null): Instant | null {
  if (limit !== null && limit.basic === null) return null;
  const end = limit?.extended ? (writtenFor(until, limit.extended) ? limit.extended : earliest(until, limit.extended)) : until;
  return limit?.basic ? latest(end, limit.basic) : end;
}

/** To when the authorities given reach: a further one that ends earlier takes nothing from them. null: none is given, or none has an end yet. */
export function givenTo(given: readonly Extension[], limit: Limits | null): Instant | null {
  const ends = given.map((e) => authorityEnds(e, limit));
  return ends.reduce((a, b) => (a === null || b === null ? null : latest(a, b)), ends[0] ?? null);
}

function secondAuthority({ at }: ExtensionAsked, given: readonly Extension[], limit: Limits | null): Refusal[] {
  const extended = limit?.extended ?? null;
  const ended = givenTo(given, limit);
  return [
    ...when(ended !== null && at > ended, refusal('AUTHORITY_LAPSED', { message: `The first authority ended at ${ended ? fullTime(ended) : ''}. A further one had to be given by then. Charge or release now.` })),
    ...when(extended !== null && at > extended, refusal('AFTER_36H')),
  ];
}

const endRefusals = ({ until, at }: ExtensionAsked, extended: Instant | null): Refusal[] =>
  until === null ? [] : [
    ...when(extended !== null && until > extended, refusal('PERIOD_TOO_LONG', { field: 'until', law: 'PACE s.42(1), (2)', message: `Detention can be authorised to ${extended ? fullTime(extended) : ''} at the latest (36 hours). Enter that or an earlier end.` })),
    ...when(until <= at, refusal('PERIOD_TOO_SHORT', { field: 'until' })),
  ];
