import { fullTime, readTime } from '#domain/shared/local-time';
import { plusMinutes } from '#domain/shared/time';
import { advanceClock, ClockRefusal, readClock } from './clock.ts';
import { readConfig } from './config.ts';
import { connect, SYSTEM_CLAIMS, withActor } from './database.ts';

const USAGE = 'npm run clock                    what the clock says\nnpm run clock -- +30             forward by 30 minutes\nnpm run clock -- 2026-11-17T21:30  forward to that London time';

/** Reads or advances the training clock from the command line; an advance is audited like any act. */
async function main(argument: string | undefined): Promise<string> {
  const db = connect('app', readConfig(), 1);
  const caller = { actor: { kind: 'system', process: 'loader' }, claims: SYSTEM_CLAIMS, purpose: 'Training: the clock is moved', requestId: 'clock', sessionId: null } as const;
  try {
    return await withActor(db, caller, async ({ trx, audit }) => {
      audit.says({ verb: argument ? 'advanceClock' : 'readClock', subjectType: 'Clock', outcome: 'accepted' });
      const face = await readClock(trx);
      if (!argument) return `${face.training ? 'Training time' : 'Real time'}: ${fullTime(face.now)}`;
      const asked = argument.startsWith('+') ? { at: plusMinutes(face.now, Number(argument.slice(1))) } : readTime(argument);
      if ('problem' in asked) return `${asked.problem.message}\n${USAGE}`;
      return `Training time: ${fullTime((await advanceClock(trx, asked.at)).now)}`;
    });
  } catch (error) {
    if (error instanceof ClockRefusal) return `${error.message} ${error.code}`;
    throw error;
  } finally {
    await db.close();
  }
}

process.stdout.write(`${await main(process.argv[2])}\n`);
