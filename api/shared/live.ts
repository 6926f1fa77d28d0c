import type { Request, Response, Express } from 'express';
import { readClock, type ClockFace } from '#platform/clock';
import { asSystem, withActor, type Database } from '#platform/database';
import { callerOf, signedIn } from './caller.ts';
import { readEngine, type EngineFace } from './engine-state.ts';
import { mayFollow } from './may-follow.ts';
import { requestIdOf } from './route.ts';
import { hasEnded } from './sign-in.ts';

/** One browser's stream. `fitting` says which of these it may still be told of; null where its session is over. */
interface Listener { readonly shows: Set<string>; readonly send: (event: string, data: object) => void; readonly fitting: (about: readonly string[]) => Promise<readonly string[] | null>; readonly end: () => void }

/** Hints coalesce for this long, with as much jitter again, so that a busy suite does not make every desk re-read at once. */
const COALESCE = 500;

/** Live hints: a browser names what it shows, and is told only that it changed; it reads again, and is authorised again. */
export class LiveHints {
  private readonly listeners = new Set<Listener>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private face: EngineFace | null = null;

  /** From the database's `peel_changed`: `kind:id:station`. */
  changed(payload: string): void {
    const [kind, id, station] = payload.split(':');
    for (const about of [`record:${id}`, `station:${station}`, kind === 'alarm' ? 'alarms' : kind === 'notice' ? `notices:${id}` : 'inbox']) this.pending.add(about);
    this.timer ??= setTimeout(() => { this.flush(); }, COALESCE + Math.random() * COALESCE);
  }

  clockMoved({ now, running }: ClockFace): void { for (const listener of this.listeners) listener.send('clock', { now, running }); }

  /** Said when it changes; whoever opens a stream later is told with its first beat. */
  engineIs(face: EngineFace): void {
    const said = this.face;
    this.face = face;
    if (said?.up === face.up && said.held === face.held) return;
    for (const listener of this.listeners) listener.send('engine', face);
  }

  /** As it was last said to be; null until it was looked at. */
  get engine(): EngineFace | null { return this.face; }

  private flush(): void {
    const about = [...this.pending];
    this.pending.clear();
    this.timer = null;
    for (const listener of this.listeners) void tell(listener, about.filter((a) => listener.shows.has(a)));
  }

  add(listener: Listener): () => void { this.listeners.add(listener); return () => { this.listeners.delete(listener); }; }
}

/** What may no longer be followed is hinted at once more, so that the page reads again and is refused, and then never again. */
async function tell(listener: Listener, about: readonly string[]): Promise<void> {
  if (about.length === 0) return;
  const fitting = await listener.fitting(about).catch(() => 'unknown' as const);
  if (fitting === 'unknown') { listener.end(); return; } // nothing was learnt of the session: the browser opens the stream anew and asks
  if (fitting === null) { listener.send('ended', {}); listener.end(); return; }
  listener.send('hint', { about });
  for (const lost of about.filter((a) => !fitting.includes(a))) listener.shows.delete(lost);
}

/** A record is named by its id alone as well, so that its own search finds who watched it. What no hint is called is nobody's words to keep. */
const opened = (asked: readonly string[], shows: ReadonlySet<string>) => ({
  verb: 'stream', subjectType: 'Live', subjectIds: [...shows, ...[...shows].filter((a) => a.startsWith('record:')).map((a) => a.slice('record:'.length))], outcome: 'shown',
  detail: { denied: asked.filter((a) => !shows.has(a) && A_HINT.test(a)) },
});
const A_HINT = /^(inbox|alarms|(notices|station|record):[0-9a-f-]{36})$/i;

const KEEP_ALIVE = 20_000;
const MOST = 20;

/** `GET /api/live?show=station:…,record:…,inbox,alarms`: server-sent events; what it may show is checked when opened and before each hint. */
export function mountLive(app: Express, db: Database, hints: LiveHints): void {
  app.get('/api/live', async (request: Request, response: Response) => {
    const { show } = request.query;
    const who = await signedIn(db, request);
    const asked = (typeof show === 'string' ? show : '').split(',').filter(Boolean).slice(0, MOST);
    const shows = new Set(await mayFollow(db, who, asked));
    await withActor(db, callerOf(who, 'Duty: live', requestIdOf(request)), ({ audit }) => { audit.says(opened(asked, shows)); return Promise.resolve(); });
    if (response.closed) return; // its one close has been and gone: a listener added now would never be taken off
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', connection: 'keep-alive' });
    response.write('retry: 2000\n\n');
    const send = (event: string, data: object) => { response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`); };
    const fitting = async (about: readonly string[]) => {
      if (await hasEnded(request)) return null;
      return mayFollow(db, await signedIn(db, request), about);
    };
    const end = () => { response.end(); };
    const remove = hints.add({ shows, send, fitting, end });
    const sayTime = (): void => { void sayBeat(db, hints, request, { send, end }); };
    sayTime(); // the clock may have been moved while the page opened its connection
    const beat = setInterval(sayTime, KEEP_ALIVE);
    response.on('close', () => { clearInterval(beat); remove(); });
  });
}

/** Says the time and how the engine is now and then, and ends with the session. What the hints have said of the engine meanwhile is newer than what was read. */
async function sayBeat(db: Database, hints: LiveHints, request: Request, { send, end }: Pick<Listener, 'send' | 'end'>): Promise<void> {
  try {
    if (await hasEnded(request)) { send('ended', {}); end(); return; }
    const [{ now, running }, read] = await asSystem(db, async ({ trx }) => [await readClock(trx), hints.engine ?? (await readEngine(trx))] as const);
    send('beat', { now, running, engine: hints.engine ?? read });
  } catch {
    end(); // the browser opens it anew and finds out what is wrong
  }
}
