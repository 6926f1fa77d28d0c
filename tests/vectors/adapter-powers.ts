import { extensionRefusals } from '#domain/custody/custody-record/extension-rule';
import { observation } from '#domain/custody/custody-record/observation-rule';
import { applicationTiming, mayDetainAfterRefusal, warrantExpiry, warrantExtension } from '#domain/custody/custody-record/warrant-rule';
import { rightsDelayRefusals } from '#domain/custody/custody-record/rights-delay-rule';
import type { OfficerAt } from '#domain/shared/actor';
import type { Rank } from '#domain/shared/posts';
import { at, authorised, clockFrom, LAW, maybeAt, recordOf, review, startedAt, stops, type Given, type Told } from './told.ts';

const codes = (refusals: readonly { code: string }[]): string[] => [...new Set(refusals.map((r) => r.code))].toSorted();

/** The deciding officer: rank, s.107 authority for the whole example, responsibility by the post held. */
function officer(given: Given): OfficerAt {
  const rank = given['officer_rank'] as Rank;
  const always = { from: at('2020-01-01T00:00:00Z'), to: at('2030-01-01T00:00:00Z') };
  const acting = given['s107_authorised'] ? { rank: rank === 'sergeant' ? 'inspector' as const : 'superintendent' as const, giverId: 'giver', giverName: 'Ch Supt', giverRank: 'chief_superintendent' as const, ...always, reason: '' } : null;
  const posts = given['responsible_for_station'] ? [{ post: 'superintendent' as const, stations: ['station'], ...always, withdrawnAt: null }] : [];
  return { id: 'officer', shortName: 'Officer', name: 'Officer', rank, acting, posts, teams: [] };
}

/** Reviews of an example are only counted: they stand at the authorisation, one after another. */
const reviews = (given: Given): Told[] => Array.from({ length: Number(given['reviews_completed'] ?? 0) }, () => review(at(given['relevant_time'])));

function held(given: Given, indictable = true): Told[] {
  return [...clockFrom(given, indictable), ...reviews(given), ...stops(given)];
}

export function s42Extension(given: Given): object {
  const when = at(given['decided_at']);
  const earlier = maybeAt(given['previous_authorised_until']);
  const told = held(given, given['offence_indictable'] === true);
  const first: Told[] = earlier ? [{ type: 'extensionAuthorised', at: at(given['relevant_time']), data: { until: earlier, officerName: 'Supt', rank: 'superintendent', grounds: '', method: 'inPerson' } }] : [];
  const decided = extensionRefusals({
    record: recordOf([...told, ...first]), officer: officer(given), at: when, until: null, law: LAW,
    grounds: { necessary: given['detention_necessary'] === true, diligent: given['diligent_and_expeditious'] === true, representations: given['representations_opportunity_given'] === true },
  });
  return { allowed: decided.refusals.length === 0, refuse: codes(decided.refusals), latest_until: decided.latestUntil };
}

export function wfdApplication(given: Given): object {
  const timing = applicationTiming({
    record: recordOf(held(given)), madeAt: at(given['application_made_at']), courtCanSitAt36: given['court_can_sit_at_36h'] === true, nextSittingAt: maybeAt(given['next_court_sitting_at']),
    reasonableToApplyBefore: given['reasonable_to_apply_before_36h'] === true, law: LAW,
  });
  return { in_time: timing.inTime, via: timing.via, limit_36h: timing.limit36, latest_application: timing.latestApplication, must_dismiss: timing.mustDismiss };
}

export function wfdWarrant(given: Given): object {
  const { expiresAt, refusals } = warrantExpiry(at(given['issued_at']), given['hours'] as number, LAW);
  return { valid: refusals.length === 0, refuse: codes(refusals), expires_at: expiresAt };
}

export function wfdExtension(given: Given): object {
  const expiry = at(given['current_expiry']);
  const cap = warrantExtension(recordOf(held(given)), { currentExpiry: expiry, hours: given['hours'] as number, at: expiry }, LAW);
  return { valid: cap.refusals.length === 0, refuse: codes(cap.refusals), max_hours: cap.maxHours, max_expiry: cap.maxExpiry, expires_at: cap.expiresAt };
}

export function wfdRefused(given: Given): object {
  const until = maybeAt(given['s42_authorised_until']);
  const extended: Told[] = until ? [{ type: 'extensionAuthorised', at: at(given['relevant_time']), data: { until, officerName: 'Supt', rank: 'superintendent', grounds: '', method: 'inPerson' } }] : [];
  const may = mayDetainAfterRefusal(recordOf([...held(given), ...extended]), LAW);
  return { may_detain_until: may.until, further_application_needs: may.furtherApplicationNeeds };
}

export function rightsDelay(given: Given): object {
  const when = at(given['relevant_time']);
  const { refusals, mustEndBy } = rightsDelayRefusals(recordOf(held(given, given['offence_indictable'] === true)), { right: given['right'] as 's56_notification', officer: officer(given), at: when }, LAW);
  return { allowed: refusals.length === 0, refuse: codes(refusals), must_end_by: mustEndBy };
}

export function careCheck(given: Given): object {
  const last = at(given['last_check_at']);
  const concern = given['intoxicated_or_consciousness_concern'] === true;
  const needs = { unwell: false, injured: false, drink: concern, drugs: false, swallowed: false, selfHarm: false, pregnant: false, consciousnessConcern: false, vulnerable: false, detail: '' };
  const seen = observation(recordOf([
    startedAt(given['last_check_at']), authorised(last), { type: 'immediateNeedsRecorded', at: last, data: needs },
    { type: 'observationLevelSet', at: last, data: { level: given['level'], rouse: false, reason: '' } }, { type: 'visited', at: last, data: { seen: '', roused: concern } },
  ]), LAW);
  return { next_check_by: seen.visitDue, rouse: seen.rouse, min_level: seen.minLevel };
}

