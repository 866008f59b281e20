import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { FaultlineError, NODE_KINDS, PREDICATES, type Predicate, parseEntityId, parseFactId, parseKeyId } from '../../../kernel/index.ts';
import { countCursorSchema, nextOf } from '../../contract/count-cursor.ts';
import {
  entityDetailSchema,
  entityListSchema,
  factSchema,
  neighbourhoodSchema,
  pathsSchema,
  timelineSchema,
} from '../../contract/entity.ts';
import { presentKeys } from '../../contract/present-keys.ts';
import { callerOf } from '../caller-of.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema } from '../read-id.ts';

const predicatesSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(PREDICATES)).min(1))
  .optional()
  .meta({ type: 'string', description: `Only these, separated by commas: ${PREDICATES.join(', ')}` });
const nameSchema = z.string().trim().min(1).max(200);
const handleSchema = nameSchema.meta({ description: 'Id of an entity or key, or a whole tag, code or name' });

const list = createRoute({
  method: 'get',
  path: '/v1/entities',
  operationId: 'findEntities',
  summary: 'Things that documents name, by a part of a tag, code or name in Chinese or English; the same name first',
  request: {
    query: z.strictObject({
      name: nameSchema.optional(),
      type: z.enum(NODE_KINDS).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.base64url().max(8000).optional().meta({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: { description: 'A page of things', content: { 'application/json': { schema: entityListSchema } } },
    ...problems('invalid-request'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/entities/{id}',
  operationId: 'getEntity',
  summary: 'One thing by its id or any of its keys, under the id it has now',
  request: { params: idParamsSchema },
  responses: {
    200: { description: 'The thing', content: { 'application/json': { schema: entityDetailSchema } } },
    ...problems('not-found'),
  },
});

const neighbourhood = createRoute({
  method: 'get',
  path: '/v1/entities/{id}/neighbourhood',
  operationId: 'getNeighbourhood',
  summary: 'What is known around a thing, each fact with its evidence',
  request: {
    params: idParamsSchema,
    query: z.strictObject({
      depth: z.coerce.number().int().min(1).max(4).default(1),
      predicates: predicatesSchema,
      group: z.coerce
        .number()
        .int()
        .min(1)
        .max(500)
        .default(20)
        .meta({ description: 'Facts kept of one thing, predicate and direction; the others are counted' }),
    }),
  },
  responses: {
    200: { description: 'Things and facts', content: { 'application/json': { schema: neighbourhoodSchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

const timeline = createRoute({
  method: 'get',
  path: '/v1/entities/{id}/timeline',
  operationId: 'getTimeline',
  summary: 'What happened to a thing and what was written of it, newest first: rows of logs that name it, revisions of documents',
  request: {
    params: idParamsSchema,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      cursor: countCursorSchema.optional(),
    }),
  },
  responses: {
    200: { description: 'A page of it', content: { 'application/json': { schema: timelineSchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

const paths = createRoute({
  method: 'get',
  path: '/v1/paths',
  operationId: 'findPaths',
  summary: 'How two things are connected, each step with its facts and their evidence',
  request: {
    query: z.strictObject({
      from: handleSchema,
      to: handleSchema,
      maxLength: z.coerce.number().int().min(1).max(6).default(4),
      predicates: predicatesSchema,
      limit: z.coerce.number().int().min(1).max(100).default(10),
    }),
  },
  responses: {
    200: { description: 'Paths, shortest first', content: { 'application/json': { schema: pathsSchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

const fact = createRoute({
  method: 'get',
  path: '/v1/facts/{id}',
  operationId: 'getFact',
  summary: 'One fact with all its evidence: document, revision, passage, quote, place and status',
  request: { params: idParamsSchema },
  responses: { 200: { description: 'The fact', content: { 'application/json': { schema: factSchema } } }, ...problems('not-found') },
});

export function addEntities(http: HttpApp, service: Service): void {
  http.openapi(list, async (context) => {
    const { name, type, limit, cursor } = context.req.valid('query');
    const asked = {
      limit,
      ...(name === undefined ? {} : { text: name }),
      ...(type === undefined ? {} : { type }),
      ...(cursor === undefined ? {} : { after: readCursor(cursor) }),
    };
    const { entities, next } = await service.findEntities(callerOf(context), asked, context.req.raw.signal);
    return context.json({ entities: entities.map(presentKeys), ...(next === undefined ? {} : { next: writeCursor(next) }) }, 200);
  });

  http.openapi(get, async (context) => {
    const id = readHandle(context.req.valid('param').id);
    const [entity] = await service.getEntities(callerOf(context), id, context.req.raw.signal);
    if (entity === undefined) throw noSuchThing();
    return context.json(presentKeys(entity), 200);
  });

  http.openapi(neighbourhood, async (context) => {
    const of = readHandle(context.req.valid('param').id);
    const { predicates, ...asked } = context.req.valid('query');
    const request = { of, ...asked, ...only(predicates) };
    return context.json(await service.getNeighbourhood(callerOf(context), request, context.req.raw.signal), 200);
  });

  http.openapi(timeline, async (context) => {
    const of = readHandle(context.req.valid('param').id);
    const { limit, cursor = 0 } = context.req.valid('query');
    const page = await service.getTimeline(callerOf(context), { of, offset: cursor, limit }, context.req.raw.signal);
    return context.json({ ...page, ...nextOf(cursor, page.entries.length, cursor + page.entries.length < page.matched) }, 200);
  });

  http.openapi(paths, async (context) => {
    const { predicates, ...asked } = context.req.valid('query');
    return context.json(await service.explainPaths(callerOf(context), { ...asked, ...only(predicates) }, context.req.raw.signal), 200);
  });

  http.openapi(fact, async (context) => {
    const id = parseFactId(context.req.valid('param').id);
    const [found] = id === undefined ? [] : await service.getFacts(callerOf(context), [id], context.req.raw.signal);
    if (found === undefined) throw new FaultlineError('not-found', 'There is no such fact, or no document that you may read supports it.');
    return context.json(found, 200);
  });
}

/** @throws FaultlineError `not-found`. */
function readHandle(text: string): string {
  if (parseEntityId(text) === undefined && parseKeyId(text) === undefined) throw noSuchThing();
  return text;
}

function noSuchThing(): FaultlineError {
  return new FaultlineError('not-found', 'There is no such thing; GET /v1/entities?name= finds things by a part of their name.');
}

function only(predicates: readonly Predicate[] | undefined) {
  return predicates === undefined ? {} : { predicates };
}
