import * as z from 'zod/mini';

/**
 * The wire between Peel and a court's listing office, HTTP and JSON (README.md beside this file).
 * Instants are ISO 8601 in UTC; ids are opaque; no name or date of birth crosses it, the information is served on paper or by CPS.
 */
export const hearingRequestSchema = z.object({
  /** Peel's opaque id of the custody record. */
  recordId: z.string('recordId is missing.'),
  custodyNumber: z.string('custodyNumber is missing.'),
  application: z.literal('WARRANT_OF_FURTHER_DETENTION', 'application is not one this office lists.'),
  station: z.string('station is missing.'),
  policeArea: z.string('policeArea is missing.'),
  /** When Peel asked, by Peel's clock: a training system's clock is not the court's. */
  askedAt: z.iso.datetime('askedAt is not an instant.'),
  /** The 36 hours end here: the application is to be made before (PACE s.43(5)). */
  neededBefore: z.iso.datetime('neededBefore is not an instant.'),
});
export type HearingRequest = z.infer<typeof hearingRequestSchema>;

/** 202: taken in. `reference` is the listing office's and names the request from then on. */
export const acknowledgementSchema = z.object({ reference: z.string('reference is missing.') });

export const hearingAnswerSchema = z.discriminatedUnion('status', [
  z.object({ reference: z.string(), status: z.literal('RECEIVED') }),
  z.object({ reference: z.string(), status: z.literal('LISTED'), listedFor: z.iso.datetime('listedFor is not an instant.'), court: z.string('court is missing.') }),
  z.object({ reference: z.string(), status: z.literal('REFUSED'), reason: z.object({ code: z.string(), message: z.string() }) }),
], 'The answer has no known status.');
export type HearingAnswer = z.infer<typeof hearingAnswerSchema>;

export const REQUESTS_PATH = '/hearing-requests';
