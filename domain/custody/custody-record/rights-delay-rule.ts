import type { OfficerAt } from '../../shared/actor.ts';
import { effectiveRank } from '../../shared/effective-rank.ts';
import { lawAt } from '../../shared/law.ts';
import { fullTime } from '../../shared/local-time.ts';
import { atLeast, aOrAn, RANK_WORDS } from '../../shared/posts.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import { plusHours, type Instant } from '../../shared/time.ts';
import type { CustodyLaw } from './limits.ts';
import { anyIndictable, type CustodyRecord } from './record.ts';
import type { RightsDelay } from './told.ts';
import { refusal } from './refusals.ts';
import { relevantTime } from './relevant-time.ts';

/** When a delay of rights must have ended: relevant time + 36 h elapsed, hospital time not added (CUS-83, CUS-84; 8a). */
export function rightsDelayMustEnd(record: CustodyRecord, law: CustodyLaw): Instant | null {
  const start = relevantTime(record, law);
  const from = start.at !== null && start.notBefore === null ? start.at : (start.notBefore ?? start.at);
  return from === null ? null : plusHours(from, lawAt(law.rightsDelayHours, from).value);
}

/** Delays that run: a release, on bail too, has ended those of before it. */
export function delaysNow({ rightsDelays, episodes }: CustodyRecord): readonly RightsDelay[] {
  const episode = episodes.at(-1);
  return rightsDelays.filter((d) => d.endedAt === null && (episode === undefined || (episode.to === null && d.at >= episode.from)));
}

/** Delays of legal advice decided since then. */
export const adviceDelays = (record: CustodyRecord, since: Instant): readonly RightsDelay[] => record.rightsDelays.filter((d) => d.right === 's58_legal_advice' && d.at >= since);

const SECTION = { s56_notification: 'PACE s.56(2)', s58_legal_advice: 'PACE s.58(6)' } as const;

/** CUS-83, CUS-84: may this officer delay telling someone of the arrest (inspector), or legal advice (superintendent). */
export function rightsDelayRefusals(record: CustodyRecord, asked: { right: RightsDelay['right']; officer: OfficerAt; at: Instant }, law: CustodyLaw): { refusals: Refusal[]; mustEndBy: Instant | null } {
  const rank = effectiveRank(asked.officer, asked.at);
  const least = lawAt(asked.right === 's56_notification' ? law.delayNotificationLeastRank : law.delayAdviceLeastRank, asked.at).value;
  const end = rightsDelayMustEnd(record, law);
  const refusals = [
    ...when(end !== null && asked.at >= end, refusal('PERIOD_TOO_LONG', { law: 'Code C Annex B', message: end ? `A delay had to end by ${fullTime(end)}, 36 hours from the relevant time. The right is given now.` : '' })),
    ...when(record.charge !== null, refusal('NOT_OPEN', { law: 'Code C Annex B', message: 'They have been charged: no right is delayed after that.' })),
    ...when(!atLeast(rank, least), refusal('RANK_TOO_LOW', { law: SECTION[asked.right], message: `${asked.officer.shortName} is ${aOrAn(RANK_WORDS[rank])}. It takes ${aOrAn(RANK_WORDS[least])} or above.` })),
    ...when(!anyIndictable(record), refusal('NOT_INDICTABLE', { law: SECTION[asked.right] })),
  ];
  return { refusals, mustEndBy: refusals.length === 0 ? end : null };
}
