import { createRoute } from '@hono/zod-openapi';
import type { Service } from '../../../app/index.ts';
import { limitVerification } from '../../contract/limit-verification.ts';
import { verifyAnswerSchema, verifyRequestSchema } from '../../contract/verify.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const verify = createRoute({
  method: 'post',
  path: '/v1/verify',
  operationId: 'verifyClaims',
  summary: 'Hold claims, or an answer split into claims, against sources sent with them',
  request: { body: { required: true, content: { 'application/json': { schema: verifyRequestSchema } } } },
  responses: {
    200: { description: 'A verdict for each claim', content: { 'application/json': { schema: verifyAnswerSchema } } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addVerify(http: HttpApp, service: Service): void {
  http.openapi(verify, async (context) => {
    const request = context.req.valid('json');
    limitVerification(request);
    return context.json(await service.verifyText(callerOf(context), request, context.req.raw.signal), 200);
  });
}
