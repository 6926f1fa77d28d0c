import * as z from 'zod/mini';

/** Corrects or strikes out an entry of any record; the old value stays visible (Code C 2.6, CUS-7, REC-52). */
export const correctEntrySchema = z.object({
  /** `version.n` of the entry, as the timeline shows it. */
  entry: z.string('Choose the entry to correct.').check(z.regex(/^\d+\.\d+$/, 'Choose the entry to correct.')),
  /** The act's body as it should have been, and its time; null strikes the entry out. */
  becomes: z.nullable(z.object({
    at: z.nullable(z.string('Enter the corrected time.')),
    body: z.record(z.string(), z.unknown(), 'Give the corrected entry.'),
  })),
  reason: z.string('Say why the entry was wrong.').check(z.minLength(3, 'Say why the entry was wrong.'), z.maxLength(2000, 'Keep the reason under 2,000 characters.')),
});
export type CorrectEntry = z.infer<typeof correctEntrySchema>;
export const CORRECT_ENTRY = 'correctEntry';
