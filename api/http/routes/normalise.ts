import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { normaliseAnswerSchema, normaliseRequestSchema } from '../../contract/normalise.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const normalise = createRoute({
  method: 'post',
  path: '/v1/normalise',
  operationId: 'normaliseText',
  summary: 'A text of a log with each word in its usual form; nothing is stored',
  description:
    'Shorthand, misspellings, abbreviations and numbers with their units, word by word, each with the rule it was changed by. Put `raw` back from `normStart` to `normEnd` of each token, with a blank before a joined word, and the text is as it was sent.',
  request: { body: { required: true, content: { 'application/json': { schema: normaliseRequestSchema } } } },
  responses: {
    200: { description: 'The text and its words', content: { 'application/json': { schema: normaliseAnswerSchema } } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addNormalise(http: HttpApp, service: Service): void {
  http.openapi(normalise, async (context) => {
    return context.json(await service.normaliseText(callerOf(context), context.req.valid('json'), context.req.raw.signal), 200);
  });
}
