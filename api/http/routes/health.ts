import { createRoute } from '@hono/zod-openapi';
import { PROGRAM_VERSION, type Service } from '../../../app/index.ts';
import { livenessSchema, readinessSchema, versionSchema } from '../../contract/health.ts';
import { callerOf } from '../caller-of.ts';
import { findReadiness } from '../find-readiness.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const live = createRoute({
  method: 'get',
  path: '/livez',
  operationId: 'isAlive',
  summary: 'The process answers',
  responses: { 200: { description: 'Alive', content: { 'application/json': { schema: livenessSchema } } }, ...problems() },
});

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'isReady',
  summary: 'Questions can be answered and documents taken in: stores open, threads up, worker alive',
  responses: {
    200: { description: 'Ready', content: { 'application/json': { schema: readinessSchema } } },
    503: { description: 'Not ready', content: { 'application/json': { schema: readinessSchema } } },
    ...problems(),
  },
});

const version = createRoute({
  method: 'get',
  path: '/version',
  operationId: 'getVersion',
  summary: 'Which Faultline this is',
  responses: { 200: { description: 'The version', content: { 'application/json': { schema: versionSchema } } }, ...problems() },
});

const DECIDING: ReadonlySet<string> = new Set(['data-folder', 'ledger', 'stores', 'readers', 'worker']);

export function addHealth(http: HttpApp, service: Service): void {
  http.openapi(live, (context) => context.json({ status: 'alive' as const }, 200));

  http.openapi(ready, async (context) => {
    const checks = await findReadiness(service, callerOf(context), context.req.raw.signal);
    const isReady = checks.every(({ name, ok }) => ok || !DECIDING.has(name));
    return context.json({ ready: isReady, checks }, isReady ? 200 : 503);
  });

  http.openapi(version, (context) => context.json({ name: 'faultline' as const, version: PROGRAM_VERSION }, 200));
}
