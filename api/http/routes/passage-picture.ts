import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { callerOf } from '../caller-of.ts';
import { heldTags } from '../held-tags.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readPassageId } from '../read-id.ts';
import { sendPicture } from '../send-picture.ts';

const offset = z.coerce.number().int().min(0).max(100_000_000).optional();

const MOST_ALSO = 40;

const also = z
  .string()
  .max(1_000)
  .transform((text, context): readonly { readonly start: number; readonly end: number }[] => {
    const parts = text.split(',').map((part) => /^(\d{1,9})-(\d{1,9})$/u.exec(part.trim()));
    const spans = parts.flatMap((part) => (part === null ? [] : [{ start: Number(part[1]), end: Number(part[2]) }]));
    if (spans.length === parts.length && spans.length <= MOST_ALSO) return spans;
    context.addIssue({ code: 'custom', message: `takes at most ${MOST_ALSO} spans as start-end, separated by commas` });
    return z.NEVER;
  });

const picture = createRoute({
  method: 'get',
  path: '/v1/passages/{id}/picture',
  operationId: 'getPassagePicture',
  summary:
    'A picture of the place of a citation with the cited words marked: the page of a PDF, the sheet of a drawing, of words in a picture of a document that picture, of other documents what was read around it',
  request: {
    params: idParamsSchema,
    query: z
      .strictObject({
        start: offset.meta({ description: 'Of the words, as in the citation; absent with `end`: the whole passage' }),
        end: offset,
        also: also.optional().meta({ description: 'Other words of the same passage to mark: start-end,start-end,…' }),
        page: z.coerce
          .number()
          .int()
          .min(1)
          .max(1_000_000)
          .optional()
          .meta({ description: 'For words that stand on several pages of a PDF, which of them; absent: the first' }),
      })
      .refine(({ start, end }) => (start === undefined) === (end === undefined), { error: 'takes start and end together' }),
  },
  responses: {
    200: { description: 'The place', content: { 'image/png': { schema: { type: 'string', contentMediaType: 'image/png' } } } },
    304: { description: 'The caller, who may see it, holds this picture already' },
    ...problems('invalid-request', 'not-found', 'no-page-image', 'parse-failed', 'limit-exceeded', 'damaged-bytes'),
  },
});

export function addPassagePicture(http: HttpApp, service: Service): void {
  http.openapi(picture, async (context) => {
    const { start, end, also: others = [], page } = context.req.valid('query');
    const asked = {
      passage: readPassageId(context.req.valid('param').id),
      ...(start === undefined || end === undefined ? {} : { span: { start, end } }),
      also: others,
      page: page ?? ('first' as const),
      held: heldTags(context),
    };
    const { pictures, held } = await service.showPassage(callerOf(context), asked, context.req.raw.signal);
    if (held !== undefined) return sendPicture(context, { tag: held });
    const [first] = pictures;
    if (first === undefined) throw new FaultlineError('no-page-image', 'There is nothing to draw of this passage.');
    return sendPicture(context, first);
  });
}
