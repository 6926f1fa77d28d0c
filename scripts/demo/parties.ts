import { plusMinutes, type Instant } from '#domain/shared/time';
import type { PlannedAct } from './acts.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import type { PlannedDetention } from './plan.ts';
import { Dice } from './random.ts';

const FIRMS = ['Hart and Lowe', 'Kemp Solicitors', 'Osei Law', 'Duty solicitor scheme'] as const;
const SOLICITORS = ['Ann Marsh', 'Daniel Osei', 'Priya Nair', 'Tom Kemp', 'Leila Haddad'] as const;
const ADULTS = { parent: ['Ruth Bell', 'Carl Dunn', 'Mary Okafor'], scheme: ['Jo Finch', 'Sam Rahman'] } as const;

const wanted = ({ act, body }: PlannedAct): boolean => act === 'giveRights' && (body as { solicitorWanted?: boolean }).solicitorWanted === true;

/** Who comes for the detainee: the solicitor they asked for, the adult a child needs; nobody comes to one who has left. */
export function partiesOf(plan: PlannedDetention, acts: readonly PlannedAct[], seed: number): PlannedAct[] {
  const dice = new Dice(seed, `parties/${plan.recordId}`);
  const after = (from: Instant, [least, most]: readonly [number, number]): Instant => plusMinutes(from, dice.whole(least, most));
  const solicitors = acts.filter(wanted).slice(0, 1).map((rights): PlannedAct => ({
    at: after(rights.at, ASSUMPTIONS.minutesToSolicitor.value), role: 'detentionOfficer', act: 'recordAttendance',
    body: { party: 'solicitor', name: dice.pick(SOLICITORS), organisation: dice.pick(FIRMS), how: dice.chance(ASSUMPTIONS.shareAdvisedByTelephone.value) ? 'telephone' : 'inPerson' },
  }));
  return [...solicitors, ...(plan.child ? [adult(dice, after(plan.decidedAt, ASSUMPTIONS.minutesToAdult.value))] : [])].filter((act) => act.at < plan.leavesAt);
}

function adult(dice: Dice, at: Instant): PlannedAct {
  const relation = dice.chance(ASSUMPTIONS.shareParentsAsAdult.value) ? 'parent' : 'scheme';
  return { at, role: 'custodySergeant', act: 'recordAppropriateAdult', body: { name: dice.pick(ADULTS[relation]), relation, adult: true } };
}
