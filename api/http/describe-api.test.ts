import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isPage } from './serve-page.ts';
import { openService, type TestService } from './test-support/open-service.ts';

const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: z.unknown() })).default([]),
  requestBody: z.looseObject({ required: z.boolean() }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.looseObject({ description: z.string().min(1), content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() }),
  ),
});
const descriptionSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  components: z.object({ schemas: z.record(z.string(), z.unknown()), parameters: z.unknown() }),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'post', 'put', 'delete', 'patch']), operationSchema.optional())),
});

const refSchema = z.looseObject({ $ref: z.string() });
const objectSchema = z.looseObject({ properties: z.record(z.string(), z.unknown()) });
const bodySchema = z.looseObject({ content: z.object({ 'application/json': z.object({ schema: refSchema }) }) });
/** Groups of a figure and ways between two things: one answer, of which the best are told. */
const BEST_FEW: readonly string[] = ['aggregateRecords', 'findPaths'];

let service: TestService;
let described: z.infer<typeof descriptionSchema>;
beforeAll(async () => {
  service = await openService();
  described = await service.ask(descriptionSchema, '/openapi.json');
});
afterAll(() => service.close());

function operations() {
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => (operation === undefined ? [] : [{ path, method, ...operation }])),
  );
}

describe('the description of the API', () => {
  it('is the file that clients are made from; `npx vitest run api/http/describe-api --update` writes it anew', async () => {
    const text = `${JSON.stringify(await (await service.http.request('/openapi.json')).json(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../docs/openapi.json');
  });

  it('has every route that the service has', () => {
    const served = service.http.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json' && !isPage({ req: { path } }))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:([^/]+)/g, '{$1}')}`);
    const told = operations().map(({ method, path }) => `${method} ${path}`);
    expect(told.sort()).toEqual([...new Set(served)].sort());
    expect(told.length).toBeGreaterThan(15);
  });

  it('names each operation once, and each part of its path', () => {
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, parameters } of operations()) {
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
    }
  });

  it('gives each operation a success and its problems as problem+json', () => {
    for (const { operationId, responses } of operations()) {
      const statuses = Object.keys(responses);
      expect(
        statuses.some((status) => /^[23]/.test(status)),
        operationId,
      ).toBe(true);
      expect(statuses, operationId).toEqual(expect.arrayContaining(['403', '500']));
      for (const [status, { content }] of Object.entries(responses)) {
        if (/^[45]/.test(status) && operationId !== 'isReady') expect(content, operationId).toHaveProperty(['application/problem+json']);
      }
    }
  });

  it('pages every list that has a bound in one way: `cursor` takes the `next` of the page before', () => {
    const schemas = described.components.schemas;
    const named = (schema: unknown): string => /^#\/components\/schemas\/(\w+)$/.exec(refSchema.parse(schema).$ref)?.[1] ?? '';
    const fieldsOf = (schema: unknown): readonly string[] => Object.keys(objectSchema.parse(schemas[named(schema)]).properties);
    const asked = operations().flatMap(({ operationId, parameters, requestBody, responses }) => {
      const body = bodySchema.safeParse(requestBody).data?.content['application/json'].schema;
      const sent = body === undefined ? parameters.map(({ name }) => name) : fieldsOf(body);
      return sent.includes('limit') ? [{ operationId, sent, told: responses['200']?.content?.['application/json']?.schema }] : [];
    });
    const lists = asked.filter(({ operationId }) => !BEST_FEW.includes(operationId));
    expect(lists.map(({ operationId }) => operationId).sort()).toMatchInlineSnapshot(`
      [
        "findEntities",
        "getTimeline",
        "listAudit",
        "listDecisions",
        "listDocuments",
        "listEvaluatedCases",
        "listEvaluations",
        "listFeedback",
        "listJobs",
        "listPassages",
        "listReviews",
        "pageRecords",
      ]
    `);
    for (const { operationId, sent, told } of lists) {
      expect(sent, operationId).toContain('cursor');
      expect(fieldsOf(told), operationId).toContain('next');
    }
    for (const { operationId, parameters } of operations())
      expect(
        parameters.map(({ name }) => name).filter((name) => ['offset', 'after'].includes(name)),
        operationId,
      ).toEqual([]);
  });

  const WITHOUT_BODY = ['cancelJob', 'retryJob'];

  it('describes a body wherever one is taken, and refuses what it does not name', () => {
    for (const { operationId, method, requestBody } of operations()) {
      if (method === 'post' && !WITHOUT_BODY.includes(operationId)) expect(requestBody, operationId).toMatchObject({ required: true });
    }
    const upload = operations().find(({ operationId }) => operationId === 'uploadDocument');
    expect(upload?.requestBody).toMatchObject({
      content: {
        'multipart/form-data': {
          schema: { required: ['file'], properties: { file: {}, uri: {}, revision: {} }, additionalProperties: false },
        },
      },
    });
    expect(described.components.schemas.SearchRequest).toMatchObject({ additionalProperties: false });
  });

  it('calls required what a request cannot do without, and nothing else', () => {
    const { AnswerRequest, SearchRequest, VerifyRequest, ExtractRequest, AggregateRequest } = described.components.schemas;
    const required = [AnswerRequest, SearchRequest, VerifyRequest, ExtractRequest, AggregateRequest].map(
      (schema) => z.looseObject({ required: z.array(z.string()) }).parse(schema).required,
    );
    expect(required).toEqual([['question'], ['query'], ['sources'], ['text'], ['from']]);
    expect(JSON.stringify(described.components.schemas.Filter)).toContain('"required":["kind","field"]');
  });

  it('points only to what it holds', () => {
    const references = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      expect(described.components.schemas).toHaveProperty([reference.replace('#/components/schemas/', '')]);
    }
  });

  it('says that a claim which is no figure has citations, one at least', () => {
    const claim = z
      .object({ oneOf: z.array(z.object({ properties: z.record(z.string(), z.unknown()) })) })
      .parse(described.components.schemas.Claim);
    const [quoted, computed] = claim.oneOf.map(({ properties }) => properties.citations);
    expect(quoted).toMatchObject({ type: 'array', items: { type: 'integer' }, minItems: 1 });
    expect(computed).toMatchObject({ type: 'array', items: { type: 'integer' } });
  });
});
