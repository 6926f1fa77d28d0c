import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { when } from '../../../shared/refusal.ts';
import { closed, needsDetention, opensInCustody, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import type { Arrest, ArrestFacts, Offence } from '../arrest.ts';
import { barred } from '../rearrest-rule.ts';
import { refusal } from '../refusals.ts';
import { offencesFrom } from './record-arrest.ts';

const schema = z.object({
  offenceCodes: f.offences('Further offences', 'Choose at least one offence.'), officerName: f.line('Arresting officer', 'Name the arresting officer.'), necessity: f.words('Why the arrest was necessary', 'Say why the arrest was necessary.'),
  sinceReleased: f.maybeWords('If they were released for such an offence before: the new evidence, or why this is another', { hint: 's.41(9): no arrest again for the same offence without new evidence.' }),
});

interface Further { readonly offences: readonly Offence[]; readonly officerName: string; readonly necessity: string; readonly sinceReleased?: string; readonly afterCharge?: true }

/** s.41(4): one relevant time, whatever was charged since. */
const AFTER_CHARGE = 'They are charged with what went before; for this the clock counts from the first relevant time, and the custody officer decides (s.37)';

const furtherOffenceArrested = eventRule<CustodyRecord, Further>({
  stands: needsDetention('An arrest for a further offence'),
  apply: (record, event) => {
    const facts: ArrestFacts = {
      arrestedAt: event.occurredAt, arrestArea: record.area, arrestedInEnglandOrWales: true, arrestedAtStation: true, voluntaryAttendanceAt: null, streetBailAnswerArrivalAt: null, soughtArea: null,
      questionedInArrestArea: null, entryToEnglandAndWalesAt: null, investigatingArea: null, heldInArea: null, leftHeldAreaAt: null,
    };
    const { sinceReleased: _, afterCharge: __, ...told } = event.data;
    const arrest: Arrest = { ...toldBy(event), ...told, facts, place: record.stationName, kind: 'further', newEvidence: null };
    return { ...record, arrests: [...record.arrests, arrest], charge: null, earlierCharges: record.charge ? [...record.earlierCharges, record.charge] : record.earlierCharges };
  },
  says: (event) => `Arrested in custody for ${event.data.offences.map((o) => o.title.toLowerCase()).join('; ')}. ${event.data.afterCharge ? AFTER_CHARGE : 'The clock is unmoved'}${event.data.sinceReleased ? `. Released for such an offence before: ${event.data.sinceReleased}` : ''}`,
  theme: 'legal',
});

/** Held for something else, they have no clock that a further arrest could leave unmoved (CUS-8). */
const NOT_FOR_AN_OFFENCE = 'They are not held for an offence. Record the arrest as a new one: its own clock starts.';

/** s.31: one detention clock, that of the original arrest (CUS-26, CUS-196); after a charge, detention without charge begins again under it. */
export const arrestForFurtherOffence = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'arrestForFurtherOffence', label: 'Arrest for a further offence', nature: 'happening', group: 'legal', schema, needs: (record, body) => ({ offences: body.offenceCodes, earlierDetentionsOf: record.detainee.personId }),
  opens: (record) => (record.authorityKind === 'PACE_PRECHARGE' ? opensInCustody(record) : closed(NOT_FOR_AN_OFFENCE)),
  decide: (record, body, when_) => {
    const found = offencesFrom(body.offenceCodes, when_);
    const refusals = [
      ...('refusals' in found ? found.refusals : body.sinceReleased === '' ? barred(record, found.offences, when_.facts) : []),
      ...when(record.authorityKind !== 'PACE_PRECHARGE', refusal('NOT_OPEN', { law: 'PACE s.31', message: NOT_FOR_AN_OFFENCE })),
    ];
    if (refusals.length > 0 || 'refusals' in found) return { refusals };
    return { events: [{ type: 'furtherOffenceArrested', data: { offences: found.offences, officerName: body.officerName, necessity: body.necessity, sinceReleased: body.sinceReleased, ...(record.charge ? { afterCharge: true } : {}) } satisfies Further }] };
  },
  events: { furtherOffenceArrested },
});
