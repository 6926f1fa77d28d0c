import type { Obligation } from '../../shared/obligation.ts';
import type { CustodyLaw } from './limits.ts';
import { arrivalObligation, decisionObligation, dutyObligations, levelObligation, rightsDelayObligations, visitObligation } from './obligations-care.ts';
import { authorityObligation, postponementObligations, reviewObligation } from './obligations-legal.ts';
import { partyObligations } from './obligations-parties.ts';
import { warrantObligations } from './obligations-warrant.ts';
import type { CustodyRecord } from './record.ts';

/** Everything the custody record owes now or will owe; each is one open task until the fact that answers it is told. */
export const obligations = (record: CustodyRecord, law: CustodyLaw): Obligation[] => [
  ...authorityObligation(record, law), ...reviewObligation(record, law), ...postponementObligations(record, law), ...warrantObligations(record, law),
  ...arrivalObligation(record, law), ...decisionObligation(record, law), ...levelObligation(record, law), ...visitObligation(record, law), ...dutyObligations(record, law), ...partyObligations(record, law), ...rightsDelayObligations(record, law),
];
