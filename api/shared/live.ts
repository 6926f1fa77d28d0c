import type { Request, Response, Express } from 'express';
import { may } from '#domain/shared/policy/policy';
import { readClock, type ClockFace } from '#platform/clock';
import { asSystem, withActor, type Database } from '#platform/database';
import { callerOf, signedIn } from './caller.ts';
import { requestIdOf } from './route.ts';

interface Listener { readonly shows: ReadonlySet<string>; readonly send: (event: string, data: object) => void; readonly check: (about: string) => Promise<boolean> }

/** Hints coalesce for this long, with as much jitter again, so that a busy suite does not make every desk re-read at once. */
const COALESCE = 500;

/** Live hints: a browser names what it shows, and is told only that it changed; it reads again, and is authorised again. */
export class LiveHints {
  private readonly listeners = new Set<Listener>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  /** From the database's `peel_changed`: `kind:id:station`. */
  changed(payload: string): void {
    const [kind, id, station] = payload.split(':');
    for (const about of [`record:${id}`, `station:${station}`, kind === 'alarm' ? 'alarms' : 'inbox']) this.pending.add(about);
    this.timer ??= setTimeout(() => { this.flush(); }, COALESCE + Math.random() * COALESCE);
  }

  clockMoved({ now, running }: ClockFace): void { for (const listener of this.listeners) listener.send('clock', { now, running }); }

  private flush(): void {
    const about = [...this.pending];
    this.pending.clear();
    this.timer = null;
    for (const listener of this.listeners) {
      const fitting = about.filter((a) => listener.shows.has(a));
      if (fitting.length > 0) void listener.check(fitting[0]!).then((still) => { listener.send(still ? 'hint' : 'ended', still ? { about: fitting } : {}); }, () => { listener.send('ended', {}); });
    }
  }

  add(listener: Listener): () => void { this.listeners.add(listener); return () => { this.listeners.delete(listener); }; }
}

const KEEP_ALIVE = 20_000;

/** `GET /api/live?show=station:…,record:…,inbox,alarms`: server-sent events; what it may show is checked when opened and before each hint. */
export function mountLive(app: Express, db: Database, hints: LiveHints): void {
  app.get('/api/live', async (request: Request, response: Response) => {
    const who = await signedIn(db, request);
    const { show } = request.query;
    const asked = (typeof show === 'string' ? show : '').split(',').filter(Boolean).slice(0, 20);
    const mine = (station: string) => may(who.ability, 'read', 'CustodyRecord', { stationId: station, teamId: who.officer.teams[0] ?? '', restricted: false });
    const shows = new Set(asked.filter((a) => a === 'inbox' || a === 'alarms' || a.startsWith('record:') || (a.startsWith('station:') && mine(a.slice(8)))));
    await withActor(db, callerOf(who, 'Duty: live', requestIdOf(request)), ({ audit }) => { audit.says({ verb: 'stream', subjectType: 'Live', subjectIds: [...shows], outcome: 'shown' }); return Promise.resolve(); });
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', connection: 'keep-alive' });
    response.write('retry: 2000\n\n');
    const send = (event: string, data: object) => { response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`); };
    const remove = hints.add({ shows, send, check: async () => (await signedIn(db, request)).rules.length > 0 });
    const tellTime = (): void => { void asSystem(db, ({ trx }) => readClock(trx)).then(({ now, running }) => { send('beat', { now, running }); }, () => { response.end(); }); };
    tellTime(); // the clock may have been moved while nobody listened
    const beat = setInterval(tellTime, KEEP_ALIVE);
    request.on('close', () => { clearInterval(beat); remove(); });
  });
}
