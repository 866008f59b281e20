import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { FEEDBACK_STATES, FEEDBACK_VERDICTS, parseFeedbackId } from '../../../kernel/index.ts';
import { feedbackListSchema, feedbackRequestSchema, feedbackSchema } from '../../contract/feedback.ts';
import { presentFeedback, presentListedFeedback } from '../../contract/present-feedback.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { pageInTime, readPlaceInTime } from '../place-in-time.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readFeedbackId } from '../read-id.ts';

const give = createRoute({
  method: 'post',
  path: '/v1/feedback',
  operationId: 'giveFeedback',
  summary: 'Say of an answer or a diagnosis that you were given that it is right, wrong or lacks something',
  description:
    'Your last word on an answer counts. Reviewers who may read all that the answer cites find it among their reviews (`answer-feedback`). Of the answer its digest and the places it cites are kept, not its words.',
  request: { body: { required: true, content: { 'application/json': { schema: feedbackRequestSchema } } } },
  responses: {
    201: { description: 'As it is kept', content: { 'application/json': { schema: feedbackSchema } } },
    ...problems('invalid-request', 'not-found', 'conflict', 'question-too-long', 'request-too-large', 'unsupported-media-type'),
  },
});

const withdraw = createRoute({
  method: 'delete',
  path: '/v1/feedback/{id}',
  operationId: 'withdrawFeedback',
  summary: 'Take back what you said of an answer or a diagnosis',
  description: 'It leaves the reviews and the lists; the audit trail keeps that something was said and taken back.',
  request: { params: idParamsSchema },
  responses: { 204: { description: 'It counts no longer' }, ...problems('not-found') },
});

const list = createRoute({
  method: 'get',
  path: '/v1/feedback',
  operationId: 'listFeedback',
  summary: 'What was said of answers: of all people for reviewers, else what you said',
  request: {
    query: z.strictObject({
      verdict: z.enum(FEEDBACK_VERDICTS).optional(),
      state: z.enum(FEEDBACK_STATES).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: z.base64url().max(200).optional().meta({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: { description: 'Newest first', content: { 'application/json': { schema: feedbackListSchema } } },
    ...problems('invalid-request'),
  },
});

export function addFeedback(http: HttpApp, service: Service): void {
  http.openapi(give, async (context) => {
    const feedback = await service.giveFeedback(callerOf(context), context.req.valid('json'), context.req.raw.signal);
    return context.json(presentFeedback(feedback), 201);
  });

  http.openapi(withdraw, async (context) => {
    const id = readFeedbackId(context.req.valid('param').id);
    await service.withdrawFeedback(callerOf(context), id, context.req.raw.signal);
    return context.body(null, 204);
  });

  http.openapi(list, async (context) => {
    const { verdict, state, limit, cursor } = context.req.valid('query');
    const filter = {
      // One more than asked for tells whether there is a next page.
      limit: limit + 1,
      ...(cursor === undefined ? {} : { after: readPlaceInTime(cursor, parseFeedbackId) }),
      ...(verdict === undefined ? {} : { verdicts: [verdict] }),
      ...(state === undefined ? {} : { states: [state] }),
    };
    const found = await service.listFeedback(callerOf(context), filter, context.req.raw.signal);
    const { page, next } = pageInTime(found, limit, (one) => one);
    return context.json({ feedback: page.map(presentListedFeedback), ...next }, 200);
  });
}
