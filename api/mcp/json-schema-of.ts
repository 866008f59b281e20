import { z } from 'zod';

/** A JSON Schema of an object, as the protocol wants inputs and outputs of tools described. */
export interface ObjectSchema {
  readonly [keyword: string]: unknown;
  readonly type: 'object';
}

const partsSchema = z.record(z.string(), z.looseObject({}));
const NAMED = /^#\/definitions\/(.+)$/;

/**
 * Describes what a schema takes. Draft 7, which every validator that clients use knows. Names of parts are where they are referred to,
 * since `id` means another thing in that draft, and the whole is written out, since clients look for its properties at the top.
 */
export function jsonSchemaOf(schema: z.ZodType): ObjectSchema {
  const { $ref, definitions, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override({ jsonSchema }) {
      delete jsonSchema.id;
    },
  });
  const named = Object.entries(partsSchema.parse(definitions ?? {}));
  const whole = NAMED.exec($ref ?? '')?.[1];
  const parts = Object.fromEntries(named.filter(([name]) => name !== whole));
  return {
    ...described,
    ...named.find(([name]) => name === whole)?.[1],
    ...(Object.keys(parts).length === 0 ? {} : { definitions: parts }),
    type: 'object',
  };
}
