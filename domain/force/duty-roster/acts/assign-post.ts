import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { POST_WORDS } from '../../../shared/posts.ts';
import { when } from '../../../shared/refusal.ts';
import type { DutyRoster, RosteredPost } from '../duty-roster.ts';

const schema = z.object({ officerId: f.officer('Officer', 'Choose the officer.'), post: f.choice('Post', POST_WORDS, 'Choose the post.'), from: f.time('From', 'Enter when it begins.'), to: f.maybeTime('To', 'Enter when it ends, or leave it empty.') });

const postAssigned = eventRule<DutyRoster, Omit<RosteredPost, 'withdrawnAt'>>({
  apply: (roster, e) => ({ ...roster, posts: [...roster.posts, { ...e.data, withdrawnAt: null }] }), says: (e) => `${e.data.officerName}: ${POST_WORDS[e.data.post]}`, theme: 'people',
});

/** A post for a shift, or until withdrawn; a superintendent responsible for several stations is rostered at each (CUS-14). */
export const assignPost = defineAct<DutyRoster, object, z.infer<typeof schema>>({
  name: 'assignPost', label: 'Assign post', nature: 'happening', group: 'duty', schema, needs: (_, body) => ({ officers: [body.officerId] }), opens: () => OPEN,
  decide: (_, body, { facts, actor }) => {
    const officer = facts.officers[body.officerId];
    const refusals = [
      ...when(!officer, { code: 'OFFICER_UNKNOWN', law: 'policy', field: 'officerId', message: 'There is no such officer. Choose one from the list.' }),
      ...when(actor.kind === 'person' && actor.officer.id === body.officerId, { code: 'OWN_POST', law: 'policy', message: 'Nobody gives a post to themselves. Ask another administrator.' }),
      ...when(body.to !== null && body.to <= body.from, { code: 'WINDOW_REQUIRED', law: 'policy', field: 'to', message: 'The post must end after it begins.' }),
    ];
    return refusals.length > 0 || !officer ? { refusals } : { events: [{ type: 'postAssigned', data: { ...body, officerName: officer.shortName } }] };
  },
  events: { postAssigned },
});
