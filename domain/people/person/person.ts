import * as z from 'zod/mini';
import * as f from '../../shared/fields.ts';

export interface Person { readonly id: string; readonly name: string; readonly dateOfBirth: string | null; readonly formerNames: readonly string[] }
export const NO_PERSON: Person = { id: '', name: '', dateOfBirth: null, formerNames: [] };

const plain = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z ]/g, '').split(/\s+/).filter(Boolean).toSorted().join(' ');

/** The exact-match key of a name and date of birth: case, accents and the order of names do not matter. */
export const matchKey = (name: string, dateOfBirth: string | null): string => `${plain(name)}|${dateOfBirth ?? ''}`;

export const personSchema = z.object({ name: f.line('Name', 'Enter the name.'), dateOfBirth: f.maybeDate('Date of birth', 'Enter the date of birth as year-month-day.') });
export type PersonBody = z.infer<typeof personSchema>;
