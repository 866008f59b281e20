import { z } from 'zod';

const schemaShape = z.looseObject({});
const descriptionShape = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z
          .array(
            z.object({ in: z.enum(['path', 'query', 'header']), name: z.string(), required: z.boolean().optional(), schema: schemaShape }),
          )
          .default([]),
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema: schemaShape })) }).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), schemaShape) }),
});

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly in: 'path' | 'query' | 'header';
    readonly name: string;
    readonly isRequired: boolean;
    readonly schema: Schema;
  }[];
  /** Absent: it takes no body. */
  readonly body?: { readonly type: string; readonly schema: Schema };
  /** Statuses that the description names. */
  readonly statuses: ReadonlySet<number>;
}

export interface Described {
  readonly operations: readonly Operation[];
  /** Schemas that others refer to, by name. */
  readonly named: Readonly<Record<string, Schema>>;
}

/** What a description of an API (OpenAPI 3.1) says of its operations. @throws ZodError when it is none. */
export function describedOperations(description: unknown): Described {
  const { paths, components } = descriptionShape.parse(description);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody, responses }]): Operation => {
      const [body] = Object.entries(requestBody?.content ?? {});
      return {
        name: operationId,
        method: method.toUpperCase(),
        path,
        parameters: parameters.map(({ in: place, name, required = false, schema }) => ({ in: place, name, isRequired: required, schema })),
        ...(body === undefined ? {} : { body: { type: body[0], schema: body[1].schema } }),
        statuses: new Set(Object.keys(responses).map(Number)),
      };
    }),
  );
  return { operations, named: components.schemas };
}
