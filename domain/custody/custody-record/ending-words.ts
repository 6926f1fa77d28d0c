import { RELEASES } from './acts/release.ts';
import type { EndingKind } from './told.ts';

/** How an earlier detention ended, as the desk reads it (CUS-39). */
export const ENDING_WORDS: Readonly<Record<EndingKind, string>> = {
  ...RELEASES, detentionRefused: 'Detention not authorised', handedToOtherForce: 'Handed to another force', deArrested: 'De-arrested', streetBailed: 'Street bail',
};
