import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { add, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';

const schema = z.object({ comments: f.maybeWords('What they said') });
const untold = (record: CustodyRecord) => record.reviews.find((r) => r.asleep && !record.outcomesTold.some((t) => t.reviewEntry === r.entry));

const reviewOutcomeTold = eventRule<CustodyRecord, { reviewEntry: string; comments: string }>({
  stands: (record) => (untold(record) ? null : 'There is no outcome waiting to be told.'),
  apply: (record, event) => add(record, 'outcomesTold', { ...toldBy(event), reviewEntry: event.data.reviewEntry }),
  says: ({ data }) => `Told the outcome of the review on waking${data.comments ? `: ${data.comments}` : ''}`,
  brief: () => 'Told the outcome of the review on waking',
  theme: 'legal',
});

/** Reviewed asleep: told the outcome when awake (Code C 15.7, CUS-48, CUS-49). */
export const tellReviewOutcome = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'tellReviewOutcome', label: 'Tell outcome of review', nature: 'happening', group: 'legal', schema, opens: (record) => (untold(record) ? OPEN : closed('No outcome is waiting to be told.')),
  decide: (record, body) => ({ events: [{ type: 'reviewOutcomeTold', data: { reviewEntry: untold(record)?.entry ?? '', comments: body.comments } }] }),
  events: { reviewOutcomeTold },
});
