import { clockTime, dayName } from '../../shared/local-time.ts';
import { sitting } from './hearing-rule.ts';
import { furtherArrest, furtherUndecided, inCustody, keptAfterCharge, type CustodyRecord } from './record.ts';

const THEM: Readonly<Record<string, string>> = { male: 'him', female: 'her' };
const PURPOSE = { interview: 'Interview', search: 'Search', other: 'Away' } as const;

/** What is happening or comes next with the person, as the whiteboard's PLAN says it; '' where the record knows of nothing. */
export function planOf(record: CustodyRecord): string {
  if (!inCustody(record)) return '';
  return awayWith(record) ?? ahead(record) ?? '';
}

/** Each of these phases begins with the fact that tells who has the person. */
function awayWith({ phase, detainee, investigatorSpells, hospital, journeys }: CustodyRecord): string | null {
  if (phase === 'withInvestigator') { const spell = investigatorSpells.at(-1)!; return `${PURPOSE[spell.purpose]}, ${spell.officerName} has ${THEM[detainee.gender] ?? 'them'}`; }
  if (phase === 'inHospital') return `Escort ${hospital.at(-1)!.escorts}`;
  return phase === 'inTransit' ? `On the way to ${journeys.at(-1)!.toStationName}` : null;
}

/** Charged with everything, or with what came before a further arrest. */
function afterCharge(record: CustodyRecord): string | null {
  if (furtherArrest(record)) return furtherUndecided(record) ? 'Arrested again after charge: decide' : 'Charged; held for a further offence';
  if (!record.charge) return null;
  return keptAfterCharge(record) ? 'Charged, held for court' : 'Charged: release';
}

/** The hearing that is listed, the extension that is asked for, or what charge or review decided. */
function ahead(record: CustodyRecord): string | null {
  const charged = afterCharge(record);
  if (charged !== null) return charged;
  if (record.reviews.at(-1)?.decision === 'release') return 'Release: the review ended detention';
  return hearingAhead(record) ?? extensionAsked(record);
}

/** When the court sits, as was told last: listed, applied for or adjourned. */
function hearingAhead(record: CustodyRecord): string | null {
  const sits = sitting(record);
  return sits ? `Hearing ${clockTime(sits)} ${dayName(sits)}${record.hearing?.court ? `, ${record.hearing.court}` : ''}` : null;
}

function extensionAsked(record: CustodyRecord): string | null {
  return record.extensionRequestedAt !== null && record.extensions.length === 0 ? `Extension asked for ${clockTime(record.extensionRequestedAt)}` : null;
}
