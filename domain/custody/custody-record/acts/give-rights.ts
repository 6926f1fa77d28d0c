import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { needsDetention, opensInCustody, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';

const schema = z.object({
  solicitorWanted: f.yesNo('Solicitor wanted?', 'Record the answer.'), someoneInformed: f.yesNo('Someone to be told?', 'Record the answer.'), noticeGiven: f.yesNo('Written notice given?', 'Say whether the written notice was given. Code C 3.2'), comments: f.maybeWords('What they said, or why deferred'),
});

const rightsGiven = eventRule<CustodyRecord, z.infer<typeof schema>>({
  stands: needsDetention('Rights'),
  apply: (record, event) => ({ ...record, rightsGiven: { ...toldBy(event), solicitorWanted: event.data.solicitorWanted, someoneInformed: event.data.someoneInformed, ...(event.data.solicitorWanted ? { solicitorAsked: record.rightsGiven?.solicitorAsked ?? { at: event.occurredAt, entry: toldBy(event).entry } } : {}) } }),
  says: ({ data }) => `Rights given${data.noticeGiven ? ' with written notice' : ''}: solicitor ${data.solicitorWanted ? 'wanted' : 'not wanted'}; ${data.someoneInformed ? 'someone to be told' : 'nobody to be told'}`,
  brief: ({ data }) => `Rights given${data.noticeGiven ? ' with written notice' : ''}`,
  theme: 'legal',
});

/** CUS-80, CUS-81: told as soon as practicable and before any interview. */
export const giveRights = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'giveRights', label: 'Give rights', nature: 'happening', group: 'rights', schema, opens: (record) => (record.phase === 'arrived' ? closed('First the decision to detain.') : opensInCustody(record)),
  decide: (_, body) => ({ events: [{ type: 'rightsGiven', data: body }] }),
  events: { rightsGiven },
});
