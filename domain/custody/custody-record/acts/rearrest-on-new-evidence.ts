import * as z from 'zod/mini';
import { closed, defineAct } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { arrestNeeds, arrestRecorded, arrestSchema, decideArrest } from './record-arrest.ts';

const schema = z.extend(arrestSchema, {
  newEvidence: f.maybeWords('What the new evidence is'), foundOn: f.maybeLine('When it came to light'), whyNotEarlier: f.maybeWords('Why it could not reasonably have been had before'),
});

/** CUS-36, CUS-197: arrest again after release, on new evidence: a fresh clock in a record of its own, nothing carried over. */
export const rearrestOnNewEvidence = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'rearrestOnNewEvidence', label: 'Arrest again on new evidence', nature: 'happening', creates: true, group: 'movement', schema, needs: arrestNeeds,
  opens: () => closed('Only as a new record.'),
  decide: (_, body, when) => {
    const told = body.newEvidence && body.foundOn && body.whyNotEarlier;
    const arrest = decideArrest(body, when, 'newEvidence', { what: body.newEvidence, foundOn: body.foundOn, whyNotEarlier: body.whyNotEarlier });
    if (told) return arrest;
    const untold = refusal('REARREST_NO_NEW_EVIDENCE', { field: 'newEvidence', message: 'Say what the new evidence is, when it came to light and why it could not have been had before. Without it they cannot be held for this offence again.' });
    return { refusals: [untold, ...('refusals' in arrest ? arrest.refusals : [])] };
  },
  events: { arrestRecorded },
});
