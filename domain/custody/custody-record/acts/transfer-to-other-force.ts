import * as z from 'zod/mini';
import { defineAct } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { when } from '../../../shared/refusal.ts';
import { opensIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { isPoliceArea, sameArea } from '../police-area.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { leftForStation } from './move-to-station.ts';

const schema = z.object({
  toStationName: f.line('Station', 'Name the station of the other force.'), toArea: f.line('Police area', 'Name the police area.'), reason: f.words('Reason', 'Say for which offence they are wanted, and why they are moved.'),
  questioned: f.yesNo('Questioned here about the other force’s offence?', 'Answer yes or no: it decides when that clock starts. s.41(5)'), questionedSaysWho: f.line('Who says so', 'Name the officer who says so. CUS-29'),
});

/** CUS-27, CUS-195: a second clock for their offence; this record's ledger is never discarded. */
export const transferToOtherForce = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'transferToOtherForce', label: 'Transfer to another force', nature: 'happening', group: 'movement', schema, opens: (record) => opensIn(record, 'detained'),
  decide: (record, body) => {
    const refusals = [
      ...when(!isPoliceArea(body.toArea), refusal('NOT_A_POLICE_AREA', { field: 'toArea' })),
      ...when(sameArea(body.toArea, record.area), refusal('NOT_OPEN', { law: 'PACE s.41(5)', field: 'toArea', message: `${body.toArea} is the area they are held in: no second clock begins there. Move them to another station instead.` })),
    ];
    if (refusals.length > 0) return { refusals };
    const questionedAboutTheirOffence = { answer: body.questioned, byName: body.questionedSaysWho };
    return { events: [{ type: 'leftForStation', data: { toStationId: null, toStationName: body.toStationName, toArea: body.toArea, otherForce: true, reason: body.reason, questionedAboutTheirOffence } }] };
  },
  events: { leftForStation },
});
