import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ARREST, GROUNDS, NEEDS, REVIEW } from '#domain/custody/custody-record/example-detention';
import { INVESTIGATION_TEAM } from '#domain/force/personas';
import { stationId } from '../../main/seed.ts';
import { Session } from '../../scripts/demo/session.ts';
import { personaId } from './api-server.ts';

export const HALE = stationId('Hale Road');
type Step = readonly [by: string, act: string, at: string, body?: object];

/** Custody acts over the wire, as the personas, each at its own London time: to fill a desk before anybody looks at it. */
export class CustodyWire {
  private readonly url: string;
  private readonly sessions = new Map<string, Promise<Session>>();
  constructor(url: string) { this.url = url; }

  session(name: string): Promise<Session> {
    const known = this.sessions.get(name) ?? Session.signIn(this.url, personaId(name));
    this.sessions.set(name, known);
    return known;
  }

  /** One act on any record, on its newest version where `seenVersion` is told. Fails the test where it is refused. */
  async act(by: string, path: string, sent: { readonly seenVersion: number; readonly at?: string | null; readonly body?: object }): Promise<number> {
    const { status, body } = await (await this.session(by)).post<{ version: number }>(path, { commandId: randomUUID(), at: null, body: {}, ...sent });
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    return body.version;
  }

  /** Acts on one custody record, in their order; answers its id. */
  async record(...steps: readonly Step[]): Promise<string> {
    const id = randomUUID();
    await this.goOn(id, 0, ...steps);
    return id;
  }

  async goOn(id: string, from: number, ...steps: readonly Step[]): Promise<number> {
    let version = from;
    for (const [by, act, at, body] of steps) version = await this.act(by, `/api/custody/custody-record/${id}/${act}`, { seenVersion: version, at, body: body ?? {} });
    return version;
  }
}

/** Who is arrested, and what is special. */
export interface Person { readonly name: string; readonly dateOfBirth?: string; readonly gender?: string; readonly authorityKind?: string; readonly investigatorName?: string; readonly teamId?: string; readonly personId?: string }

const OKORO = 'Ada Okoro';
export const arrested = (person: Person, at: string): Step => [OKORO, 'record-arrest', at, { ...ARREST, stationId: HALE, teamId: INVESTIGATION_TEAM.id, investigatorName: 'DC Cole', ...person }];
export const inYard = (at: string): Step => [OKORO, 'record-arrival', at, { stationId: HALE, source: 'gateLog' }];
export const asked = (at: string, needs: object = {}): Step => [OKORO, 'record-immediate-needs', at, { ...NEEDS, ...needs }];
export const authorised = (at: string): Step => [OKORO, 'authorise-detention', at, GROUNDS];
export const toldRights = (at: string): Step => [OKORO, 'give-rights', at, { noticeGiven: true, solicitorWanted: false, someoneInformed: false }];
export const onLevel = (level: 1 | 2 | 4, at: string): Step => [OKORO, 'set-observation-level', at, { level: String(level), reason: 'As assessed' }];
export const inCell = (location: string, at: string): Step => [OKORO, 'allocate-location', at, { location }];
export const reviewed = (at: string): Step => ['Sunita Rao', 'conduct-review', at, REVIEW];
export const visitedBy = (by: string, at: string | null, roused = false): Step => [by, 'record-visit', at as string, { roused, seen: 'Awake, steady' }];
