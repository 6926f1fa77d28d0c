import type { Act } from '#domain/shared/act';
import type { Refusal } from '#domain/shared/refusal';

/** A field that has the wrong shape: 400, nothing was decided. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

type Parsed<B> = { readonly body: B } | { readonly refusals: readonly Refusal[] } | { readonly problems: readonly Problem[] };

interface Issue { readonly path: readonly PropertyKey[]; readonly message: string; readonly params?: { code?: string; law?: string; choices?: readonly string[] } }

const FROM_THE_ROSTER = /rank|post|team|role/i;

/**
 * Reads an act's body by its schema. A time the clock change made ambiguous, or that did not exist, is a refusal with its code
 * (CUS-190); any other misfit is a matter of shape.
 */
export function parseBody<B>(schema: Act<unknown, unknown, B>['schema'], body: unknown): Parsed<B> {
  const strangers = unknownFields(schema, body);
  if (strangers.length > 0) return { problems: strangers.map((field) => ({ field, message: `This act has no field “${field.slice(0, 60)}”. ${FROM_THE_ROSTER.test(field) ? 'Ranks, posts and teams are read from the roster, never from what is sent.' : 'Leave it out, or correct its name.'}` })) };
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return { body: parsed.data };
  const issues = parsed.error.issues as unknown as readonly Issue[];
  const coded = issues.filter((i) => i.params?.code);
  if (coded.length === issues.length) return { refusals: coded.map(asRefusal) };
  return { problems: issues.map((i) => ({ field: i.path.map(String).join('.'), message: i.message })) };
}

/** Fields the act's schema does not name: refused rather than dropped in silence. */
function unknownFields(schema: object, body: unknown): string[] {
  const { shape } = schema as { shape?: Readonly<Record<string, unknown>> };
  return shape && typeof body === 'object' && body !== null ? Object.keys(body).filter((name) => !(name in shape)) : [];
}

const asRefusal = (issue: Issue): Refusal => ({
  code: issue.params!.code!, law: issue.params!.law ?? 'CUS-190', message: issue.message, field: issue.path.map(String).join('.'),
  ...(issue.params!.choices ? { choices: issue.params!.choices } : {}),
});
