import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { clockTime } from '../../../shared/local-time.ts';
import type { OfficerAt } from '../../../shared/actor.ts';
import { atLeast } from '../../../shared/posts.ts';
import type { Instant } from '../../../shared/time.ts';
import type { CustodyPost, DutyRoster } from '../duty-roster.ts';

const schema = z.object({ handover: f.maybeWords('What was handed over'), officerId: f.maybeOfficer('Officer, if not you'), fallbackReason: f.maybeLine('No custody officer readily available, because…', { hint: 'PACE s.36(4): an officer of any rank, only then.' }) });

/** Entries of before handovers were kept have none. */
type Taken = Omit<CustodyPost, 'from' | 'to' | 'handover'> & { readonly handover?: string };

const custodyPostTaken = eventRule<DutyRoster, Taken>({
  stands: (roster) => (roster.designated ? null : 'Only a designated station has a custody officer.'),
  apply: (roster, e) => ({ ...roster, custodyPosts: [...roster.custodyPosts.map((p) => (p.to === null ? { ...p, to: e.occurredAt } : p)), { handover: '', ...e.data, from: e.occurredAt, to: null }] }),
  says: (e) => `${e.data.officerName} took over as custody officer at ${clockTime(e.occurredAt)}`, theme: 'legal',
});

const rostered = (roster: DutyRoster, officer: OfficerAt, at: Instant): boolean =>
  roster.posts.some((p) => p.officerId === officer.id && p.post === 'custodySergeant' && p.from <= at && (p.to === null || at < p.to) && (p.withdrawnAt === null || at < p.withdrawnAt));

/** A sergeant at least, rostered for it; an officer of any rank, never police staff, where none is readily available and the reason is given. */
const mayHold = (roster: DutyRoster, officer: OfficerAt, at: Instant, fallbackReason: string): boolean =>
  (atLeast(officer.rank, 'sergeant') && rostered(roster, officer, at)) || (atLeast(officer.rank, 'constable') && fallbackReason !== '');

const NOT_CUSTODY_OFFICER = {
  code: 'NOT_CUSTODY_OFFICER', law: 'PACE s.36(3), (4)', message: 'Only a sergeant rostered as custody sergeant here takes the post. Otherwise say why no custody officer is readily available.',
};

/** CUS-10: who holds the custody officer's post from now: a sergeant rostered for it, or any rank where none is readily available. */
export const takeOverCustodyPost = defineAct<DutyRoster, object, z.infer<typeof schema>>({
  name: 'takeOverCustodyPost', label: 'Take over as custody officer', nature: 'happening', group: 'duty', schema, needs: (_, body) => (body.officerId ? { officers: [body.officerId] } : {}), opens: () => OPEN,
  decide: (roster, body, { facts, at, actor }) => {
    const officer = body.officerId && actor.kind === 'system' ? facts.officers[body.officerId] : facts.actor;
    if (!officer || !mayHold(roster, officer, at, body.fallbackReason)) return { refusals: [NOT_CUSTODY_OFFICER] };
    return { events: [{ type: 'custodyPostTaken', data: { officerId: officer.id, officerName: officer.shortName, fallbackReason: body.fallbackReason, handover: body.handover } }] };
  },
  events: { custodyPostTaken },
});
