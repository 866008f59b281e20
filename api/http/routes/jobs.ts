import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { JobRow, Service } from '../../../app/index.ts';
import { jobListSchema, jobSchema, jobStateSchema } from '../../contract/job.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readJobId } from '../read-id.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/jobs',
  operationId: 'listJobs',
  summary: 'Jobs, newest first',
  request: {
    query: z.strictObject({ state: jobStateSchema.optional(), limit: z.coerce.number().int().min(1).max(1000).default(100) }),
  },
  responses: {
    200: { description: 'Jobs', content: { 'application/json': { schema: jobListSchema } } },
    ...problems('invalid-request'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/jobs/{id}',
  operationId: 'getJob',
  summary: 'One job with its progress',
  request: { params: idParamsSchema },
  responses: { 200: { description: 'The job', content: { 'application/json': { schema: jobSchema } } }, ...problems('not-found') },
});

export function addJobs(http: HttpApp, service: Service): void {
  http.openapi(list, async (context) => {
    const { state, limit } = context.req.valid('query');
    const jobs = await service.listJobs(
      callerOf(context),
      { limit, ...(state === undefined ? {} : { states: [state] }) },
      context.req.raw.signal,
    );
    return context.json({ jobs: jobs.map(presentJob) }, 200);
  });

  http.openapi(get, async (context) => {
    const id = readJobId(context.req.valid('param').id);
    return context.json(presentJob(await service.getJob(callerOf(context), id, context.req.raw.signal)), 200);
  });
}

function presentJob({ id, kind, subject, state, attempts, progress, reason, createdAt, updatedAt }: JobRow): z.infer<typeof jobSchema> {
  return {
    id,
    kind,
    versionId: subject,
    state,
    attempts,
    ...progress,
    ...(reason === undefined ? {} : { reason }),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
