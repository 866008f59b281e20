import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import type { Clock } from '../../../kernel/index.ts';
import { diagnosisRequestSchema, diagnosisSchema } from '../../contract/diagnosis.ts';
import { diagnosisFile } from '../../diagnosis-file.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { wantsType } from '../wants-type.ts';

const diagnose = createRoute({
  method: 'post',
  path: '/v1/diagnoses',
  operationId: 'diagnoseFault',
  summary: 'Documented causes of a fault, the likeliest first after what was seen, and what to look at next',
  description:
    'Nothing is kept: send the fault with all observations so far, and the diagnosis after them comes back. With `Accept: text/markdown` it comes as a report to pass on: warnings, what was seen, causes, remedies and the words of each source, labelled as GB 45438-2025 asks.',
  request: { body: { required: true, content: { 'application/json': { schema: diagnosisRequestSchema } } } },
  responses: {
    200: {
      description: 'The diagnosis',
      content: {
        'application/json': { schema: diagnosisSchema },
        'text/markdown': { schema: { type: 'string', description: 'In the language of the fault' } },
      },
    },
    ...problems('invalid-request', 'question-too-long', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addDiagnoses(http: HttpApp, service: Service, clock: Clock): void {
  http.openapi(diagnose, async (context) => {
    const { asOf, ...request } = context.req.valid('json');
    const diagnosis = await service.diagnoseFault(callerOf(context, asOf), request, context.req.raw.signal);
    if (!wantsType(context, 'text/markdown')) return context.json(diagnosis, 200);
    const { name, type, text } = diagnosisFile(request, diagnosis, clock.now());
    return new Response(text, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } });
  });
}
