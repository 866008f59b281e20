import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { extractAnswerSchema, extractRequestSchema } from '../../contract/extract.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const extract = createRoute({
  method: 'post',
  path: '/v1/extract',
  operationId: 'extractText',
  summary: 'What extraction finds in a text on its own; nothing is stored',
  request: { body: { required: true, content: { 'application/json': { schema: extractRequestSchema } } } },
  responses: {
    200: { description: 'Mentions and facts', content: { 'application/json': { schema: extractAnswerSchema } } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addExtract(http: HttpApp, service: Service): void {
  http.openapi(extract, async (context) => {
    return context.json(await service.extractText(callerOf(context), context.req.valid('json'), context.req.raw.signal), 200);
  });
}
