import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { answerRequestSchema, answerSchema } from '../../contract/answer.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const ask = createRoute({
  method: 'post',
  path: '/v1/answers',
  operationId: 'askQuestion',
  summary: 'Answer a question, each claim cited and checked',
  description:
    'A refusal is an answer too: see `decision`, `reason` and `missing`. `content` and `digest` are the same for the same state.',
  request: { body: { required: true, content: { 'application/json': { schema: answerRequestSchema } } } },
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: answerSchema } } },
    ...problems('invalid-request', 'question-too-long', 'request-too-large', 'unsupported-media-type', 'deadline-exceeded'),
  },
});

export function addAnswers(http: HttpApp, service: Service): void {
  http.openapi(ask, async (context) => {
    return context.json(await service.askQuestion(callerOf(context), context.req.valid('json'), context.req.raw.signal), 200);
  });
}
