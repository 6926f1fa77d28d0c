/**
 * A refusal is a value, not an exception: the law or the order of facts forbids the act. Every one names its code,
 * its law and, where there is one, the field to mend (custody.md section 19). All that apply are reported together.
 */
export interface Refusal {
  readonly code: string;
  /** Section or rule row, as it is shown: `PACE s.42(4)(b)`, `CUS-59`. */
  readonly law: string;
  /** Plain words: what is wrong and what to do. */
  readonly message: string;
  readonly field?: string;
  /** Instants the person may choose from, for a time that happened twice. */
  readonly choices?: readonly string[];
}

/** Code-point order, each code once per field (custody.md section 19). */
export function inCodePointOrder(refusals: readonly Refusal[]): Refusal[] {
  const seen = new Set<string>();
  return refusals
    .filter((r) => !seen.has(`${r.code}/${r.field ?? ''}`) && seen.add(`${r.code}/${r.field ?? ''}`))
    .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** Keeps those conditions that hold: `when(rank < inspector, {...})` reads as the rule does. */
export const when = (condition: boolean, refusal: Refusal): Refusal[] => (condition ? [refusal] : []);
