import type { OfficerAt } from './actor.ts';
import type { Instant } from './time.ts';

/** An offence of the CJS index, as far as custody needs it. Either-way offences are indictable. */
export interface OffenceFact {
  readonly code: string;
  readonly title: string;
  readonly offenceClass: 'SUMMARY' | 'EITHER_WAY' | 'INDICTABLE_ONLY';
  readonly indictable: boolean;
}

export interface StationFact {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** Police area (CUS-28): `Metropolitan`, `City of London`, `Kent` … */
  readonly area: string;
  readonly designated: boolean;
  readonly cells: readonly string[];
}

/** A team of investigators, known by who was ever in it (CUS-11, CUS-13). */
export interface TeamFact {
  readonly id: string;
  readonly name: string;
}

/** An earlier detention of the same confirmed person (CUS-39). */
export interface EarlierDetention {
  readonly recordId: string;
  readonly custodyNumber: string;
  readonly stationName: string;
  readonly inCustody: boolean;
  /** Into the yard, in the episode that runs. */
  readonly arrivedAt: Instant | null;
  readonly onBail: boolean;
  readonly offenceCodes: readonly string[];
  readonly endedAt: Instant | null;
  readonly ending: string | null;
}

/** One line of a custody suite as custody publishes it. `board` is custody's own, handed on as it was written. */
export interface SuiteLine<Board = unknown> {
  readonly id: string;
  readonly version: number;
  readonly custodyNumber: string;
  readonly name: string;
  readonly status: string;
  readonly arrivedAt: Instant | null;
  readonly board: Board;
}

/** What an act asks the server to know, at the instant it is judged. Loaded by platform/facts, one query per fact and instant. */
export interface FactNeeds {
  readonly offences?: readonly string[];
  readonly stations?: readonly string[];
  readonly officers?: readonly string[];
  readonly teams?: readonly string[];
  /** Who held the custody officer's post at this station then (CUS-10); what is known of them comes among the officers. */
  readonly custodyOfficerOf?: string;
  readonly earlierDetentionsOf?: string | null;
  /** A custody number for this station, drawn once and frozen into the event. */
  readonly custodyNumberFor?: string;
}

export interface Facts {
  /** The actor at `at`; absent for Peel's own processes. */
  readonly actor: OfficerAt | null;
  readonly offences: Readonly<Record<string, OffenceFact>>;
  readonly stations: Readonly<Record<string, StationFact>>;
  readonly officers: Readonly<Record<string, OfficerAt>>;
  readonly teams: Readonly<Record<string, TeamFact>>;
  /** Officer id of who held the custody officer's post then; undefined where not asked, null where nobody. */
  readonly custodyOfficer?: string | null;
  readonly earlierDetentions: readonly EarlierDetention[];
  readonly custodyNumber?: string;
}

export const NO_FACTS: Facts = { actor: null, offences: {}, stations: {}, officers: {}, teams: {}, earlierDetentions: [] };
