import type { Field } from './fields-of.ts';

export type Answers = Readonly<Record<string, unknown>>;

/** Some fields of a form together; `folded` ones are opened by whoever needs them, and stand open once one is answered; `when`: the question for the act's time stands at their head, not at the form's. */
export interface FormGroup { readonly words?: string | ((values: Answers) => string); readonly hint?: string; readonly fields: readonly string[]; readonly folded?: boolean; readonly when?: boolean }

/** The order and the words of a form, where those of the act's schema are not the desk's. Fields that no group names stand last. */
export interface FormLayout {
  readonly groups?: readonly FormGroup[];
  /** Words, kind or options of a field, over those of its schema. */
  readonly as?: Readonly<Record<string, Partial<Field>>>;
  /** The question that asks for the act's time; `ask` is said where an empty box may not mean now; folded where it nearly always does. */
  readonly at?: { readonly label: string; readonly hint?: string; readonly ask?: string; readonly folded?: boolean };
  /** Words of the button, in place of the act's own. */
  readonly submit?: string;
  /** The button names the time that will be recorded. */
  readonly timed?: boolean;
  /** Whether a field is asked, as things were answered so far. */
  readonly asks?: (name: string, values: Answers) => boolean;
}

export interface DrawnGroup { readonly words: string; readonly hint: string; readonly folded: boolean; readonly when: boolean; readonly fields: readonly Field[] }

const wordsOf = (group: FormGroup, values: Answers): string => (typeof group.words === 'function' ? group.words(values) : (group.words ?? ''));

/** The groups to draw, in order: each field once, none lost. */
export function groupsOf(fields: readonly Field[], layout: FormLayout, values: Answers): DrawnGroup[] {
  const groups = layout.groups ?? [];
  const named = new Set(groups.flatMap((g) => g.fields));
  const drawn = (name: string): Field[] => fields.filter((f) => f.name === name && (layout.asks?.(name, values) ?? true)).map((f) => ({ ...f, ...layout.as?.[name] }));
  return [...groups, { fields: fields.map((f) => f.name).filter((name) => !named.has(name)) }]
    .map((g: FormGroup) => ({ words: wordsOf(g, values), hint: g.hint ?? '', folded: g.folded === true, when: g.when === true, fields: g.fields.flatMap(drawn) })).filter((g) => g.fields.length > 0);
}

const BLANK: readonly unknown[] = [undefined, null, '', false];
const TIMELESS = ['time', 'date', 'officer', 'station', 'number'];

/** What is sent of a form: an empty field is left out, so that the schema's own words ask for it; one that was emptied is sent empty. */
export function bodyOf(fields: readonly Field[], { values, preset, layout }: { readonly values: Answers; readonly preset: Answers; readonly layout: FormLayout }): Answers {
  const known = new Map(fields.map((f) => [f.name, f]));
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const field = known.get(name);
    const asked = layout.asks?.(name, values) ?? true;
    if (!field || (asked && value !== '')) return value === undefined ? [] : [[name, value]];
    return BLANK.includes(preset[name]) ? [] : [[name, emptied(field)]];
  }));
}

function emptied(field: Field): unknown {
  if (field.kind === 'yesNo') return false;
  return TIMELESS.includes(field.kind) ? null : '';
}
