import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { evaluatedCaseListSchema, evaluationComparisonSchema, evaluationListSchema, evaluationSchema } from '../../contract/evaluation.ts';
import { withoutUndefined } from '../../contract/without-undefined.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema } from '../read-id.ts';

const cursor = z.base64url().max(400).optional().meta({ description: '`next` of the page before' });

const list = createRoute({
  method: 'get',
  path: '/v1/evaluations',
  operationId: 'listEvaluations',
  summary: 'Reports of `faultline eval` that were kept in the data folder, newest first; for who reads everything',
  request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor }) },
  responses: {
    200: { description: 'A page of reports', content: { 'application/json': { schema: evaluationListSchema } } },
    ...problems('invalid-request'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/evaluations/{id}',
  operationId: 'getEvaluation',
  summary: 'One report: its suites with their figures, by form and language',
  request: { params: idParamsSchema },
  responses: {
    200: { description: 'The report', content: { 'application/json': { schema: evaluationSchema } } },
    ...problems('not-found', 'parse-failed', 'limit-exceeded'),
  },
});

const cases = createRoute({
  method: 'get',
  path: '/v1/evaluations/{id}/cases',
  operationId: 'listEvaluatedCases',
  summary: 'The cases behind a figure of a report, in order of id',
  request: {
    params: idParamsSchema,
    query: z.strictObject({
      suite: z.string().min(1).max(200),
      metric: z.string().min(1).max(200).optional(),
      by: z.enum(['all', 'form', 'language']).optional(),
      group: z.string().max(200).optional(),
      bad: z.enum(['true', 'false']).optional().meta({ description: 'Only those that did not come out well' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor,
    }),
  },
  responses: {
    200: { description: 'A page of cases', content: { 'application/json': { schema: evaluatedCaseListSchema } } },
    ...problems('invalid-request', 'not-found', 'parse-failed', 'limit-exceeded'),
  },
});

const compare = createRoute({
  method: 'get',
  path: '/v1/evaluations/{id}/comparison',
  operationId: 'compareEvaluations',
  summary: 'A report beside an earlier one: figures, and the cases that came out otherwise',
  request: { params: idParamsSchema, query: z.strictObject({ with: z.string().min(1).max(100) }) },
  responses: {
    200: { description: 'The comparison', content: { 'application/json': { schema: evaluationComparisonSchema } } },
    ...problems('invalid-request', 'not-found', 'parse-failed', 'limit-exceeded'),
  },
});

/** Read only: reports are made by the command line. */
export function addEvaluations(http: HttpApp, service: Service): void {
  http.openapi(list, async (context) => {
    const { limit, cursor: after } = context.req.valid('query');
    // One more than asked for tells whether there is a next page.
    const found = await service.listEvaluations(callerOf(context), { limit: limit + 1, ...behind(after) }, context.req.raw.signal);
    return context.json({ evaluations: found.slice(0, limit), ...nextOf(found, limit) }, 200);
  });

  http.openapi(get, async (context) => {
    return context.json(await service.getEvaluation(callerOf(context), context.req.valid('param').id, context.req.raw.signal), 200);
  });

  http.openapi(cases, async (context) => {
    const { suite, metric, by, group, bad, limit, cursor: after } = context.req.valid('query');
    const figure = withoutUndefined({ metric, by, group, isBad: bad === undefined ? undefined : bad === 'true' });
    const asked = { id: context.req.valid('param').id, suite, figure, limit: limit + 1, ...behind(after) };
    const found = await service.listEvaluatedCases(callerOf(context), asked, context.req.raw.signal);
    return context.json({ cases: found.cases.slice(0, limit), total: found.total, ...nextOf(found.cases, limit) }, 200);
  });

  http.openapi(compare, async (context) => {
    const asked = { first: context.req.valid('query').with, second: context.req.valid('param').id };
    return context.json(await service.compareTwoEvaluations(callerOf(context), asked, context.req.raw.signal), 200);
  });
}

function behind(cursor: string | undefined): { readonly after?: string } {
  return cursor === undefined ? {} : { after: Buffer.from(cursor, 'base64url').toString('utf8') };
}

function nextOf(found: readonly { readonly id: string }[], limit: number): { readonly next?: string } {
  const last = found[limit - 1];
  return found.length <= limit || last === undefined ? {} : { next: Buffer.from(last.id).toString('base64url') };
}
