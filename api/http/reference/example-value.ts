import { type ApiSchema, type NamedSchemas, resolveSchema } from './api-document.ts';

/** A value that a schema takes: its own example, else the least that it asks for. */
export function exampleValue(schema: ApiSchema, named: NamedSchemas): unknown {
  const resolved = resolveSchema(schema, named);
  const given = resolved.examples ?? [];
  if (given.length > 0) return given[0];
  const choices = resolved.oneOf ?? resolved.anyOf ?? [];
  if (choices[0] !== undefined) return exampleValue(choices[0], named);
  const listed = resolved.enum ?? [];
  if (listed.length > 0) return listed[0];
  const type = [resolved.type ?? []].flat()[0];
  switch (type) {
    case 'string':
      return exampleText(resolved.format);
    case 'integer':
    case 'number':
      return resolved.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array': {
      const items = resolved.items;
      return items === undefined ? [] : Array.from({ length: resolved.minItems ?? 1 }, () => exampleValue(items, named));
    }
    case 'object':
      return exampleObject(resolved, named);
    default:
      return null;
  }
}

/** What is required, and what has an example of its own. */
function exampleObject({ properties = {}, required = [] }: ApiSchema, named: NamedSchemas): unknown {
  const shown = Object.entries(properties).filter(
    ([name, property]) => required.includes(name) || resolveSchema(property, named).examples !== undefined,
  );
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleValue(property, named)]));
}

function exampleText(format: string | undefined): string {
  switch (format) {
    case 'date':
      return '2026-01-31';
    case 'date-time':
      return '2026-01-31T00:00:00Z';
    default:
      return 'text';
  }
}
