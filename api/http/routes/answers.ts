import { createRoute } from '@hono/zod-openapi';
import { type AnswerEvent, converse, type Service, streamConversation } from '../../../app/index.ts';
import { answerRequestSchema, answerSchema } from '../../contract/answer.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { type ServerEvent, sendEvents } from '../send-events.ts';
import { wantsType } from '../wants-type.ts';

const ask = createRoute({
  method: 'post',
  path: '/v1/answers',
  operationId: 'askQuestion',
  summary: 'Answer a question, each claim cited and checked',
  description:
    'A refusal is an answer too: see `decision`, `reason` and `missing`. `content` and `digest` are the same for the same state. With `Accept: text/event-stream` the answer comes piece by piece: `start`, then each `evidence`, `safety` and `claim` with its verdict, and last `done` with the whole answer as JSON would give it, or `error` with a problem. Nothing that was sent is taken back.',
  request: { body: { required: true, content: { 'application/json': { schema: answerRequestSchema } } } },
  responses: {
    200: {
      description: 'The answer',
      content: {
        'application/json': { schema: answerSchema },
        'text/event-stream': {
          schema: {
            type: 'string',
            description: 'Events start, evidence, safety, claim, done, error; a comment line while nothing happens',
          },
        },
      },
    },
    ...problems('invalid-request', 'question-too-long', 'request-too-large', 'unsupported-media-type', 'deadline-exceeded'),
  },
});

export function addAnswers(http: HttpApp, service: Service): void {
  http.openapi(ask, async (context) => {
    const { asOf, ...request } = context.req.valid('json');
    const caller = callerOf(context, asOf);
    if (wantsType(context, 'text/event-stream')) {
      const open = (signal: AbortSignal) => eventsOf(streamConversation(service, caller, request, signal));
      return sendEvents(context, open, { logger: service.logger });
    }
    return context.json(await converse(service, caller, request, context.req.raw.signal), 200);
  });
}

async function* eventsOf(events: AsyncGenerator<AnswerEvent, void, undefined>): AsyncGenerator<ServerEvent, void, undefined> {
  for await (const event of events) {
    const { kind, ...data } = event;
    yield { name: kind, data: event.kind === 'done' ? event.answer : data };
  }
}
