import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { JobPlace, Service } from '../../../app/index.ts';
import { parseJobId } from '../../../kernel/index.ts';
import { jobListSchema, jobSchema, jobStateSchema } from '../../contract/job.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { pageInTime, readPlaceInTime } from '../place-in-time.ts';
import { presentJob } from '../present-job.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readJobId } from '../read-id.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/jobs',
  operationId: 'listJobs',
  summary: 'Jobs, newest first; those given up with `state=dead`',
  request: {
    query: z.strictObject({
      state: jobStateSchema.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: z.base64url().max(200).optional().meta({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: { description: 'A page of jobs', content: { 'application/json': { schema: jobListSchema } } },
    ...problems('invalid-request'),
  },
});

const answer = { 200: { description: 'The job', content: { 'application/json': { schema: jobSchema } } } };

const get = createRoute({
  method: 'get',
  path: '/v1/jobs/{id}',
  operationId: 'getJob',
  summary: 'One job with its last step and, where it failed, the reason',
  request: { params: idParamsSchema },
  responses: { ...answer, ...problems('not-found') },
});

const cancel = createRoute({
  method: 'post',
  path: '/v1/jobs/{id}/cancel',
  operationId: 'cancelJob',
  summary: 'End a job that waits or runs',
  description:
    'A running job stops at the end of its chunk. Nothing of the document becomes visible and all that was read of it is taken ' +
    'back; it stays listed as `cancelled` with its bytes, to be retried or deleted.',
  request: { params: idParamsSchema },
  responses: { ...answer, ...problems('not-found', 'conflict') },
});

const retry = createRoute({
  method: 'post',
  path: '/v1/jobs/{id}/retry',
  operationId: 'retryJob',
  summary: 'Queue a job that was given up or cancelled anew, with all its attempts',
  request: { params: idParamsSchema },
  responses: { ...answer, ...problems('not-found', 'conflict') },
});

/** `stop` ends what a change has begun when the service stops. */
export function addJobs(http: HttpApp, service: Service, stop: AbortSignal): void {
  http.openapi(list, async (context) => {
    const { state, limit, cursor } = context.req.valid('query');
    const filter = {
      // One more than asked for tells whether there is a next page.
      limit: limit + 1,
      ...(state === undefined ? {} : { states: [state] }),
      ...(cursor === undefined ? {} : { after: placeOf(cursor) }),
    };
    const found = await service.listJobs(callerOf(context), filter, context.req.raw.signal);
    const { page, next } = pageInTime(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
    return context.json({ jobs: page.map(presentJob), ...next }, 200);
  });

  http.openapi(get, async (context) => {
    const id = readJobId(context.req.valid('param').id);
    return context.json(presentJob(await service.getJob(callerOf(context), id, context.req.raw.signal)), 200);
  });

  http.openapi(cancel, async (context) => {
    const id = readJobId(context.req.valid('param').id);
    return context.json(presentJob(await service.cancelJob(callerOf(context), id, stop)), 200);
  });

  http.openapi(retry, async (context) => {
    const id = readJobId(context.req.valid('param').id);
    return context.json(presentJob(await service.retryJob(callerOf(context), id, stop)), 200);
  });
}

function placeOf(cursor: string): JobPlace {
  const { at, id } = readPlaceInTime(cursor, parseJobId);
  return { createdAt: at, id };
}
