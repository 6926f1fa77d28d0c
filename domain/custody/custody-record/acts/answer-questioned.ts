import * as z from 'zod/mini';
import { closed, defineAct, eventRule, type Opening } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { opensWhileOpen } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { clockArrest, questionedUnknown } from '../relevant-time.ts';

const schema = z.object({ questioned: f.yesNo('Questioned about this offence in the other area?', 'Answer yes or no: it decides when the clock starts.'), saysWho: f.line('Who says so', 'Name the officer who says so. CUS-29') });

const questionedAnswered = eventRule<CustodyRecord, { answer: boolean; byName: string }>({
  stands: (record) => (clockArrest(record) ? null : 'There is no arrest to answer for.'),
  apply: (record, event) => {
    const arrest = clockArrest(record)!;
    return { ...record, arrests: record.arrests.map((a) => (a === arrest ? { ...a, facts: { ...a.facts, questionedInArrestArea: event.data }, answered: { at: event.occurredAt, by: event.actorName } } : a)) };
  },
  says: (event) => `${event.data.answer ? 'Was' : 'Was not'} questioned about the offence in the other area, says ${event.data.byName}`,
  theme: 'legal',
});

const ANSWERED = 'It is answered, or no other area is in play. Where the answer was wrong, correct that entry: it moves the clock.';
function opens(record: CustodyRecord): Opening {
  const arrest = clockArrest(record);
  return arrest && questionedUnknown(arrest.facts) ? opensWhileOpen(record) : closed(ANSWERED);
}

/** CUS-29: one stray question in the arresting area can shorten the limit by a day, so the answer is a named officer's. */
export const answerQuestioned = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'answerQuestioned', label: 'Answer "questioned?"', nature: 'happening', group: 'legal', schema,
  opens,
  decide: (record, body) => {
    const opening = opens(record);
    if (clockArrest(record) && !opening.open) return { refusals: [refusal('NOT_OPEN', { law: 'PACE s.41(3), (5)', message: opening.why })] };
    return { events: [{ type: 'questionedAnswered', data: { answer: body.questioned, byName: body.saysWho } }] };
  },
  events: { questionedAnswered },
});
