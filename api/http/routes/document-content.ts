import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Service } from '../../../app/index.ts';
import type { Box, Format } from '../../../kernel/index.ts';
import { sheetTagsSchema } from '../../contract/entity.ts';
import { versionIdSchema } from '../../contract/ids.ts';
import { callerOf } from '../caller-of.ts';
import { heldTags } from '../held-tags.ts';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readDocumentId } from '../read-id.ts';
import { sendFile } from '../send-file.ts';
import { sendPicture } from '../send-picture.ts';

const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
  // Not as a page: what somebody uploaded must not run scripts in the name of this service.
  html: 'text/plain',
  markdown: 'text/markdown',
  rst: 'text/plain',
  text: 'text/plain',
  dxf: 'image/vnd.dxf',
  dexpi: 'text/plain',
  // Not as a picture: it may hold scripts.
  svg: 'text/plain',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
};
const MAX_BOXES = 200;
const BINARY = { type: 'string', contentMediaType: 'application/octet-stream' } as const;

const boxesSchema = z
  .string()
  .max(20_000)
  .transform((text, context): readonly Box[] => {
    const boxes = text.split(';').flatMap((part): Box[] => {
      const [x0, y0, x1, y1, more] = part.split(',').map((side) => (side.trim() === '' ? Number.NaN : Number(side)));
      if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined || more !== undefined) return [];
      return [x0, y0, x1, y1].every(Number.isFinite) && x0 <= x1 && y0 <= y1 ? [{ x0, y0, x1, y1 }] : [];
    });
    if (boxes.length === text.split(';').length && boxes.length <= MAX_BOXES) return boxes;
    context.addIssue({ code: 'custom', message: `takes at most ${MAX_BOXES} boxes as x0,y0,x1,y1 in points, separated by ;` });
    return z.NEVER;
  });

const content = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/content',
  operationId: 'getContent',
  summary: 'The bytes of the newest version, or of another one, as they came, whole or in ranges',
  request: {
    params: idParamsSchema,
    query: z.strictObject({ version: versionIdSchema.optional().meta({ description: 'Id of a version; absent: the newest' }) }),
  },
  responses: {
    200: { description: 'The whole document', content: { 'application/octet-stream': { schema: BINARY } } },
    206: {
      description: 'The range asked for, or several in parts',
      content: { 'application/octet-stream': { schema: BINARY }, 'multipart/byteranges': { schema: BINARY } },
    },
    304: { description: 'The caller holds these bytes already' },
    ...problems('invalid-request', 'not-found', 'range-not-satisfiable', 'damaged-bytes'),
  },
});

const pageNumber = z.coerce.number().int().min(1).max(1_000_000);

const page = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/pages/{page}',
  operationId: 'getPageImage',
  summary: 'A page of a PDF or a sheet of a drawing as a picture, with places marked on it',
  request: {
    params: idParamsSchema.extend({ page: pageNumber }),
    query: z.strictObject({
      boxes: boxesSchema
        .optional()
        .meta({ description: 'x0,y0,x1,y1;… as in the anchors of a citation: points from the top left, or units of the drawing' }),
      read: z
        .enum(['true', 'false'])
        .optional()
        .meta({ description: 'Frame what was read of the page, of PDFs and pictures; `boxes` are marked over it' }),
    }),
  },
  responses: {
    200: { description: 'The page', content: { 'image/png': { schema: { type: 'string', contentMediaType: 'image/png' } } } },
    304: { description: 'The caller, who may see it, holds this picture already' },
    ...problems('invalid-request', 'not-found', 'no-page-image', 'damaged-bytes'),
  },
});

const tags = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/pages/{page}/tags',
  operationId: 'getSheetTags',
  summary: 'The tags of a sheet of a drawing, each with the thing it names and its place in the picture of the sheet',
  request: { params: idParamsSchema.extend({ page: pageNumber }) },
  responses: {
    200: { description: 'The tags', content: { 'application/json': { schema: sheetTagsSchema } } },
    ...problems('invalid-request', 'not-found', 'no-page-image', 'parse-failed', 'limit-exceeded'),
  },
});

export function addDocumentContent(http: HttpApp, service: Service): void {
  http.openapi(content, async (context) => {
    const { version: wanted } = context.req.valid('query');
    const asked = { document: readDocumentId(context.req.valid('param').id), ...(wanted === undefined ? {} : { version: wanted }) };
    const { version, path } = await service.openContent(callerOf(context), asked, context.req.raw.signal);
    const contentType = version.format === undefined ? 'application/octet-stream' : CONTENT_TYPES[version.format];
    return sendFile(context, { path, fileName: version.fileName, contentType, tag: version.sha256 });
  });

  http.openapi(page, async (context) => {
    const { id, page: number } = context.req.valid('param');
    const { boxes = [], read } = context.req.valid('query');
    const asked = { document: readDocumentId(id), page: number, boxes, read: read === 'true', held: heldTags(context) };
    return sendPicture(context, await service.renderDocumentPage(callerOf(context), asked, context.req.raw.signal));
  });

  http.openapi(tags, async (context) => {
    const { id, page: number } = context.req.valid('param');
    const asked = { document: readDocumentId(id), page: number };
    return context.json(await service.getSheetTags(callerOf(context), asked, context.req.raw.signal), 200);
  });
}
