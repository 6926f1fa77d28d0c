import type { PostName } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';
import type { CustodyLaw } from './limits.ts';
import { obligations } from './obligations.ts';
import { needsRousing } from './observation-rule.ts';
import type { CustodyRecord } from './record.ts';

/** A duty without an hour of its own, as the whiteboard's OWED names it; its age is what the desk watches. */
export interface OwedDuty {
  readonly words: string;
  readonly since: Instant;
  readonly post: PostName;
}

const WORDS: Readonly<Record<string, string>> = {
  rights: 'Rights', observationLevel: 'Level', reviewOutcome: 'Tell outcome', questioned: 'Questioned?', rankConflict: 'Rank conflict', detentionDecision: 'Decision', releaseDecided: 'Release', releaseAfterCharge: 'Release', informAgain: 'Tell someone', rightsDelayEnds: 'Delayed right',
  arrival: 'Arrival', adult: 'Adult', solicitor: 'Solicitor', interpreter: 'Interpreter',
};

/** Every duty "as soon as practicable" with its age, a right that is delayed, and a return that nobody has timed. */
export function owedDuties(record: CustodyRecord, law: CustodyLaw): OwedDuty[] {
  const duties = obligations(record, law).filter((o) => (o.asap && o.due === null) || o.taskType === 'rightsDelayEnds')
    .map((o) => ({ words: wordsOf(o.taskType, record) ?? o.title, since: o.opens, post: o.who.queue }));
  const away = record.phase === 'inHospital' ? record.hospital.at(-1) : undefined;
  return [...duties, ...(away ? [{ words: 'Return time', since: away.at, post: 'custodySergeant' as const }] : [])];
}

/** Rights wait for somebody who is drunk or drugged to take them in (Code C 1.8): the reason stands beside the age. */
function wordsOf(taskType: string, record: CustodyRecord): string | undefined {
  if (taskType !== 'rights' || !needsRousing(record)) return WORDS[taskType];
  return `Rights (${record.needs!.drink ? 'drink' : record.needs!.drugs || record.needs!.swallowed ? 'drugs' : 'not alert'})`;
}
