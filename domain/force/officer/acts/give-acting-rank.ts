import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import type { ActingRank, Actor, OfficerAt } from '../../../shared/actor.ts';
import * as f from '../../../shared/fields.ts';
import { atLeast, RANK_WORDS, type Rank } from '../../../shared/posts.ts';
import type { Instant } from '../../../shared/time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { rankAt, type Officer } from '../officer.ts';

const RANKS = { inspector: 'Inspector (a sergeant)', superintendent: 'Superintendent (a chief inspector)' } as const;
const schema = z.object({ rank: f.choice('Rank to exercise', RANKS, 'Choose the rank.'), giverId: f.officer('Authority given by', 'Choose the officer who gives it.'), from: f.time('From', 'Enter when it begins.'), to: f.time('To', 'Enter when it ends.'), reason: f.words('Reason', 'Say why, or whose absence is covered.') });
type Body = z.infer<typeof schema>;

const actingRankGiven = eventRule<Officer, ActingRank>({
  apply: (officer, e) => ({ ...officer, acting: [...officer.acting, e.data] }), says: (e) => `May exercise the powers of ${RANK_WORDS[e.data.rank]}, by authority of ${e.data.giverName}`, theme: 'legal',
});

/** The rank an officer must hold to be given it, and the least rank that may give it (PACE s.107). */
const RULES: Readonly<Record<Body['rank'], { holder: Rank; giver: Rank; words: string }>> = {
  inspector: { holder: 'sergeant', giver: 'superintendent', words: 'a superintendent or above' }, superintendent: { holder: 'chief_inspector', giver: 'chief_superintendent', words: 'an officer above superintendent' },
};

const isOwn = (officer: Officer, actor: Actor): boolean => actor.kind === 'person' && actor.officer.id === officer.id;

function refusals(officer: Officer, body: Body, giver: OfficerAt | undefined, at: Instant): Refusal[] {
  const rule = RULES[body.rank];
  const law = 'PACE s.107';
  return [
    ...when(rankAt(officer) !== rule.holder, { code: 'ACTING_RANK_NOT_ALLOWED', law, field: 'rank', message: `Only a ${RANK_WORDS[rule.holder]} can be authorised to exercise this rank.` }),
    ...when(!giver || !atLeast(giver.rank, rule.giver), { code: 'GIVER_RANK_TOO_LOW', law, field: 'giverId', message: `The authority must be given by ${rule.words}.` }),
    ...when(body.from < at, { code: 'ACTING_RANK_BACKDATED', law, field: 'from', message: 'An authority counts from when it is given. Where it was given earlier and is entered late, enter that time as when it happened.' }),
    ...when(body.to <= body.from, { code: 'WINDOW_REQUIRED', law, field: 'to', message: 'The authority must end after it begins.' }),
  ];
}

/** CUS-12: the authority, its giver and its window; without it the substantive rank counts. */
export const giveActingRank = defineAct<Officer, object, Body>({
  name: 'giveActingRank', label: 'Give acting rank', nature: 'power', group: 'duty', schema, needs: (_, body) => ({ officers: [body.giverId] }), opens: () => OPEN,
  decide: (officer, body, { facts, actor, at }) => {
    const giver = facts.officers[body.giverId];
    const found = [...when(isOwn(officer, actor), { code: 'OWN_RANK', law: 'policy', message: 'Nobody enters a rank for themselves. Ask another administrator.' }), ...refusals(officer, body, giver, at)];
    if (found.length > 0 || !giver) return { refusals: found };
    const data: ActingRank = { rank: body.rank, giverId: giver.id, giverName: giver.shortName, giverRank: giver.rank, from: body.from, to: body.to, reason: body.reason };
    return { events: [{ type: 'actingRankGiven', data }] };
  },
  events: { actingRankGiven },
});
