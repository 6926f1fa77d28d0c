import { randomUUID } from 'node:crypto';
import { PERSONAS } from '#domain/force/personas';
import { localDate, readTime } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { Session } from './session.ts';
import type { Role, StationPlan } from './steps.ts';

interface Rostered { readonly officerId: string; readonly post: string; readonly from: Instant; readonly to: Instant | null }

/** Who is on duty where: signs each officer in once and keeps the session. */
export class Staff {
  readonly versions = new Map<string, number>();
  private readonly sessions = new Map<string, Promise<Session>>();
  private readonly rosters = new Map<string, Promise<Rostered[]>>();
  private readonly api: string;
  private readonly stations: readonly StationPlan[];
  constructor(api: string, stations: readonly StationPlan[]) { this.api = api; this.stations = stations; }

  /** Each shift that begins in this stretch takes over the custody officer's post where the roster changes hands. */
  async changeShifts(from: Instant, to: Instant): Promise<void> {
    const begins = [localDate(from), localDate(to)].flatMap((day) => ['07:00', '19:00'].map((hour) => readTime(`${day}T${hour}`))).flatMap((read) => ('at' in read && read.at > from && read.at <= to ? [read.at] : []));
    for (const at of new Set(begins)) for (const station of this.stations.filter((s) => !s.own)) await this.takeOver(station, at);
  }

  private async takeOver(station: StationPlan, at: Instant): Promise<void> {
    const sergeant = await this.on(station, 'custodySergeant', at);
    await sergeant?.post(`/api/force/duty-roster/${station.id}/take-over-custody-post`, { commandId: randomUUID(), seenVersion: 0, at, body: { handover: 'Shift change' } });
  }

  private session(officerId: string): Promise<Session> {
    const known = this.sessions.get(officerId) ?? Session.signIn(this.api, officerId);
    this.sessions.set(officerId, known);
    return known;
  }

  /** The officer who held the post at that station then; a persona at the personas' own stations. Null where nobody did. */
  async on(station: StationPlan, role: Role, at: Instant): Promise<Session | null> {
    const persona = PERSONAS.find((p) => p.post === role && p.stations.includes(station.name) && !p.team && p.rank !== 'chief_inspector');
    if (persona) return this.session(persona.id);
    const hour = at.slice(0, 13);
    const key = `${station.id} ${hour < at ? at.slice(0, 10) : ''}`;
    const roster = this.rosters.get(key) ?? this.readRoster(station.id);
    this.rosters.set(key, roster);
    const found = (await roster).find((p) => p.post === role && p.from <= at && (p.to === null || at < p.to));
    return found ? this.session(found.officerId) : null;
  }

  private async readRoster(stationId: string): Promise<Rostered[]> {
    const asker = await this.session(PERSONAS.find((p) => p.post === 'administrator')!.id);
    return (await asker.get<{ posts: Rostered[] }>(`/api/force/duty-roster/${stationId}`)).body.posts;
  }
}
