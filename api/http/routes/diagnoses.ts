import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { diagnosisRequestSchema, diagnosisSchema } from '../../contract/diagnosis.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const diagnose = createRoute({
  method: 'post',
  path: '/v1/diagnoses',
  operationId: 'diagnoseFault',
  summary: 'Documented causes of a fault, the likeliest first after what was seen, and what to look at next',
  description: 'Nothing is kept: send the fault with all observations so far, and the diagnosis after them comes back.',
  request: { body: { required: true, content: { 'application/json': { schema: diagnosisRequestSchema } } } },
  responses: {
    200: { description: 'The diagnosis', content: { 'application/json': { schema: diagnosisSchema } } },
    ...problems('invalid-request', 'question-too-long', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addDiagnoses(http: HttpApp, service: Service): void {
  http.openapi(diagnose, async (context) => {
    const { asOf, ...request } = context.req.valid('json');
    return context.json(await service.diagnoseFault(callerOf(context, asOf), request, context.req.raw.signal), 200);
  });
}
