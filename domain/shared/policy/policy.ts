import { createMongoAbility, subject as asSubject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { OfficerAt, PostHeld } from '../actor.ts';
import { elapsed, HOUR, type Instant } from '../time.ts';
import { POLICY, type PolicyRule } from './rules.ts';

/** A post ended by the clock still counts this long, for entering what happened inside it; a withdrawn one never does. */
const GRACE = 12 * HOUR;

const isHeld = (p: PostHeld, at: Instant): boolean => p.from <= at && (p.withdrawnAt === null || at < p.withdrawnAt) && (p.to === null || at < p.to);
const inGrace = (p: PostHeld, now: Instant): boolean => p.withdrawnAt === null && p.to !== null && p.to <= now && elapsed(p.to, now) < GRACE;

/** The posts held now. */
export const postsHeld = (officer: OfficerAt, now: Instant): readonly PostHeld[] => officer.posts.filter((p) => isHeld(p, now));

interface Reach { readonly all: boolean; readonly stations: readonly string[]; readonly teams: readonly string[] }

const reachOf = (rule: PolicyRule, officer: OfficerAt, posts: readonly PostHeld[]): Reach => ({
  all: rule.scope === 'force', stations: rule.scope === 'ownStations' ? [...new Set(posts.flatMap((p) => p.stations))] : [], teams: rule.scope === 'teams' ? officer.teams : [],
});

interface Granted { readonly rule: PolicyRule; readonly reach: Reach }

const READ = ['read'];

/**
 * The rules an officer's posts give now, with how far each reaches. A post that has ended under 12 hours ago lets its holder read
 * on, and enter what happened `at` an instant while it was held; null: at some instant, yet to be said.
 */
export function granted(officer: OfficerAt, now: Instant, at: Instant | null = now): Granted[] {
  const held = postsHeld(officer, now);
  const late = officer.posts.filter((p) => inGrace(p, now));
  const inside = late.filter((p) => at === null || isHeld(p, at));
  return [...grantedBy(officer, [...held, ...inside]), ...grantedBy(officer, late.filter((p) => !inside.includes(p)), READ)];
}

function grantedBy(officer: OfficerAt, posts: readonly PostHeld[], only?: readonly string[]): Granted[] {
  return POLICY.flatMap((rule) => {
    const fitting = posts.filter((p) => p.post === rule.post);
    const actions = only ? rule.actions.filter((a) => only.includes(a)) : rule.actions;
    return fitting.length === 0 || actions.length === 0 ? [] : [{ rule: { ...rule, actions }, reach: reachOf(rule, officer, fitting) }];
  });
}

export type AppAbility = MongoAbility<[string, string | Record<string, unknown>]>;

/** CASL rules with only `$in` and `$eq` over stationId, teamId and restricted, each of which has its twin in SQL; `at` is when what is entered happened. */
export function abilityRules(officer: OfficerAt, now: Instant, at: Instant | null = now): RawRuleOf<AppAbility>[] {
  return granted(officer, now, at).flatMap(({ rule, reach }) => conditionsOf(reach).map((conditions) => ({ action: [...rule.actions], subject: rule.subject, conditions })));
}

function conditionsOf(reach: Reach): Record<string, unknown>[] {
  const open = { restricted: { $eq: false } };
  if (reach.all) return [open];
  return [
    ...(reach.stations.length > 0 ? [{ ...open, stationId: { $in: [...reach.stations] } }] : []), ...(reach.teams.length > 0 ? [{ ...open, teamId: { $in: [...reach.teams] } }] : []),
  ];
}

export interface Scoped { readonly stationId: string; readonly teamId: string; readonly restricted: boolean }
export const buildAbility = (rules: RawRuleOf<AppAbility>[]): AppAbility => createMongoAbility<AppAbility>(rules);

/** May this act be pressed on a record of that scope: by its own name, or by a rule for every custody act. */
export function may(ability: AppAbility, action: string, subject: string, scope: Scoped): boolean {
  const object: Record<string, unknown> = { stationId: scope.stationId, teamId: scope.teamId, restricted: scope.restricted };
  return allows(ability, action, subject, asSubject(subject, object));
}

/** By its own name, or by the rule for every custody act; without an object: for some record at all. */
export const allows = (ability: AppAbility, action: string, subject: string, object: string | Record<string, unknown> = subject): boolean =>
  ability.can(action, object) || (subject === 'CustodyRecord' && !action.startsWith('read') && ability.can('manageCustody', object));

/** What row-level security reads: per subject, everything or the stations and teams whose rows may be read. */
export function readGrants(officer: OfficerAt, now: Instant): Record<string, { all: boolean; stations: string[]; teams: string[] }> {
  const grants: Record<string, { all: boolean; stations: string[]; teams: string[] }> = {};
  for (const { rule, reach } of granted(officer, now)) {
    if (!rule.actions.includes('read')) continue;
    const had = grants[rule.subject] ?? { all: false, stations: [], teams: [] };
    grants[rule.subject] = { all: had.all || reach.all, stations: [...new Set([...had.stations, ...reach.stations])], teams: [...new Set([...had.teams, ...reach.teams])] };
  }
  return grants;
}
