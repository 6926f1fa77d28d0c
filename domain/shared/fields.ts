import * as z from 'zod/mini';
import { readTime } from './local-time.ts';
import type { Instant } from './time.ts';

/** How a field is drawn: the form kit and the OpenAPI document both read it from the schema. */
export interface FieldMeta {
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'textarea' | 'time' | 'date' | 'yesNo' | 'radio' | 'checkboxes' | 'number' | 'offence' | 'offences' | 'officer' | 'officers' | 'station' | 'team' | 'hidden';
  readonly options?: readonly { readonly value: string; readonly words: string }[];
  readonly optional?: boolean;
  /** Its words decide something: corrected, they are decided anew like any answer that is chosen. */
  readonly decides?: true;
}

export const fieldMeta = z.registry<FieldMeta>();

interface Extra { readonly hint?: string; readonly decides?: true }
const meta = <T extends z.core.$ZodType>(schema: T, said: FieldMeta): T => { fieldMeta.add(schema, said as never); return schema; };

/** Marks that turn the direction of writing and characters without width: what is read may then not be what was written. */
const HIDDEN = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
/** Characters that print nothing; in running text a new line and a tab are text. */
const CONTROLS = /\p{Cc}/u;
const CONTROLS_OF_RUNNING_TEXT = /(?![\t\r\n])\p{Cc}/u;
/** Refuses text whose reader could be misled by what it does not show. */
export const plain = (controls = CONTROLS) => z.refine<string>((text) => !HIDDEN.test(text) && !controls.test(text), 'This holds a hidden character that can change how it reads. Delete it and type the words again.');

/** One line of text, needed. `ask` is said when it is missing. */
export const line = (label: string, ask: string, extra: Extra = {}) =>
  meta(z.string(ask).check(z.trim(), z.minLength(1, ask), z.maxLength(200, 'Keep it under 200 characters.'), plain()), { label, kind: 'text', ...extra });

/** Running text, needed. */
export const words = (label: string, ask: string, extra: Extra = {}) =>
  meta(z.string(ask).check(z.trim(), z.minLength(1, ask), z.maxLength(4000, 'Keep it under 4,000 characters.'), plain(CONTROLS_OF_RUNNING_TEXT)), { label, kind: 'textarea', ...extra });

/** One line or running text that may be left empty. */
export const maybeLine = (label: string, extra: Extra = {}) =>
  meta(z._default(z.string('Enter text.').check(z.trim(), z.maxLength(200, 'Keep it under 200 characters.'), plain()), ''), { label, kind: 'text', optional: true, ...extra });
export const maybeWords = (label: string, extra: Extra = {}) =>
  meta(z._default(z.string('Enter text.').check(z.trim(), z.maxLength(4000, 'Keep it under 4,000 characters.'), plain(CONTROLS_OF_RUNNING_TEXT)), ''), { label, kind: 'textarea', optional: true, ...extra });

/** A time as the desk's clock showed it, or with its offset; becomes an instant. One the clock change made unclear is asked (CUS-190). */
const timeText = (ask: string) => z.pipe(z.string(ask), z.transform((text: string, context): Instant => {
  const read = readTime(text);
  if ('at' in read) return read.at;
  const { code, message, choices } = read.problem;
  context.issues.push({ code: 'custom', input: text, message: code === 'TIME_NOT_UNDERSTOOD' ? ask : message, ...(code === 'TIME_NOT_UNDERSTOOD' ? {} : { params: { code, choices } }) });
  return z.NEVER;
}));
export const time = (label: string, ask: string, extra: Extra = {}) => meta(timeText(ask), { label, kind: 'time', ...extra });
export const maybeTime = (label: string, ask: string, extra: Extra = {}) => meta(z._default(z.nullable(timeText(ask)), null), { label, kind: 'time', optional: true, ...extra });

/** A calendar date, `YYYY-MM-DD`, that may be unknown. */
export const maybeDate = (label: string, ask: string, extra: Extra = {}) =>
  meta(z._default(z.nullable(z.iso.date(ask)), null), { label, kind: 'date', optional: true, ...extra });

export const yesNo = (label: string, ask: string, extra: Extra = {}) => meta(z.boolean(ask), { label, kind: 'yesNo', ...extra });
export const maybeYesNo = (label: string, extra: Extra = {}) => meta(z._default(z.boolean('Answer yes or no.'), false), { label, kind: 'yesNo', optional: true, ...extra });
/** Yes, no, or not answered yet. */
export const unanswered = (label: string, extra: Extra = {}) => meta(z._default(z.nullable(z.boolean('Answer yes or no.')), null), { label, kind: 'yesNo', optional: true, ...extra });

export const number = (label: string, ask: string, extra: Extra = {}) => meta(z.number(ask).check(z.int(ask), z.gte(0, ask), z.lte(1000, ask)), { label, kind: 'number', ...extra });

type Options = Readonly<Record<string, string>>;
const listed = (options: Options) => Object.entries(options).map(([value, said]) => ({ value, words: said }));
const keysOf = <O extends Options>(options: O) => Object.keys(options) as (keyof O & string)[];

/** One of a few, each with its words. */
export const choice = <O extends Options>(label: string, options: O, ask: string, extra: Extra = {}) =>
  meta(z.enum(keysOf(options) as [keyof O & string, ...(keyof O & string)[]], ask), { label, kind: 'radio', options: listed(options), ...extra });
/** One or more of a few. */
export const choices = <O extends Options>(label: string, options: O, ask: string, extra: Extra = {}) =>
  meta(z.array(z.enum(keysOf(options) as [keyof O & string, ...(keyof O & string)[]], ask), ask), { label, kind: 'checkboxes', options: listed(options), ...extra });

/** Codes of the CJS index, found by search. */
export const offences = (label: string, ask: string) =>
  meta(z.array(z.string(ask).check(z.maxLength(10, ask)), ask).check(z.minLength(1, ask), z.maxLength(30, 'Enter at most 30 offences.')), { label, kind: 'offences' });
/** An officer or a station, found by search and named by id. */
export const officer = (label: string, ask: string, extra: Extra = {}) => meta(z.uuid(ask), { label, kind: 'officer', ...extra });
export const maybeOfficer = (label: string, extra: Extra = {}) => meta(z._default(z.nullable(z.uuid('Choose an officer.')), null), { label, kind: 'officer', optional: true, ...extra });
/** Several officers, each found by search; none is an answer too. */
export const maybeOfficers = (label: string, extra: Extra = {}) =>
  meta(z._default(z.array(z.uuid('Choose an officer.'), 'Choose the officers.').check(z.maxLength(30, 'Name at most 30 officers.')), []), { label, kind: 'officers', optional: true, ...extra });
/** A team of the force, chosen from the list and named by id. */
export const maybeTeam = (label: string, extra: Extra = {}) =>
  meta(z._default(z.string('Choose a team.').check(z.trim(), z.maxLength(200, 'Choose a team from the list.')), ''), { label, kind: 'team', optional: true, ...extra });
export const station = (label: string, ask: string) => meta(z.uuid(ask), { label, kind: 'station' });
export const maybeStation = (label: string, extra: Extra = {}) => meta(z._default(z.nullable(z.uuid('Choose a station.')), null), { label, kind: 'station', optional: true, ...extra });
/** Set by the page, never shown. */
export const hiddenFlag = () => meta(z._default(z.boolean('Answer yes or no.'), false), { label: '', kind: 'hidden', optional: true });
export const hiddenText = () => meta(z._default(z.string('Enter text.').check(z.maxLength(200, 'Too long.'), plain()), ''), { label: '', kind: 'hidden', optional: true });
export const hiddenId = () => meta(z._default(z.nullable(z.uuid('Choose from the list.')), null), { label: '', kind: 'hidden', optional: true });

/** Fields whose answer is words that nothing is decided by. */
const WORDS: readonly string[] = ['text', 'textarea'];

const isWords = (field: z.ZodMiniType): boolean => { const said = fieldMeta.get(field); return WORDS.includes(said?.kind ?? '') && said?.decides !== true; };

/** True where two answers of a form differ in their words alone. */
export function onlyWords(schema: z.ZodMiniType, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  const { shape } = schema as z.ZodMiniObject<Record<string, z.ZodMiniType>>;
  return Object.entries(shape).every(([name, field]) => isWords(field) || JSON.stringify(before[name]) === JSON.stringify(after[name]));
}
