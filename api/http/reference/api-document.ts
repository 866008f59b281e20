import type { HttpApp } from '../http-app.ts';

/** The description of the API, as `/openapi.json` gives it. */
export type ApiDocument = ReturnType<HttpApp['getOpenAPI31Document']>;
export type NamedSchemas = Readonly<Record<string, ApiSchema>>;
type PathItem = NonNullable<ApiDocument['paths']>[string];
type Operation = NonNullable<PathItem['get']>;

/** What the description says of a value, as far as people are shown it. */
export interface ApiSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: NamedSchemas;
  readonly required?: readonly string[];
  readonly items?: ApiSchema;
  readonly oneOf?: readonly ApiSchema[];
  readonly anyOf?: readonly ApiSchema[];
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** One route with one method. */
export interface ApiOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

const METHODS = ['get', 'post', 'put', 'delete'] as const;
const REFERENCE = /^#\/components\/schemas\/(.+)$/;

/** All operations in the order in which they are described. */
export function operationsOf(document: ApiDocument): readonly ApiOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

/** Name of the schema that another one only points to. */
export function referenceOf(schema: ApiSchema): string | undefined {
  return schema.$ref === undefined ? undefined : REFERENCE.exec(schema.$ref)?.[1];
}

/** A schema itself where another one points to it. @throws Error when it points to nothing, which a test of the description holds. */
export function resolveSchema(schema: ApiSchema, named: NamedSchemas): ApiSchema {
  const reference = referenceOf(schema);
  if (reference === undefined) return schema;
  const found = named[reference];
  if (found === undefined) throw new Error(`the description of the API has no schema ${reference}`);
  return resolveSchema(found, named);
}
