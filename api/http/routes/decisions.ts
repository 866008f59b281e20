import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { parseDecisionId } from '../../../kernel/index.ts';
import { decisionListSchema, decisionRequestSchema, madeDecisionSchema, undoRequestSchema } from '../../contract/decision.ts';
import { decisionEffectSchema, previewRequestSchema } from '../../contract/decision-effect.ts';
import { presentDecision } from '../../contract/present-decision.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { pageInTime, readPlaceInTime } from '../place-in-time.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readDecisionId } from '../read-id.ts';

const made = { description: 'The decision as it is kept', content: { 'application/json': { schema: madeDecisionSchema } } };

const list = createRoute({
  method: 'get',
  path: '/v1/decisions',
  operationId: 'listDecisions',
  summary: "People's decisions on what you may read, newest first",
  request: {
    query: z.strictObject({
      state: z.enum(['in-force', 'superseded', 'undone']).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: z.base64url().max(200).optional().meta({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: { description: 'Decisions', content: { 'application/json': { schema: decisionListSchema } } },
    ...problems('invalid-request'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/decisions/{id}',
  operationId: 'getDecision',
  summary: 'One decision with who made it, when and why',
  request: { params: idParamsSchema },
  responses: { 200: made, ...problems('not-found') },
});

const make = createRoute({
  method: 'post',
  path: '/v1/decisions',
  operationId: 'makeDecision',
  summary: 'Decide something that no review asks for',
  request: { body: { required: true, content: { 'application/json': { schema: decisionRequestSchema } } } },
  responses: { 201: made, ...problems('invalid-request', 'not-found', 'conflict', 'request-too-large', 'unsupported-media-type') },
});

const preview = createRoute({
  method: 'post',
  path: '/v1/decisions/preview',
  operationId: 'previewDecision',
  summary: 'What a decision would change; it is not made',
  request: { body: { required: true, content: { 'application/json': { schema: previewRequestSchema } } } },
  responses: {
    200: { description: 'What would change', content: { 'application/json': { schema: decisionEffectSchema } } },
    ...problems('invalid-request', 'not-found', 'conflict', 'request-too-large', 'unsupported-media-type', 'deadline-exceeded'),
  },
});

const undo = createRoute({
  method: 'post',
  path: '/v1/decisions/{id}/undo',
  operationId: 'undoDecision',
  summary: 'Take a decision back by another one',
  request: { params: idParamsSchema, body: { required: true, content: { 'application/json': { schema: undoRequestSchema } } } },
  responses: { 201: made, ...problems('invalid-request', 'not-found', 'conflict', 'request-too-large', 'unsupported-media-type') },
});

export function addDecisions(http: HttpApp, service: Service): void {
  http.openapi(list, async (context) => {
    const { state, limit, cursor } = context.req.valid('query');
    const filter = {
      // One more than asked for tells whether there is a next page.
      limit: limit + 1,
      ...(state === undefined ? {} : { states: [state] }),
      ...(cursor === undefined ? {} : { after: readPlaceInTime(cursor, parseDecisionId).id }),
    };
    const found = await service.listDecisions(callerOf(context), filter, context.req.raw.signal);
    const { page, next } = pageInTime(found, limit, (one) => one);
    return context.json({ decisions: page.map(presentDecision), ...next }, 200);
  });

  http.openapi(get, async (context) => {
    const id = readDecisionId(context.req.valid('param').id);
    return context.json(presentDecision(await service.findDecision(callerOf(context), id, context.req.raw.signal)), 200);
  });

  http.openapi(make, async (context) => {
    const decided = await service.makeDecision(callerOf(context), context.req.valid('json'), context.req.raw.signal);
    return context.json(presentDecision(decided), 201);
  });

  http.openapi(preview, async (context) => {
    const { decision } = context.req.valid('json');
    return context.json(await service.previewDecision(callerOf(context), { decision }, context.req.raw.signal), 200);
  });

  http.openapi(undo, async (context) => {
    const id = readDecisionId(context.req.valid('param').id);
    const { reason } = context.req.valid('json');
    return context.json(presentDecision(await service.undoDecision(callerOf(context), { id, reason }, context.req.raw.signal)), 201);
  });
}
