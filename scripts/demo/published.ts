import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One row of the published custody output: offences that ended in this disposal, by month and kind of person. */
export interface PublishedRow {
  readonly month: string; // YYYY-MM
  readonly gender: string;
  readonly ageGroup: string;
  readonly ethnicity: string;
  readonly offenceGroup: string;
  readonly disposal: string;
  readonly offences: number;
}

const COLUMNS = ['month', 'gender', 'age_group', 'ethnicity', 'offence_group', 'disposal', 'offences'];

/** Reads a file of the published form. Throws with what is missing where it is of another form. */
export function readPublished(file: string): PublishedRow[] {
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[];
  const missing = COLUMNS.filter((c) => !(c in (rows[0] ?? {})));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}. It needs ${COLUMNS.join(', ')}.`);
  return rows.map((r) => ({
    month: r['month']!, gender: r['gender']!, ageGroup: r['age_group']!, ethnicity: r['ethnicity']!, offenceGroup: r['offence_group']!, disposal: r['disposal']!, offences: Number(r['offences']),
  }));
}

/** The rows of one month: the one asked for, or the file's latest. */
export function monthOf(rows: readonly PublishedRow[], asked: string | null): { month: string; rows: PublishedRow[] } {
  const months = [...new Set(rows.map((r) => r.month))].toSorted();
  const month = asked ?? months.at(-1);
  if (!month || !months.includes(month)) throw new Error(`The file has no month ${asked ?? ''}. It has ${months[0]} to ${months.at(-1)}.`);
  return { month, rows: rows.filter((r) => r.month === month && r.offences > 0) };
}

export const daysIn = (month: string): number => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

/** Share of offences by one column, largest first. */
export function shares(rows: readonly PublishedRow[], column: 'gender' | 'ageGroup' | 'offenceGroup' | 'disposal'): { name: string; share: number }[] {
  const total = rows.reduce((sum, r) => sum + r.offences, 0);
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row[column], (sums.get(row[column]) ?? 0) + row.offences);
  return [...sums].map(([name, sum]) => ({ name, share: sum / total })).toSorted((a, b) => b.share - a.share);
}
