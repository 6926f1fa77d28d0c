import * as z from 'zod/mini';
import { POST_WORDS } from '#domain/shared/posts';
import { postsHeld } from '#domain/shared/policy/policy';
import { readClock } from '#platform/clock';
import { engineTrouble, readHeard } from '#platform/engine-state';
import { stationsById } from '#platform/facts/force';
import { isHeld } from '#platform/holds';
import { read, type Route } from './route.ts';

const schema = z.object({
  officer: z.object({ id: z.string(), name: z.string(), shortName: z.string(), rank: z.string(), posts: z.array(z.object({ post: z.string(), words: z.string(), stations: z.array(z.object({ id: z.string(), name: z.string() })) })), teams: z.array(z.string()) }),
  rules: z.array(z.unknown()), clock: z.object({ now: z.string(), training: z.boolean(), running: z.boolean() }), engine: z.object({ up: z.boolean(), held: z.boolean() }),
});

/** Who I am, what I may do, what time it is, whether the engine runs. */
export const sessionRoutes = (): Route[] => [{
  method: 'get', path: '/api/session', summary: 'The session', schema: { response: schema }, permission: ['read', 'Session'], purpose: 'The person’s own session',
  handler: read(async ({ who }, { trx, audit }) => {
    audit.says({ verb: 'read', subjectType: 'Session', outcome: 'shown' });
    const posts = postsHeld(who.officer, who.now);
    const stations = await stationsById(trx, posts.flatMap((p) => p.stations));
    return {
      officer: { id: who.officer.id, name: who.officer.name, shortName: who.officer.shortName, rank: who.officer.rank, posts: posts.map((p) => ({ post: p.post, words: POST_WORDS[p.post], stations: p.stations.map((id) => ({ id, name: stations[id]?.name ?? '' })) })), teams: [...who.officer.teams] },
      rules: who.rules, clock: await readClock(trx), engine: { up: engineTrouble(await readHeard(trx)) === null, held: await isHeld(trx) },
    };
  }),
}];
