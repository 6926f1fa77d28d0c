import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { bornRefusals } from '../born.ts';
import { needsPhase, opensIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { isChild } from '../born.ts';
import type { CustodyRecord } from '../record.ts';
import type { Detainee } from '../arrest.ts';
import { doubleDetentionRefusals, rearrestRefusals } from '../rearrest-rule.ts';

const GENDERS = { female: 'Female', male: 'Male', notRecorded: 'Not recorded' } as const;
const schema = z.object({
  name: f.maybeLine('Name', { hint: "Leave empty for 'not known'." }), dateOfBirth: f.maybeDate('Date of birth', 'Enter the date of birth as year-month-day.'),
  looksUnder18: f.unanswered('Looks under 18?', { hint: 'Treated as a child until shown otherwise (CUS-199).' }), gender: f.choice('Gender', GENDERS, 'Choose the gender, or not recorded.'),
  language: f.maybeLine('Language, if an interpreter is needed'), personId: f.hiddenId(), anotherPersonBecause: f.hiddenText(),
  otherIncident: f.maybeWords('If they were released for such an offence before: why this is another', { hint: 'Another date, place or victim. Left empty, it is taken for the same offence (s.41(9)).', decides: true }),
});

interface BookedIn { readonly detainee: Detainee; readonly child: boolean; readonly otherIncident?: string; readonly anotherPersonBecause?: string }

const bookedIn = eventRule<CustodyRecord, BookedIn>({
  stands: needsPhase(['arrived'], 'They can be booked in only once they have arrived, and before the decision.'),
  apply: (record, event) => ({ ...record, deskAt: record.deskAt ?? event.occurredAt, location: 'Desk', detainee: event.data.detainee, otherIncident: event.data.otherIncident ?? '' }),
  says: ({ data: { detainee, child, otherIncident, anotherPersonBecause } }) => [
    `At the desk: ${detainee.name ?? 'name not known'}${child ? ', a child' : ''}`, ...(otherIncident ? [`Not the offence they were released for: ${otherIncident}`] : []), ...(anotherPersonBecause ? [`Not the person of that name already held: ${anotherPersonBecause}`] : []),
  ].join('. '),
  theme: 'people',
});

/** Who they are, before the custody officer (CUS-19, CUS-180); an earlier release without charge is met here (CUS-39). */
export const bookIn = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'bookIn', label: 'Book in: who', nature: 'happening', group: 'people', schema, needs: (record, body) => ({ earlierDetentionsOf: body.personId ?? record.detainee.personId }),
  opens: (record) => opensIn(record, 'arrived'),
  decide: (record, body, when) => {
    const { otherIncident, anotherPersonBecause, ...who } = body;
    const refusals = [...doubleDetentionRefusals(record, when.facts, body.name), ...rearrestRefusals(record, when.facts, otherIncident), ...bornRefusals(body.dateOfBirth, when.at)];
    if (refusals.length > 0) return { refusals };
    const detainee: Detainee = { ...who, looksUnder18: who.looksUnder18 ?? record.detainee.looksUnder18, name: body.name || null, language: body.language || null, personId: body.personId ?? record.detainee.personId };
    return { events: [{ type: 'bookedIn', data: { detainee, child: isChild({ ...record, detainee }, when.law, when.at), otherIncident, ...(anotherPersonBecause ? { anotherPersonBecause } : {}) } satisfies BookedIn }] };
  },
  events: { bookedIn },
});
