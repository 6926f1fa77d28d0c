import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { ENDINGS_BY_DISPOSAL, OFFENCES_BY_GROUP } from './assumptions.ts';

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

const COLUMNS = ['month', 'gender', 'age_group', 'ethnicity', 'offence_group', 'disposal', 'offences'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;
interface Line { readonly record: Cells; readonly info: { readonly lines: number } }

const oneOf = (known: Readonly<Record<string, unknown>>) => (text: string): string | null => (text in known ? null : `is none of: ${Object.keys(known).join(', ')}`);
const something = (text: string): string | null => (text.trim() === '' ? 'is empty' : null);

/** What is wrong with a cell of each column; null: nothing. */
const CHECKS: Readonly<Record<Column, (text: string) => string | null>> = {
  month: (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? null : 'is no month like 2025-12'),
  gender: something, age_group: something, ethnicity: something, offence_group: oneOf(OFFENCES_BY_GROUP), disposal: oneOf(ENDINGS_BY_DISPOSAL),
  offences: (text) => (/^\d{1,7}$/.test(text) ? null : 'is no whole number of offences'),
};

/** Reads a file of the published form. Throws with the line and the column where it is of another form. */
export function readPublished(file: string): PublishedRow[] {
  const lines = parsed(file, textOf(file));
  if (lines.length === 0) throw new Error(`${file} has no rows below its heading.`);
  return lines.map((line) => rowOf(file, line));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as { code?: string }).code ?? 'unknown'}). Give the path of a file: --file PATH`, { cause: error });
  }
}

function parsed(file: string, text: string): Line[] {
  try {
    return parse(text, { columns: (heading: string[]) => checkedHeading(file, heading), bom: true, skip_empty_lines: true, info: true }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as unknown as { lines?: number; column?: number | string };
    throw new Error(`${file}, line ${lines ?? 1}${column === undefined ? '' : `, column ${column}`}: ${error.message.replace(/\.?$/, '.')}`, { cause: error });
  }
}

function checkedHeading(file: string, heading: readonly string[]): string[] {
  const missing = COLUMNS.filter((column) => !heading.includes(column));
  if (missing.length > 0) throw new Error(`${file}, line 1: there is no column ${missing.join(', ')}. The heading is: ${COLUMNS.join(',')}`);
  return [...heading];
}

function rowOf(file: string, { record, info }: Line): PublishedRow {
  for (const column of COLUMNS) {
    const wrong = CHECKS[column](record[column]);
    if (wrong) throw new Error(`${file}, line ${info.lines}, column ${column}: '${record[column].slice(0, 40)}' ${wrong}.`);
  }
  return { month: record.month, gender: record.gender, ageGroup: record.age_group, ethnicity: record.ethnicity, offenceGroup: record.offence_group, disposal: record.disposal, offences: Number(record.offences) };
}

/** The rows of one month: the one asked for, or the file's latest. Throws with the months there are. */
export function monthOf(rows: readonly PublishedRow[], asked: string | null): { month: string; rows: PublishedRow[] } {
  const months = [...new Set(rows.map((r) => r.month))].toSorted();
  const month = asked ?? months.at(-1)!;
  if (!months.includes(month)) throw new Error(`The file has no month ${month}. It has: ${months.join(', ')}`);
  const found = rows.filter((r) => r.month === month && r.offences > 0);
  if (found.length === 0) throw new Error(`The file counts no offence in ${month}.`);
  return { month, rows: found };
}

export const daysIn = (month: string): number => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();

export type SharedBy = 'gender' | 'ageGroup' | 'offenceGroup' | 'disposal';

/** Share of offences by one column, largest first. */
export function shares(rows: readonly PublishedRow[], column: SharedBy): { name: string; share: number }[] {
  const total = rows.reduce((sum, r) => sum + r.offences, 0);
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row[column], (sums.get(row[column]) ?? 0) + row.offences);
  return [...sums].map(([name, sum]) => ({ name, share: sum / total })).toSorted((a, b) => b.share - a.share);
}
