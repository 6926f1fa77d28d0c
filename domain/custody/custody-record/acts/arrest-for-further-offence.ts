import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { needsDetention, opensInCustody, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import type { Arrest, ArrestFacts, Offence } from '../arrest.ts';
import { offencesFrom } from './record-arrest.ts';

const schema = z.object({ offenceCodes: f.offences('Further offences', 'Choose at least one offence.'), officerName: f.line('Arresting officer', 'Name the arresting officer.'), necessity: f.words('Why the arrest was necessary', 'Say why the arrest was necessary.') });

interface Further { readonly offences: readonly Offence[]; readonly officerName: string; readonly necessity: string }

const furtherOffenceArrested = eventRule<CustodyRecord, Further>({
  stands: needsDetention('An arrest for a further offence'),
  apply: (record, event) => {
    const facts: ArrestFacts = {
      arrestedAt: event.occurredAt, arrestArea: record.area, arrestedInEnglandOrWales: true, arrestedAtStation: true, voluntaryAttendanceAt: null, streetBailAnswerArrivalAt: null, soughtArea: null,
      questionedInArrestArea: null, entryToEnglandAndWalesAt: null, investigatingArea: null, heldInArea: null, leftHeldAreaAt: null,
    };
    const arrest: Arrest = { ...toldBy(event), ...event.data, facts, place: record.stationName, kind: 'further', newEvidence: null };
    return { ...record, arrests: [...record.arrests, arrest] };
  },
  says: (event) => `Arrested in custody for ${event.data.offences.map((o) => o.title.toLowerCase()).join('; ')}. The clock is unmoved`,
  theme: 'legal',
});

/** s.31: one detention clock, that of the original arrest (CUS-26, CUS-196). */
export const arrestForFurtherOffence = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'arrestForFurtherOffence', label: 'Arrest for a further offence', nature: 'happening', group: 'legal', schema, needs: (_, body) => ({ offences: body.offenceCodes }), opens: opensInCustody,
  decide: (_, body, when) => {
    const found = offencesFrom(body.offenceCodes, when);
    return 'refusals' in found ? found : { events: [{ type: 'furtherOffenceArrested', data: { offences: found.offences, officerName: body.officerName, necessity: body.necessity } satisfies Further }] };
  },
  events: { furtherOffenceArrested },
});
