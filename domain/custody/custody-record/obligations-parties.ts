import { lawAt } from '../../shared/law.ts';
import type { Obligation } from '../../shared/obligation.ts';
import { latest, type Instant } from '../../shared/time.ts';
import { arrivalOfEpisode } from './arrival-of-episode.ts';
import { adultNeeded } from './born.ts';
import type { CustodyLaw } from './limits.ts';
import { asap, waited } from './obligations-care.ts';
import { inCustody, type CustodyRecord } from './record.ts';
import { adultsSince, cameSince, type Party } from './parties.ts';
import { adviceDelays } from './rights-delay-rule.ts';

/** CUS-16, CUS-17: the adult whom a child or a vulnerable person needs, the solicitor they asked for, the interpreter: each owed until somebody came or was spoken to. */
export function partyObligations(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const episode = record.episodes.at(-1);
  return inCustody(record) && episode ? [...adult(record, law), ...solicitor(record), ...interpreter(record)] : [];
}

/** Of this episode: who came before a release on bail is called again after it. */
const since = (record: CustodyRecord): Instant => record.episodes.at(-1)!.from;
/** What a station owes is owed from the arrival there. */
const there = (record: CustodyRecord): Instant => arrivalOfEpisode(record)?.at ?? since(record);
const occurrence = (record: CustodyRecord): string => `episode-${record.episodes.at(-1)!.number}`;
const came = (record: CustodyRecord, party: Party): boolean => cameSince(record, party, since(record)).length > 0;

function adult(record: CustodyRecord, law: CustodyLaw): Obligation[] {
  const needed = adultNeeded(record, law, there(record));
  if (needed === null || adultsSince(record, since(record)).length > 0) return [];
  const asked = latest(there(record), needed.since ?? there(record));
  const rungs = waited(asked, lawAt(law.adultWarningMinutes, asked).value, 'No appropriate adult has come');
  return [asap({ key: `adult/${occurrence(record)}`, title: 'Ask an appropriate adult to come', since: asked, law: 'Code C 1.4, 3.15', act: 'record-appropriate-adult', why: needed.why }, 'custodySergeant', rungs)];
}

/** A delay of the right under s.58 is its own duty while it lasts (CUS-84); what ends it tells how the solicitor was called. */
function solicitor(record: CustodyRecord): Obligation[] {
  const asked = record.rightsGiven?.solicitorAsked;
  if (!asked || adviceDelays(record, since(record)).some((d) => d.endedAt === null || d.endedAt >= asked.at) || came(record, 'solicitor')) return [];
  return [asap({ key: `solicitor/${asked.entry}`, title: 'Contact the solicitor they asked for', since: asked.at, law: 'PACE s.58(4), Code C 6.5', act: 'record-attendance', why: 'They asked for legal advice' }, 'custodySergeant')];
}

function interpreter(record: CustodyRecord): Obligation[] {
  if (record.detainee.language === null || came(record, 'interpreter')) return [];
  return [asap({ key: `interpreter/${occurrence(record)}`, title: 'Call an interpreter', since: there(record), law: 'Code C 3.12, 13', act: 'record-attendance', why: `They speak ${record.detainee.language}` }, 'custodySergeant')];
}
