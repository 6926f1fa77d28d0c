import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { when } from '../../../shared/refusal.ts';
import { add, custodyOfficerRefusals, needsDetention, opensInCustody, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { needsRousing, observation } from '../observation-rule.ts';
import type { CustodyRecord } from '../record.ts';
import type { ObservationLevel } from '../told.ts';
import { refusal } from '../refusals.ts';

const LEVELS = { 1: 'Level 1: general, at least hourly', 2: 'Level 2: intermittent, at least every 30 minutes', 3: 'Level 3: constant, with visits every 30 minutes', 4: 'Level 4: close proximity, somebody with them' } as const;
const schema = z.object({ level: f.choice('Level', LEVELS, 'Choose the observation level.'), rouse: f.maybeYesNo('Rouse at every visit?'), reason: f.words('Reason', 'Say why this level.'), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…') });
type Set = Omit<ObservationLevel, 'at' | 'by' | 'byId' | 'entry'> & StoodIn;

const observationLevelSet = eventRule<CustodyRecord, Set>({
  stands: needsDetention('An observation level'),
  apply: (record, event) => { const { level, rouse, reason } = event.data; return add(record, 'levels', { level, rouse, reason, ...toldBy(event) }); },
  says: ({ data }) => `${LEVELS[data.level].split(':')[0]}${data.rouse ? ', rouse' : ''}: ${data.reason}${stoodInWords(data)}`,
  theme: 'care', tells: tellHolder,
});

/** CUS-95, CUS-96: level 1 is not available with drink or drugs; lowering a level is the custody officer's. */
export const setObservationLevel = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'setObservationLevel', label: 'Set observation level', nature: 'power', group: 'care', schema, needs: postNeeds, opens: opensInCustody,
  decide: (record, body, when_) => {
    const level = Number(body.level) as 1 | 2 | 3 | 4;
    const now = observation(record, when_.law);
    const lowers = now.level !== null && level < now.level;
    const refusals = [
      ...when(level < now.minLevel, refusal('LEVEL_TOO_LOW', { field: 'level' })), ...(lowers ? custodyOfficerRefusals(record, when_, body.noCustodyOfficer) : []),
    ];
    const data: Set = { level, rouse: body.rouse || needsRousing(record), reason: body.reason, ...(lowers ? stoodIn(body.noCustodyOfficer, when_) : {}) };
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'observationLevelSet', data }], notes: stoodInNotes(data) };
  },
  events: { observationLevelSet },
});
