import type { Instant } from '../../shared/time.ts';
import type { Told } from './told.ts';

/** Where they are to return, as the record names a station: that desk has the record from then on, for it answers the return. */
export interface ReturnStation { readonly stationId: string; readonly stationName: string; readonly area: string }

export interface Bail extends Told {
  readonly appointedAt: Instant;
  readonly conditions: string;
  /** How the person came back: in answer, or arrested under s.46A; null while on bail. */
  readonly resumed: {
    readonly how: 'answeredBail' | 'breachArrest';
    /** Attendance in answer to bail, or the s.46A arrest. */
    readonly at: Instant;
    /** s.46A: first station's yard (CUS-37, 8a); equals `at` where arrested at a station; null on the way. */
    readonly arrivedAt: Instant | null;
    /** s.46A: the return that was appointed, for their bail stands where they are let go on the way; absent from an answer. */
    readonly instead?: ReturnStation;
  } | null;
}
