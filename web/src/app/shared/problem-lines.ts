import { readTime } from '#domain/shared/local-time';
import { typedBirth } from '#domain/shared/typed-time';
import type { Problem } from './api.ts';
import type { Field } from './fields-of.ts';

/** One thing to mend: the field it belongs to, or none. */
export interface Line { readonly field: string; readonly text: string }

/** The api's name of a field as the form's own. */
export const plainField = (field: string): string => field.replace(/^body\./, '').split('.')[0] ?? '';

/** Every refusal and misfit of a problem, each with the field it stands beside; one that has none says its detail. */
export function linesOf(problem: Problem | null, known: readonly string[], fieldOf: (field: string) => string = plainField): Line[] {
  if (!problem) return [];
  const shown = (field: string | undefined): string => { const name = field ? fieldOf(field) : ''; return known.includes(name) ? name : ''; };
  const lines = [...problem.refusals.map((r) => ({ field: shown(r.field), text: `${r.message} ${r.law}. ${r.code}` })), ...problem.problems.map((p) => ({ field: shown(p.field), text: p.message }))];
  return lines.length === 0 || problem.status === 0 ? [{ field: '', text: problem.detail }, ...lines] : lines;
}

const title: Readonly<Record<number, string>> = { 0: 'Not saved', 401: 'Not saved: your session has ended', 409: 'This was refused. Nothing was recorded.' };
export const headingOf = (problem: Problem | null): string => (problem?.refusals.some((r) => r.code === 'STALE_VERSION') ? 'Not saved: the record has moved on' : title[problem?.status ?? 400] ?? 'There is a problem');

const noTime = (text: string): boolean => { const read = readTime(text); return 'problem' in read && read.problem.code === 'TIME_NOT_UNDERSTOOD'; };

/** Times and dates that cannot be read are told at once, in the words of the boxes they were typed into. */
export function unreadable(fields: readonly Field[], values: Readonly<Record<string, unknown>>, at: string): Problem | null {
  const typed = (name: string): string => (typeof values[name] === 'string' ? (values[name]) : '');
  const times = ['at', ...fields.filter((f) => f.kind === 'time').map((f) => f.name)].filter((name) => { const text = name === 'at' ? at : typed(name); return text !== '' && noTime(text); });
  const dates = fields.filter((f) => f.kind === 'date' && typed(f.name) !== '' && !typedBirth(typed(f.name))).map((f) => f.name);
  const problems = [...times.map((field) => ({ field, message: 'Enter the time as four figures, like 0252, and the date as day/month/year.' })), ...dates.map((field) => ({ field, message: 'Enter the date as day/month/year with the year in full, like 27/3/1991.' }))];
  return problems.length > 0 ? misfit(problems) : null;
}

/** A problem the form finds itself, before anything is sent. */
export const misfit = (problems: Problem['problems']): Problem => ({ status: 400, code: 'BAD_SHAPE', detail: 'Some fields need mending.', refusals: [], problems });
