import { PERSONAS } from '#domain/force/personas';
import type { Instant } from '#domain/shared/time';
import type { Role, Station } from './acts.ts';
import { idFrom } from './ids.ts';
import { Session } from './session.ts';

interface Rostered { readonly officerId: string; readonly post: string; readonly from: Instant; readonly to: Instant | null }
interface Refused { readonly refusals?: readonly { readonly code: string }[]; readonly code?: string }

/** Who is on duty where: the personas at their own stations, at the others who else is on the roster. Each signs in once. */
export class Staff {
  private readonly sessions = new Map<string, Promise<Session>>();
  private rosters = new Map<string, Promise<Rostered[]>>();
  private readonly api: string;
  constructor(api: string) { this.api = api; }

  /** Whoever signs in as that post of the force: an administrator, a superintendent of every station. */
  persona(post: 'administrator' | 'superintendent'): Promise<Session> { return this.session(PERSONAS.find((p) => p.post === post && p.stations.length === 0)!.id); }

  /** The officer who held the post at that station then. Throws where the roster names nobody. */
  async on(station: Station, role: Role, at: Instant): Promise<Session> {
    const persona = PERSONAS.find((p) => p.post === role && (role === 'investigatingOfficer' || (station.own && !p.team && p.stations.includes(station.name))));
    if (persona) return this.session(persona.id);
    const found = (await this.roster(station.id)).find((p) => p.post === role && p.from <= at && (p.to === null || at < p.to) && !PERSONAS.some((persona) => persona.id === p.officerId));
    if (!found) throw new Error(`Nobody is on the roster of ${station.name} as ${role} at ${at}.`);
    return this.session(found.officerId);
  }

  /** The roster shows the posts around now: it is read anew whenever the clock has moved. */
  forgetRosters(): void { this.rosters = new Map(); }

  /** The sergeant whose shift begins takes over the custody officer's post. Answers the codes of a refusal. */
  async takeOver(station: Station, at: Instant, seed: number): Promise<readonly string[]> {
    const sergeant = await this.on(station, 'custodySergeant', at);
    const sent = { commandId: idFrom(seed, `${station.id}/take over/${at}`), seenVersion: 0, at, body: { handover: 'Shift change' } };
    const { status, body } = await sergeant.post<Refused>(`/api/force/duty-roster/${station.id}/take-over-custody-post`, sent);
    return status === 200 ? [] : codesOf(status, body);
  }

  private session(officerId: string): Promise<Session> {
    const known = this.sessions.get(officerId) ?? Session.signIn(this.api, officerId);
    this.sessions.set(officerId, known);
    return known;
  }

  private roster(stationId: string): Promise<Rostered[]> {
    const known = this.rosters.get(stationId) ?? this.persona('administrator').then((s) => s.get<{ posts: Rostered[] }>(`/api/force/duty-roster/${stationId}`)).then(({ body }) => body.posts);
    this.rosters.set(stationId, known);
    return known;
  }
}

/** What a refusal says of itself: its codes, or the status where it has none. */
export const codesOf = (status: number, body: Refused): readonly string[] => body.refusals?.map((r) => r.code) ?? [body.code ?? String(status)];
