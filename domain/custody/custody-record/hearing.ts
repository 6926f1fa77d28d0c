import type { Instant } from '../../shared/time.ts';

/** A hearing as the court listed it last. */
export interface Hearing {
  readonly listedFor: Instant;
  readonly court: string;
  readonly reference: string;
  readonly at: Instant;
  readonly by?: string;
  readonly entry: string;
  /** What was listed before it, in order: what somebody was held for then is not forgotten. */
  readonly earlier?: readonly Hearing[];
}

/** Every listing, in order; the last one stands. */
export const listings = (hearing: Hearing | null): readonly Hearing[] => (hearing ? [...(hearing.earlier ?? []), hearing] : []);
