import type { z } from 'zod/mini';
import { recordKind } from '#domain/records';
import { slug } from '#domain/shared/act';
import type { PostName } from '#domain/shared/posts';
import { POST_WORDS } from '#domain/shared/posts';
import { postsHeld, type Scoped } from '#domain/shared/policy/policy';
import { elapsed, MINUTE, type Instant } from '#domain/shared/time';
import type { Work } from '#platform/database';
import { placesOf } from '#platform/facts/custody';
import { whereAllowed } from '#platform/policy-sql';
import type { SignedIn } from '../shared/caller.ts';
import type { alarmSchema } from './schemas.ts';

type Alarm = z.infer<typeof alarmSchema>;
/** A breach sounds again this long after it was acknowledged, until it ends: by the wall, for a training clock may stand still, or by the platform's clock where that was moved on. */
const REPEAT = 2 * MINUTE;
/** More than any desk can hear; who reads is told how many there are. */
const MOST = 200;

interface Row {
  readonly id: string; readonly record_kind: string; readonly record_id: string; readonly station_id: string; readonly code: string; readonly kind: string; readonly title: string; readonly record_title: string; readonly rung_at: Instant; readonly late: boolean; readonly key: string; readonly due_at: Instant | null; readonly act: string; readonly to_posts: PostName[]; readonly mine: boolean; readonly open: string;
  readonly acknowledged: readonly { officer_id: string; name: string; at: string; wall_ms: number }[] | null; readonly holders: readonly { officer_id: string; name: string; post: PostName }[] | null;
}

interface OpenAlarms { readonly alarms: Alarm[]; /** How many are open, with those that the list is too short for. */ readonly open: number }

/** Open alarms the caller may see, those told to their posts first, breaches before warnings: to whom each was told, and who has acknowledged it by name since it last sounded. */
export async function openAlarms({ trx, audit, now }: Work, who: SignedIn, most = MOST): Promise<OpenAlarms> {
  const visible = whereAllowed(trx('work.alarm').select('*'), who.rules, 'read', 'Alarm').whereNull('ended_at');
  const mine = postsHeld(who.officer, now).flatMap((p) => p.stations.map((station) => `${station} ${p.post}`));
  const { rows } = (await trx.raw(
    `with visible as (?), told as (select v.*, exists (select 1 from unnest(v.to_posts) post where v.station_id || ' ' || post = any (?::text[])) as mine, count(*) over () as open from visible v)
     select a.id, a.record_kind, a.record_id, a.station_id, a.code, a.kind, a.title, a.record_title, a.rung_at, a.late, a.to_posts, a.key, a.due_at, a.mine, a.open,
       coalesce(t.act, '') as act,
       (select jsonb_agg(jsonb_build_object('officer_id', k.officer_id, 'name', k.officer_name, 'at', k.at, 'wall_ms', extract(epoch from clock_timestamp() - k.wall_at) * 1000) order by k.n) from work.alarm_acknowledgement k where k.alarm_id = a.id and k.at >= a.sounded_at) as acknowledged,
       (select jsonb_agg(jsonb_build_object('officer_id', p.officer_id, 'name', o.short_name, 'post', p.post))
          from force.post_held p join force.officer o on o.id::text = p.officer_id
         where p.station_id = a.station_id and p.post = any (a.to_posts) and p.from_at <= ? and (p.to_at is null or p.to_at > ?) and p.withdrawn_at is null) as holders
     from told a left join work.task t on t.record_kind = a.record_kind and t.record_id = a.record_id and t.key = a.key and t.status = 'open'
     order by a.mine desc, a.kind, a.rung_at, a.id limit ?`,
    [visible, mine, now, now, most] as never,
  )) as { rows: Row[] };
  audit.shows('Alarm', rows.flatMap((r) => [r.id, r.record_id]));
  const places = await placesOf(trx, rows.map((r) => r.record_id));
  return { alarms: rows.map((r) => asAlarm(r, { who, now }, places[r.record_id] ?? '')), open: Number(rows[0]?.open ?? 0) };
}

/** Where one open alarm stands, to hold the caller's posts against it; null where there is none that they may see. */
export async function alarmToMe({ trx, now }: Work, who: SignedIn, id: string): Promise<(Scoped & { readonly toMe: boolean }) | null> {
  const [row] = (await whereAllowed(trx('work.alarm').select('station_id', 'team_id', 'restricted', 'to_posts'), who.rules, 'read', 'Alarm').where({ id }).whereNull('ended_at')) as { station_id: string; team_id: string; restricted: boolean; to_posts: PostName[] }[];
  if (!row) return null;
  const toMe = postsHeld(who.officer, now).some((p) => row.to_posts.includes(p.post) && p.stations.includes(row.station_id));
  return { stationId: row.station_id, teamId: row.team_id, restricted: row.restricted, toMe };
}

/** What ends it, as the record's own list of acts calls it. */
function actOf({ record_kind: kind, act }: Row): Alarm['act'] {
  const found = act !== '' ? recordKind(kind).acts.find((a) => slug(a.name) === act) : undefined;
  return found ? { slug: slug(found.name), label: found.label } : null;
}

function asAlarm(r: Row, { who, now }: { readonly who: SignedIn; readonly now: Instant }, place: string): Alarm {
  const last = (id: string) => (r.acknowledged ?? []).findLast((k) => k.officer_id === id);
  const own = last(who.officer.id);
  const holders = [...new Map((r.holders ?? []).map((h) => [h.officer_id, h])).values()];
  return {
    id: r.id, recordKind: r.record_kind, recordId: r.record_id, stationId: r.station_id, code: r.code, kind: r.kind, title: r.title, recordTitle: r.record_title, at: r.rung_at, late: r.late, toMe: r.mine,
    duty: r.key.split('/')[0]!, due: r.due_at, place, act: actOf(r),
    told: holders.map((h) => ({ shortName: h.name, post: POST_WORDS[h.post], acknowledgedAt: last(h.officer_id)?.at ?? null })), acknowledgedByMe: own?.at ?? null,
    repeatsInMs: own ? (r.kind === 'breach' ? Math.max(0, REPEAT - Math.max(Number(own.wall_ms), elapsed(own.at as Instant, now))) : Number.MAX_SAFE_INTEGER) : 0,
  };
}
