import type { EarlierDetention, Facts } from '../../shared/facts.ts';
import { fullTime } from '../../shared/local-time.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { Offence } from './arrest.ts';
import { offencesOf, type CustodyRecord } from './record.ts';
import { refusal } from './refusals.ts';

/** Endings without charge: after them the same offence needs new evidence, or a s.46A arrest, before it can hold anyone again. */
const WITHOUT_CHARGE: readonly string[] = ['noFurtherAction', 'underInvestigation', 'outOfCourt', 'otherDisposal', 'detentionRefused'];


/** Nobody is held twice: the other record is opened, or this is somebody else, who is registered as such. */
export const doubleDetentionRefusals = (record: CustodyRecord, facts: Facts, name: string): Refusal[] => facts.earlierDetentions
  .filter((e) => e.inCustody && e.custodyNumber !== record.custodyNumber).slice(0, 1)
  .map((e) => refusal('ALREADY_IN_CUSTODY', { field: 'name', message: `${name || 'This person'} has been in custody at ${e.stationName}${e.arrivedAt ? ` since ${fullTime(e.arrivedAt)}` : ''} (${e.custodyNumber}). Open that record or say why this is another person.` }));

/** CUS-39: released without charge for the same offence, and no new evidence recorded (CUS-36; s.46A is its own act). */
export function rearrestRefusals(record: CustodyRecord, facts: Facts, otherIncident = record.otherIncident): Refusal[] {
  const answered = record.arrests.some((a) => a.newEvidence !== null) || otherIncident !== '';
  return record.authorityKind !== 'PACE_PRECHARGE' || answered ? [] : barred(record, offencesOf(record), facts);
}

/** The same: an offence of a code they were released for. Whether it is the same incident only a person can say, and says so in the record. */
export function barred(record: CustodyRecord, offences: readonly Offence[], facts: Facts): Refusal[] {
  const same = (e: EarlierDetention): boolean => offences.some((o) => e.offenceCodes.includes(o.code));
  return facts.earlierDetentions
    .filter((e) => e.custodyNumber !== record.custodyNumber && (e.onBail || (e.ending !== null && WITHOUT_CHARGE.includes(e.ending))) && same(e))
    .slice(0, 1)
    .map((e) => refusal('REARREST_NO_NEW_EVIDENCE', {
      message: `They were released without charge for this offence${e.endedAt ? ` at ${fullTime(e.endedAt)}` : ''} (${e.custodyNumber}). Record the arrest as one on new evidence, with the evidence and why it could not be had before; say what makes it another offence, if it is; or release.`,
    }));
}
