import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { POST_WORDS } from '../../../shared/posts.ts';
import { when } from '../../../shared/refusal.ts';
import type { DutyRoster } from '../duty-roster.ts';

const withdrawal = z.object({ officerId: f.officer('Officer', 'Choose the officer.'), post: f.choice('Post', POST_WORDS, 'Choose the post.'), reason: f.words('Reason', 'Say why.') });
type Withdrawal = z.infer<typeof withdrawal>;
const holds = (roster: DutyRoster, body: Pick<Withdrawal, 'officerId' | 'post'>) => roster.posts.some((p) => p.officerId === body.officerId && p.post === body.post && p.withdrawnAt === null);
const postWithdrawn = eventRule<DutyRoster, Withdrawal>({
  stands: (roster, e) => (holds(roster, e.data) ? null : 'They do not hold that post.'),
  apply: (roster, e) => ({ ...roster, posts: roster.posts.map((p) => (p.officerId === e.data.officerId && p.post === e.data.post && p.withdrawnAt === null && (p.to === null || p.to > e.occurredAt) ? { ...p, withdrawnAt: e.occurredAt } : p)) }),
  says: (e) => `${POST_WORDS[e.data.post]} withdrawn: ${e.data.reason}`, theme: 'people',
});

/** A post taken away ends its permissions with the next request. */
export const withdrawPost = defineAct<DutyRoster, object, Withdrawal>({
  name: 'withdrawPost', label: 'Withdraw post', nature: 'happening', group: 'duty', schema: withdrawal, opens: () => OPEN, decide: (_, body) => ({ events: [{ type: 'postWithdrawn', data: body }] }), events: { postWithdrawn },
  bars: (event, actor) => when(actor.kind === 'person' && actor.officer.id === (event.data as Withdrawal).officerId, { code: 'OWN_POST', law: 'policy', message: 'Nobody gives a post back to themselves. Ask another administrator.' }),
});
