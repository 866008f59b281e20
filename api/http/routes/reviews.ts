import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { ReviewPlace, Service } from '../../../app/index.ts';
import { DECISION_KINDS, FaultlineError, parseReviewId, REVIEW_KINDS } from '../../../kernel/index.ts';
import { presentDecision, presentReview } from '../../contract/present-decision.ts';
import {
  reviewDecidedSchema,
  reviewDecisionRequestSchema,
  reviewListSchema,
  reviewSchema,
  reviewStateSchema,
} from '../../contract/review.ts';
import { withoutUndefined } from '../../contract/without-undefined.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readReviewId } from '../read-id.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/reviews',
  operationId: 'listReviews',
  summary: 'What needs a person, out of what you may read',
  request: {
    query: z.strictObject({
      kind: z.enum(REVIEW_KINDS).optional(),
      state: reviewStateSchema.optional(),
      decision: z.enum(DECISION_KINDS).optional().meta({
        description:
          'Only those on which a decision of this kind is in force; `reject-fact`: facts that people rejected, to be taken up again',
      }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: z.base64url().max(200).optional().meta({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: {
      description: 'A page of reviews, those that touch most first, then by id',
      content: { 'application/json': { schema: reviewListSchema } },
    },
    ...problems('invalid-request'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/reviews/{id}',
  operationId: 'getReview',
  summary: 'One review with its evidence and proposals',
  request: { params: idParamsSchema },
  responses: { 200: { description: 'The review', content: { 'application/json': { schema: reviewSchema } } }, ...problems('not-found') },
});

const decide = createRoute({
  method: 'post',
  path: '/v1/reviews/{id}/decision',
  operationId: 'decideReview',
  summary: 'Decide a review, by one of its proposals or another decision on the same matter',
  request: {
    params: idParamsSchema,
    body: { required: true, content: { 'application/json': { schema: reviewDecisionRequestSchema } } },
  },
  responses: {
    201: { description: 'The decision and the review as it is now', content: { 'application/json': { schema: reviewDecidedSchema } } },
    ...problems('invalid-request', 'not-found', 'conflict', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addReviews(http: HttpApp, service: Service): void {
  http.openapi(list, async (context) => {
    const { cursor, ...query } = context.req.valid('query');
    const filter = { ...withoutUndefined(query), ...(cursor === undefined ? {} : { after: readCursor(cursor) }) };
    const { reviews, total, next } = await service.listReviews(callerOf(context), filter, context.req.raw.signal);
    return context.json({ reviews: reviews.map(presentReview), total, ...(next === undefined ? {} : { next: cursorOf(next) }) }, 200);
  });

  http.openapi(get, async (context) => {
    const id = readReviewId(context.req.valid('param').id);
    return context.json(presentReview(await service.getReview(callerOf(context), id, context.req.raw.signal)), 200);
  });

  http.openapi(decide, async (context) => {
    const review = readReviewId(context.req.valid('param').id);
    const { decision, reason } = context.req.valid('json');
    const decided = await service.decideReview(callerOf(context), { review, decision, reason }, context.req.raw.signal);
    return context.json({ decision: presentDecision(decided.decision), review: presentReview(decided.review) }, 201);
  });
}

function cursorOf({ touches, id }: ReviewPlace): string {
  return Buffer.from(`${touches} ${id}`).toString('base64url');
}

function readCursor(text: string): ReviewPlace {
  const [count = '', review = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  const id = parseReviewId(review);
  if (!/^\d{1,15}$/.test(count) || id === undefined) {
    throw new FaultlineError('invalid-request', 'query.cursor: is no cursor of this list; give `next` of the page before.');
  }
  return { touches: Number(count), id };
}
