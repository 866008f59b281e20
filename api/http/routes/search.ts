import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { searchAnswerSchema, searchRequestSchema } from '../../contract/search.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const search = createRoute({
  method: 'post',
  path: '/v1/search',
  operationId: 'searchPassages',
  summary: 'Find passages, best first',
  request: { body: { required: true, content: { 'application/json': { schema: searchRequestSchema } } } },
  responses: {
    200: { description: 'Hits', content: { 'application/json': { schema: searchAnswerSchema } } },
    ...problems('invalid-request', 'question-too-long', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addSearch(http: HttpApp, service: Service): void {
  http.openapi(search, async (context) => {
    const { asOf, ...asked } = context.req.valid('json');
    return context.json(await service.searchPassages(callerOf(context, asOf), asked, context.req.raw.signal), 200);
  });
}
