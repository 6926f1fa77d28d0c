import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import { effectiveRank } from '../../../shared/effective-rank.ts';
import * as f from '../../../shared/fields.ts';
import { lawAt } from '../../../shared/law.ts';
import { atLeast } from '../../../shared/posts.ts';
import { when } from '../../../shared/refusal.ts';
import { officerOf } from '../acting.ts';
import { holdsPost } from '../independence.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({ decision: f.words('Decision', 'Say what is decided and why.') });
const open = (record: CustodyRecord) => record.rankConflicts.find((c) => c.settled === null);

const rankConflictSettled = eventRule<CustodyRecord, { decision: string }>({
  stands: (record) => (open(record) ? null : 'There is no conflict to settle.'),
  apply: (record, event) => ({ ...record, rankConflicts: record.rankConflicts.map((c) => (c === open(record) ? { ...c, settled: { at: event.occurredAt, by: event.actorName, decision: event.data.decision } } : c)) }),
  says: ({ data, actorName }) => `Conflict of rank settled by ${actorName}: ${data.decision}`,
  brief: ({ actorName }) => `Conflict of rank settled by ${actorName}`,
  theme: 'legal',
});

/** s.39(6), s.40(11): a superintendent or above responsible for the station (CUS-15). */
export const settleRankConflict = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'settleRankConflict', label: 'Settle a conflict of rank', nature: 'power', group: 'duty', schema, opens: (record) => (open(record) ? OPEN : closed('There is no conflict of rank.')),
  decide: (record, body, when_) => {
    const officer = officerOf(when_);
    const refusals = [
      ...when(!atLeast(effectiveRank(officer, when_.at), lawAt(when_.law.extensionLeastRank, when_.at).value), refusal('RANK_TOO_LOW', { law: 'PACE s.39(6)' })),
      ...when(!holdsPost(officer, 'superintendent', record.stationId, when_.at), refusal('NOT_RESPONSIBLE_FOR_STATION', { law: 'PACE s.39(6)' })),
    ];
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'rankConflictSettled', data: body }] };
  },
  events: { rankConflictSettled },
});
