import { createRoute } from '@hono/zod-openapi';
import type { Answer, Service } from '../../../app/index.ts';
import { answerFile } from '../../answer-file.ts';
import { answerFileRequestSchema, answerFileSchema } from '../../contract/answer-file.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';

const write = createRoute({
  method: 'post',
  path: '/v1/answers/file',
  operationId: 'writeAnswerFile',
  summary: 'An answer that you were given as a file to pass on, with verdicts, sources and labels',
  description:
    'Markdown, or JSON where `form` says so. Nothing is asked anew: the content has to be the one of the digest, and the digest one that you were given. Both bear the labels of GB 45438-2025: the notice to read, and `AIGC` (in the front matter of Markdown) for programs.',
  request: { body: { required: true, content: { 'application/json': { schema: answerFileRequestSchema } } } },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/markdown': { schema: { type: 'string', description: 'In the language of the answer' } },
        'application/json': { schema: answerFileSchema },
      },
    },
    ...problems('invalid-request', 'conflict', 'not-found', 'request-too-large', 'unsupported-media-type'),
  },
});

export function addAnswerFile(http: HttpApp, service: Service): void {
  http.openapi(write, async (context) => {
    const { form, content: sent, ...named } = context.req.valid('json');
    // Only what this service said itself passes the check of its digest, so it is of this form.
    const content = sent as unknown as Answer['content'];
    const exported = await service.exportAnswer(callerOf(context), { ...named, content }, context.req.raw.signal);
    const { name, type, text } = answerFile(exported, form);
    return new Response(text, {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
    });
  });
}
