import type { Field } from './fields-of.ts';

/** Some fields of a form together; `folded` ones are opened by whoever needs them. */
export interface FormGroup { readonly words?: string; readonly hint?: string; readonly fields: readonly string[]; readonly folded?: boolean }

/** The order and the words of a form, where those of the act's schema are not the desk's. Fields that no group names stand last. */
export interface FormLayout {
  readonly groups?: readonly FormGroup[];
  /** Words, kind or options of a field, over those of its schema. */
  readonly as?: Readonly<Record<string, Partial<Field>>>;
  /** The question that asks for the act's time. */
  readonly at?: { readonly label: string; readonly hint?: string };
  /** Words of the button, in place of the act's own. */
  readonly submit?: string;
  /** Whether a field is asked, as things were answered so far. */
  readonly asks?: (name: string, values: Readonly<Record<string, unknown>>) => boolean;
}

export interface DrawnGroup { readonly words: string; readonly hint: string; readonly folded: boolean; readonly fields: readonly Field[] }

/** The groups to draw, in order: each field once, none lost. */
export function groupsOf(fields: readonly Field[], layout: FormLayout, values: Readonly<Record<string, unknown>>): DrawnGroup[] {
  const groups = layout.groups ?? [];
  const named = new Set(groups.flatMap((g) => g.fields));
  const drawn = (name: string): Field[] => fields.filter((f) => f.name === name && (layout.asks?.(name, values) ?? true)).map((f) => ({ ...f, ...layout.as?.[name] }));
  return [...groups, { fields: fields.map((f) => f.name).filter((name) => !named.has(name)) }]
    .map((g: FormGroup) => ({ words: g.words ?? '', hint: g.hint ?? '', folded: g.folded === true, fields: g.fields.flatMap(drawn) })).filter((g) => g.fields.length > 0);
}
