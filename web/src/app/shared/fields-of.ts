import { fieldMeta, type FieldMeta } from '#domain/shared/fields';

/** A field of an act's form, as its schema describes it. */
export interface Field extends FieldMeta { readonly name: string; readonly schema: unknown }

interface ObjectSchema { readonly _zod: { readonly def: { readonly shape: Readonly<Record<string, unknown>> } } }

/** The fields of an act's schema in their order; hidden ones are the page's own business. */
export function fieldsOf(schema: unknown): Field[] {
  const shape = (schema as ObjectSchema)._zod.def.shape;
  return Object.entries(shape).flatMap(([name, field]) => {
    const meta = metaOf(field);
    return meta && meta.kind !== 'hidden' ? [{ ...meta, name, schema: field }] : [];
  });
}

/** A default wrapped around a field keeps the field's own description; what has none is not asked. */
function metaOf(field: unknown): FieldMeta | undefined {
  const known = fieldMeta.get(field as never) as FieldMeta | undefined;
  const inner = (field as { _zod: { def: { innerType?: unknown } } })._zod.def.innerType;
  if (known || !inner) return known;
  const wrapped = metaOf(inner);
  return wrapped && { ...wrapped, optional: true };
}
