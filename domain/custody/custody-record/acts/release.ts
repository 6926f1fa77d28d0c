import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { when } from '../../../shared/refusal.ts';
import { custodyOfficerRefusals, endEpisode, needsDetention, opensInCustody, postNeeds, stoodIn, stoodInNotes, stoodInWords, tellHolder, toldBy, type StoodIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { furtherArrest, type CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

const KINDS = { noFurtherAction: 'No further action', underInvestigation: 'Under investigation', chargedAndBailed: 'Charged, on bail to court', toCourt: 'To court in custody', outOfCourt: 'Out-of-court disposal', otherDisposal: 'Other disposal' } as const;
const schema = z.object({ kind: f.choice('Release', KINDS, 'Choose how the detention ends.'), riskAssessed: f.yesNo('Pre-release risk assessment done?', 'Say whether the pre-release risk assessment was done.'), detail: f.words('Reasons and arrangements', 'Say why, and how they get home safely.'), noCustodyOfficer: f.maybeLine('No custody officer readily available, because…') });
type Body = z.infer<typeof schema>;

const released = eventRule<CustodyRecord, Pick<Body, 'kind' | 'detail'> & StoodIn>({
  stands: needsDetention('A release'),
  apply: (record, event) => ({ ...endEpisode(record, event.occurredAt), phase: 'released', location: 'Left', ending: { ...toldBy(event), kind: event.data.kind, detail: event.data.detail } }),
  says: ({ data }) => `Released: ${KINDS[data.kind].toLowerCase()}. ${data.detail}${stoodInWords(data)}`,
  theme: 'legal', tells: tellHolder,
});

/** The end of the detention (CUS-116, CUS-117): a human act of the custody officer, after the pre-release assessment (CUS-90). */
export const release = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'release', label: 'Release', nature: 'power', group: 'legal', schema, needs: postNeeds, opens: opensInCustody,
  decide: (record, body, when_) => {
    const needsCharge = body.kind === 'chargedAndBailed' || (body.kind === 'toCourt' && record.authorityKind === 'PACE_PRECHARGE');
    const refusals = [
      ...custodyOfficerRefusals(record, when_, body.noCustodyOfficer), ...when(!body.riskAssessed, refusal('REASON_REQUIRED', { law: 'Code C 3.6 to 3.10', field: 'riskAssessed', message: 'Nobody is released without the pre-release risk assessment. Do it first.' })),
      ...when(needsCharge && record.charge === null, refusal('NOT_OPEN', { law: 'PACE s.37(7)', field: 'kind', message: furtherArrest(record) ? 'They are under arrest for a further offence. Charge them with it, or record that they are not detained for it.' : 'They have not been charged. Record the charge first.' })),
    ];
    const data = { kind: body.kind, detail: body.detail, ...stoodIn(body.noCustodyOfficer, when_) };
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'released', data }], notes: stoodInNotes(data) };
  },
  events: { released },
});
