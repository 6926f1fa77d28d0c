import * as z from 'zod/mini';
import { plain, words } from './fields.ts';

/** Corrects or strikes out an entry of any record; the old value stays visible (Code C 2.6, CUS-7, REC-52). */
export const correctEntrySchema = z.object({
  /** `version.n` of the entry, as the timeline shows it. */
  entry: z.string('Choose the entry to correct.').check(z.regex(/^\d+\.\d+$/, 'Choose the entry to correct.')),
  /** The act's body as it should have been, and its time; null strikes the entry out. */
  becomes: z.nullable(z.object({
    at: z.nullable(z.string('Enter the corrected time.')),
    body: z.record(z.string(), z.unknown(), 'Give the corrected entry.'),
  })),
  reason: z.string('Say why the entry was wrong.').check(z.trim(), z.minLength(3, 'Say why the entry was wrong.'), z.maxLength(2000, 'Keep the reason under 2,000 characters.'), plain()),
});
export type CorrectEntry = z.infer<typeof correctEntrySchema>;
export const CORRECT_ENTRY = 'correctEntry';

/** An act as it was told, and at which version. */
export interface ToldAct { readonly version: number; readonly act: string; readonly body: Readonly<Record<string, unknown>> }

/** What one version told, each correction of it laid over the one before; null where it told no act of its own. `told`: the record's acts in the order of their versions. */
export function toldAt(told: readonly ToldAct[], version: number): ToldAct | null {
  const first = told.find((t) => t.version === version);
  if (!first || first.act === CORRECT_ENTRY) return null;
  const corrections = told.filter((t) => t.act === CORRECT_ENTRY).map((t) => t.body as unknown as CorrectEntry).filter((c) => Number(c.entry.split('.')[0]) === version);
  return { ...first, body: Object.assign({}, first.body, ...corrections.map((c) => c.becomes?.body ?? {})) as ToldAct['body'] };
}

/** The field of the form that asks why; its own name, for many acts have a reason of their own. */
export const CORRECTION_REASON = 'correctionReason';

/** The form of an act as a correction draws it: the act's own questions, and why the entry was wrong. */
export const correctionForm = (act: unknown): unknown => z.extend(act as z.ZodMiniObject, { [CORRECTION_REASON]: words('Why the entry was wrong', 'Say why the entry was wrong.') });
