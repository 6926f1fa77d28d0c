import type { Knex } from 'knex';
import { CASE_QUEUES, CASE_TYPES } from '#domain/work/task/case-task';
import { TASK_TYPES } from '#domain/work/task/task-types';
import { teamReach } from '#domain/work/task/team';
import { HOUR, SECOND, type Instant } from '#domain/shared/time';
import { tagBefore } from '#domain/shared/urgency';
import type { Work } from '#platform/database';
import { whereAllowed } from '#platform/policy-sql';
import type { SignedIn } from '../shared/caller.ts';
import { fitting, NOBODY_FITS, ON_DUTY } from './somebody-fit.ts';

/** What is missing is told this long before the task is due: later than that there is time to mend it. */
const LIKELY_LATE_WITHIN = 2 * HOUR;
const tagsAt = (at: Instant): string => JSON.stringify(Object.fromEntries(TASK_TYPES.map((type) => [type, tagBefore(type, at) / SECOND])));
type Clause = (q: Knex.QueryBuilder) => void;
/**
 * How each task stands now, decided by the database so that a list is narrowed, counted and cut there: overdue before due, both by the
 * clock alone; a hold hides neither, for no statutory clock stops for it. `tags` are the domain's own early tags.
 */
const STOOD = `
  select s.*, case
      when s.status = 'closed' then 'closed' when s.due_at < :now then 'overdue' when s.due_at <= s.tagged_until then 'due' when s.held then 'held'
      when s.due_at is null and s.asap then 'due' when s.lacking <> '' then 'likelyLate' else 'notDue' end as state
  from (
    select t.*, o.short_name as assignee_name,
      :now::timestamptz + make_interval(secs => coalesce((:tags::jsonb ->> t.type)::double precision, :otherTag)) as tagged_until,
      t.hold_reason <> '' and (t.held_until is null or t.held_until > :now) as held,
      t.assignee_id <> '' and not d.on_duty as owner_off,
      case when t.due_at is null or t.due_at > :now::timestamptz + make_interval(secs => :soon) then ''
        when t.assignee_id <> '' and not d.on_duty then 'ownerOff' when t.assignee_id <> '' and d.off_at < t.due_at then 'ownerLeaves'
        when t.assignee_id = '' and ${NOBODY_FITS} then 'nobody'
        else '' end as lacking
    from visible t left join force.officer o on o.id::text = t.assignee_id
      left join lateral (select count(*) > 0 as on_duty, case when bool_or(p.to_at is null) then null else max(p.to_at) end as off_at from force.post_held p where p.officer_id = t.assignee_id and ${ON_DUTY}) d on true
  ) s`;

/** A case alone shows clock, authority, review and its own work; visits, levels and rights are for who reads care (policy.md). */
const ofCareOnlyTo = (who: SignedIn): Clause => (q) => {
  void q.where((any) => {
    void any.whereNot({ record_kind: 'custody-record' }).orWhereIn('queue', [...CASE_QUEUES]).orWhereIn('type', [...CASE_TYPES]).orWhere((care) => { whereAllowed(care, who.rules, 'readCare', 'CustodyRecord'); });
  });
};

/** Tasks the caller may see, each as it stands now; `restrict` narrows them before anything is worked out. */
export function standing({ trx, now }: Work, who: SignedIn, restrict: (q: Knex.QueryBuilder) => void): Knex.QueryBuilder {
  const visible = whereAllowed(trx('work.task').select('*'), who.rules, 'read', 'Task').modify(ofCareOnlyTo(who)).modify(restrict);
  return trx.with('visible', visible as never).with('stood', trx.raw(STOOD, { ...fitting(now), tags: tagsAt(now), otherTag: tagBefore('', now) / SECOND, soon: LIKELY_LATE_WITHIN / SECOND } as never)).from('stood') as unknown as Knex.QueryBuilder;
}

export type OwnerFilter = 'mine' | 'unowned' | 'team' | 'all';

/** What stands under each owner's filter; Unowned is what nobody of the team has taken yet. */
export function ownerClause(owner: OwnerFilter, who: SignedIn, now: Instant): Clause {
  switch (owner) {
    case 'mine': return (q) => { void q.where('assignee_id', who.officer.id); };
    case 'unowned': return (q) => { ofTeam(who, now)(q); void q.where('assignee_id', ''); };
    case 'team': return ofTeam(who, now);
    case 'all': return () => undefined;
  }
}

const ofTeam = (who: SignedIn, now: Instant): Clause => (q) => {
  void q.where((any) => {
    void any.whereRaw('false');
    for (const { queues, types, stations, teams } of teamReach(who.officer, now)) {
      void any.orWhere((one) => {
        void one.where((place) => { void place.whereIn('station_id', [...stations]).orWhereIn('team_id', [...teams]); }).where((what) => { void what.whereIn('queue', [...queues]).orWhereIn('type', [...types]); });
      });
    }
  });
};

