import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { doctorSchema } from '../../contract/doctor.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const examine = createRoute({
  method: 'get',
  path: '/v1/doctor',
  operationId: 'examineStores',
  summary: 'Whether stores, jobs, bytes, audit trail and clock are well, and what to do; for admins who may read everything',
  responses: { 200: { description: 'What was found', content: { 'application/json': { schema: doctorSchema } } }, ...problems() },
});

export function addDoctor(http: HttpApp, service: Service): void {
  http.openapi(examine, async (context) => {
    const lines = await service.examineStores(callerOf(context), undefined, context.req.raw.signal);
    return context.json({ lines }, 200);
  });
}
