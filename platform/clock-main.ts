import { fullTime, readTime } from '#domain/shared/local-time';
import { plusMinutes, type Instant } from '#domain/shared/time';
import { advanceClock, ClockRefusal, readClock } from './clock.ts';
import { readConfig } from './config.ts';
import { connect, SYSTEM_CLAIMS, withActor, type Database } from './database.ts';

const USAGE = 'npm run clock                    what the clock says\nnpm run clock -- +30             forward by 30 minutes\nnpm run clock -- 2026-11-17T21:30  forward to that London time';
const NO_MINUTES = `That is no number of minutes. Enter + and whole minutes, like +30.\n${USAGE}`;

interface ClockSaid { readonly moved: boolean; readonly words: string }

function askedTime(argument: string, now: Instant): { at: Instant } | { words: string } {
  if (argument.startsWith('+')) return /^\+\d{1,7}$/.test(argument) ? { at: plusMinutes(now, Number(argument.slice(1))) } : { words: NO_MINUTES };
  const read = readTime(argument);
  return 'problem' in read ? { words: `${read.problem.message}\n${USAGE}` } : read;
}

const caller = { actor: { kind: 'system', process: 'loader' }, claims: SYSTEM_CLAIMS, purpose: 'Training: the clock is moved', requestId: 'clock', sessionId: null } as const;

/** Advances the training clock from the command line; what is refused or cannot be read leaves its line as an advance does. */
export const moveClock = (db: Database, argument: string): Promise<ClockSaid> => withActor(db, caller, async ({ trx, audit }) => {
  audit.says({ verb: 'advance', subjectType: 'Clock' });
  const asked = askedTime(argument, (await readClock(trx)).now);
  if ('words' in asked) {
    audit.says({ outcome: 'BAD_SHAPE' });
    return { moved: false, words: asked.words };
  }
  try {
    const words = fullTime((await advanceClock(trx, asked.at)).now);
    audit.says({ outcome: 'accepted', detail: { to: words } });
    return { moved: true, words: `Training time: ${words}` };
  } catch (error) {
    if (!(error instanceof ClockRefusal)) throw error;
    audit.says({ outcome: 'REFUSED', detail: { refusals: [error.code] } }); // refused before anything was written, so its line can stand
    return { moved: false, words: `${error.message} ${error.code}` };
  }
});

/** What the clock says, in words. */
export const tellClock = (db: Database): Promise<string> => withActor(db, { ...caller, purpose: 'Training: the clock is read' }, async ({ trx, audit }) => {
  audit.says({ verb: 'read', subjectType: 'Clock', outcome: 'shown' });
  const face = await readClock(trx);
  return `${face.training ? 'Training time' : 'Real time'}: ${fullTime(face.now)}`;
});

async function main(argument: string | undefined): Promise<void> {
  const db = connect('app', readConfig(), 1);
  try {
    const said = argument ? await moveClock(db, argument) : { moved: true, words: await tellClock(db) };
    process[said.moved ? 'stdout' : 'stderr'].write(`${said.words}\n`);
    if (!said.moved) process.exitCode = 1;
  } finally {
    await db.close();
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main(process.argv[2]);
