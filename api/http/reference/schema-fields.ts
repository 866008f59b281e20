import { type ApiSchema, referenceOf } from './api-document.ts';

/** Words of a type, some of which name another schema. */
export type TypePart = string | { readonly schema: string };

/** One field of a schema, those inside it by their path: `hits[].text`. */
export interface SchemaField {
  /** Empty for the value as a whole. */
  readonly path: string;
  readonly type: readonly TypePart[];
  readonly isRequired: boolean;
  readonly description: string;
  /** Which of several forms it belongs to, counted from 1; absent where there is one. */
  readonly form?: number;
}

/** All fields of a schema down to where another named schema begins. */
export function schemaFields(schema: ApiSchema): readonly SchemaField[] {
  const forms = formsOf(schema);
  if (forms.length > 1) return forms.flatMap((form, index) => schemaFields(form).map((field) => ({ ...field, form: index + 1 })));
  const fields = fieldsWithin(schema, '');
  return fields.length > 0 ? fields : [{ path: '', type: describeType(schema), isRequired: true, description: schema.description ?? '' }];
}

/** A schema with several forms of which one at least has fields of its own. */
function formsOf(schema: ApiSchema): readonly ApiSchema[] {
  const forms = schema.oneOf ?? schema.anyOf ?? [];
  return forms.some((form) => form.properties !== undefined) ? forms : [];
}

function fieldsWithin(schema: ApiSchema, path: string): readonly SchemaField[] {
  if (referenceOf(schema) !== undefined) return [];
  if (schema.type === 'array' && schema.items !== undefined) return fieldsWithin(schema.items, `${path}[]`);
  const forms = formsOf(schema);
  if (forms.length > 0) return forms.flatMap((form) => fieldsWithin(form, path));
  const begin = path === '' ? '' : `${path}.`;
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    {
      path: `${begin}${name}`,
      type: describeType(property),
      isRequired: (schema.required ?? []).includes(name),
      description: property.description ?? '',
    },
    ...fieldsWithin(property, `${begin}${name}`),
  ]);
}

/** A type in signs that need no language: `integer 1…100`, `"a" | "b"`, `Passage[]`. */
export function describeType(schema: ApiSchema): readonly TypePart[] {
  const reference = referenceOf(schema);
  if (reference !== undefined) return [{ schema: reference }];
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return choices.flatMap((choice, index) => [...(index === 0 ? [] : [' | ']), ...describeType(choice)]);
  if (schema.enum !== undefined) return [schema.enum.map((value) => JSON.stringify(value)).join(' | ')];
  if (schema.type === 'array') {
    const size = range(schema.minItems, schema.maxItems);
    return [...(schema.items === undefined ? ['any'] : describeType(schema.items)), '[]', ...(size === '' ? [] : [` (${size})`])];
  }
  const type = [schema.type ?? 'any'].flat().join(' | ');
  const limits = [
    schema.format ?? '',
    schema.type === 'string' ? range(schema.minLength, schema.maxLength) : range(schema.minimum, schema.maximum),
    schema.pattern === undefined ? '' : `/${schema.pattern}/`,
    schema.default === undefined ? '' : `= ${JSON.stringify(schema.default)}`,
  ].filter((limit) => limit !== '');
  return [[type, ...limits].join(' ')];
}

/** Numbers beyond what JSON counts exactly are no limits that anybody meets. */
function range(least: number | undefined, most: number | undefined): string {
  const low = least === undefined || least <= Number.MIN_SAFE_INTEGER ? undefined : least;
  const high = most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most;
  if (low === undefined && high === undefined) return '';
  if (high === undefined) return `≥ ${low}`;
  return low === undefined ? `≤ ${high}` : `${low}…${high}`;
}
