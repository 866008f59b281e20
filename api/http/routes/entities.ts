import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { neighbourhoodSchema } from '../../contract/entity.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const find = createRoute({
  method: 'get',
  path: '/v1/entities',
  operationId: 'findEntities',
  summary: 'What is known of a thing by its tag, number or name, each fact with its evidence',
  request: {
    query: z.strictObject({ name: z.string().trim().min(1).max(200), hops: z.coerce.number().int().min(1).max(3).default(1) }),
  },
  responses: {
    200: { description: 'The thing and its facts', content: { 'application/json': { schema: neighbourhoodSchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

export function addEntities(http: HttpApp, service: Service): void {
  http.openapi(find, async (context) => {
    const asked = context.req.valid('query');
    const { entities, edges, truncated } = await service.exploreGraph(callerOf(context), asked, context.req.raw.signal);
    return context.json(
      {
        entities: entities.map(({ id, type, keys }) => ({ id, type, keys: keys.map(({ folded: _, ...key }) => key) })),
        edges: edges.map(({ from, predicate, to, fact }) => ({
          factId: fact.fact.id,
          from,
          predicate,
          to,
          evidence: fact.evidence.map(({ versionId, evidence }) => ({ versionId, ...evidence })),
        })),
        truncated,
      },
      200,
    );
  });
}
