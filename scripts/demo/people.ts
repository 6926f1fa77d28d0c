import { localDate } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { ASSUMPTIONS, ENDINGS_BY_DISPOSAL, EXTENDED_GROUPS, OFFENCES_BY_GROUP } from './assumptions.ts';
import { idFrom } from './ids.ts';
import { FORENAMES, SURNAMES } from './names.ts';
import type { DaySpan } from './plan.ts';
import type { PublishedRow } from './published.ts';
import { Dice, evenly } from './random.ts';

export type Authority = 'PACE_PRECHARGE' | 'WARRANT_ARREST' | 'RECALL_TO_PRISON';

/** Somebody arrested: who, for what, and how it will end. */
export interface Person {
  readonly n: number; // place in the order of arrivals
  readonly recordId: string;
  readonly source: PublishedRow;
  /** Where this stay lies among those of the same disposal: 0 the shortest, 1 the longest. */
  readonly stay: number;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly gender: 'female' | 'male' | 'notRecorded';
  readonly child: boolean;
  readonly offences: readonly string[];
  readonly ending: string;
  readonly authority: Authority;
  readonly extended: boolean;
  readonly drink: boolean;
  readonly vulnerable: 'selfHarm' | 'unwell' | 'injured' | null;
}

interface Drawn { readonly source: PublishedRow; readonly stay: number; readonly key: number }

/** The month's rows as so many people, in an order in which every stretch has the month's disposals in proportion. */
export function planPeople(rows: readonly PublishedRow[], count: number, { seed, month, from, to }: Pick<DaySpan, 'seed' | 'month' | 'from' | 'to'>): Person[] {
  const input = [month, rows.reduce((sum, row) => sum + row.offences, 0), from, to].join('/'); // other input is other people
  const dice = new Dice(seed, `${month}/people`);
  const drawn = [...Map.groupBy(sample(rows, count), (row) => row.disposal).values()].flatMap((same) => interleaved(same, dice)).toSorted((a, b) => a.key - b.key);
  const extend = everyFew(ASSUMPTIONS.shareExtended.value);
  return drawn.map(({ source, stay }, n) => {
    const own = new Dice(seed, `${month}/person/${n}`);
    const authority = authorityOf(source, own);
    return {
      n, source, stay, authority, recordId: idFrom(seed, `${input}/record/${n}`), ...whoIs(source, to, own), ending: ENDINGS_BY_DISPOSAL[source.disposal]!, offences: offencesOf(source.offenceGroup, own),
      extended: mayBeExtended(source, authority) && extend(), ...conditionOf(source, own),
    };
  });
}

/** Systematic sampling: along the rows in order, one person at every equal step of offences, so that no share is left to chance. */
function sample(rows: readonly PublishedRow[], count: number): PublishedRow[] {
  const ordered = rows.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const step = ordered.reduce((sum, row) => sum + row.offences, 0) / count;
  const taken: PublishedRow[] = [];
  let passed = 0;
  for (const row of ordered) {
    passed += row.offences;
    while (taken.length < count && (taken.length + 0.5) * step < passed) taken.push(row);
  }
  return taken;
}

const keyOf = (row: PublishedRow): string => [row.disposal, row.offenceGroup, row.ageGroup, row.gender, row.ethnicity].join('/');

/** People of one disposal, spread evenly over the whole order, long and short stays alternating. */
function interleaved(same: readonly PublishedRow[], dice: Dice): Drawn[] {
  const [shift, turn] = [dice.fraction(), dice.fraction()];
  return dice.shuffled(same).map((source, k) => ({ source, stay: (evenly(k + 1) + turn) % 1, key: (k + shift) / same.length }));
}

/** True so often that the share of true answers is never further off than one. */
function everyFew(share: number): () => boolean {
  let owed = 0;
  return () => {
    owed += share;
    if (owed < 1) return false;
    owed -= 1;
    return true;
  };
}

function authorityOf({ disposal }: PublishedRow, dice: Dice): Authority {
  if (disposal === 'To Court' && dice.chance(ASSUMPTIONS.warrantShareOfToCourt.value)) return 'WARRANT_ARREST';
  return disposal === 'Other Disposals' && dice.chance(ASSUMPTIONS.recallShareOfOther.value) ? 'RECALL_TO_PRISON' : 'PACE_PRECHARGE';
}

const mayBeExtended = ({ ageGroup, offenceGroup, disposal }: PublishedRow, authority: Authority): boolean =>
  ageGroup === 'Adult' && authority === 'PACE_PRECHARGE' && disposal !== 'To Court' && EXTENDED_GROUPS.includes(offenceGroup);

function whoIs({ ageGroup, gender }: PublishedRow, end: Instant, dice: Dice): Pick<Person, 'name' | 'dateOfBirth' | 'gender' | 'child'> {
  const child = ageGroup === 'Child';
  const year = Number(localDate(end).slice(0, 4)) - (child ? dice.whole(13, 16) : dice.whole(19, 62));
  const born = `${year}-${String(dice.whole(1, 12)).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`;
  return {
    child, name: `${dice.pick(FORENAMES)} ${dice.pick(SURNAMES)}`, dateOfBirth: ageGroup === 'Not Recorded' ? null : born,
    gender: gender === 'Female' ? 'female' : gender === 'Male' ? 'male' : 'notRecorded',
  };
}

function conditionOf({ ageGroup }: PublishedRow, dice: Dice): Pick<Person, 'drink' | 'vulnerable'> {
  const vulnerable = dice.chance(ASSUMPTIONS.shareVulnerable.value) ? dice.weighted(['selfHarm', 'unwell', 'injured'] as const, (what) => (what === 'selfHarm' ? 2 : 1)) : null;
  return { vulnerable, drink: ageGroup !== 'Child' && dice.chance(ASSUMPTIONS.shareWithDrinkOrDrugs.value) };
}

function offencesOf(group: string, dice: Dice): string[] {
  const codes = OFFENCES_BY_GROUP[group]!;
  const first = dice.weighted(codes, (code) => codes.length - codes.indexOf(code));
  const more = dice.chance(ASSUMPTIONS.offencesPerPerson.value - 1) ? [dice.pick(OFFENCES_BY_GROUP['Other Offence']!)] : [];
  return [...new Set([first, ...more])];
}
