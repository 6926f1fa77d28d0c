import 'express-session';
import type { Request } from 'express';
import { abilityRules, buildAbility, readGrants, type AppAbility } from '#domain/shared/policy/policy';
import type { OfficerAt } from '#domain/shared/actor';
import type { Instant } from '#domain/shared/time';
import type { Caller, Claims, Database } from '#platform/database';
import { officerNow } from '#platform/facts/force';
import { notSignedIn } from './errors.ts';

/** Who is signed in, as the roster has them at this very request: a post lost takes effect at once. */
export interface SignedIn {
  readonly officer: OfficerAt;
  readonly claims: Claims;
  readonly ability: AppAbility;
  /** What they may enter of what happened then; null: at some time of a post that ended under 12 hours ago. */
  readonly abilityAt: (at: Instant | null) => AppAbility;
  readonly rules: ReturnType<typeof abilityRules>;
  readonly now: Instant;
  readonly sessionId: string;
}

declare module 'express-session' {
  interface SessionData {
    officerId?: string;
    signedInAt?: number;
    seenAt?: number;
    signIn?: { verifier: string; state: string; nonce: string; returnTo: string };
    idToken?: string;
    /** Somebody signed out of this browser: whoever signs in next is asked who they are. */
    anew?: boolean;
  }
}

/** Reads the officer, their posts and reach now; throws 401 where nobody is signed in. */
export async function signedIn(db: Database, request: Request): Promise<SignedIn> {
  const { officerId } = request.session;
  if (!officerId) throw notSignedIn();
  const known = await officerNow(db, officerId);
  if (!known) throw notSignedIn();
  const { officer, now } = known;
  const rules = abilityRules(officer, now);
  return { officer, now, rules, ability: buildAbility(rules), abilityAt: (at) => buildAbility(abilityRules(officer, now, at)), claims: { officerId, grants: readGrants(officer, now) }, sessionId: request.sessionID };
}

export const callerOf = (who: SignedIn, purpose: string, requestId: string): Caller =>
  ({ actor: { kind: 'person', officer: who.officer }, claims: who.claims, purpose, requestId, sessionId: who.sessionId });
