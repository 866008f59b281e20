import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { ListedDocument, Service } from '../../../app/index.ts';
import { compareText } from '../../../kernel/index.ts';
import { asOfSchema } from '../../contract/as-of.ts';
import { countCursorSchema, nextOf } from '../../contract/count-cursor.ts';
import {
  documentHistorySchema,
  documentLabelsSchema,
  documentListSchema,
  documentQualitySchema,
  labelsRequestSchema,
  passageListSchema,
} from '../../contract/document.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { presentHistory, presentListed, presentPassage } from '../present-document.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readDocumentId, readVersionId } from '../read-id.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/documents',
  operationId: 'listDocuments',
  summary: 'All documents, whatever became of them, ordered by uri; each by its newest version, as of an instant by the newest in effect',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: z.base64url().max(4000).optional().meta({ description: '`next` of the page before' }),
      asOf: asOfSchema.optional(),
    }),
  },
  responses: {
    200: { description: 'A page of documents', content: { 'application/json': { schema: documentListSchema } } },
    ...problems('invalid-request'),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/documents/{id}',
  operationId: 'getDocument',
  summary: 'One document by its newest version, with its revisions: the valid one first, older ones after it',
  request: { params: idParamsSchema, query: z.strictObject({ asOf: asOfSchema.optional() }) },
  responses: {
    200: { description: 'The document', content: { 'application/json': { schema: documentHistorySchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

const passages = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/passages',
  operationId: 'listPassages',
  summary: 'What was read, passage by passage in reading order, of the version that is valid',
  request: {
    params: idParamsSchema,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: countCursorSchema.optional(),
      asOf: asOfSchema.optional(),
    }),
  },
  responses: {
    200: { description: 'Passages', content: { 'application/json': { schema: passageListSchema } } },
    ...problems('invalid-request', 'not-found'),
  },
});

const quality = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/quality',
  operationId: 'getQuality',
  summary: 'What was read of the newest version and what was not',
  request: { params: idParamsSchema },
  responses: {
    200: { description: 'Outcome and, once there is one, the report', content: { 'application/json': { schema: documentQualitySchema } } },
    ...problems('not-found'),
  },
});

const setLabels = createRoute({
  method: 'put',
  path: '/v1/documents/{id}/labels',
  operationId: 'setLabels',
  summary: 'Put a document with its versions under other access labels, all of which the caller holds',
  request: { params: idParamsSchema, body: { required: true, content: { 'application/json': { schema: labelsRequestSchema } } } },
  responses: {
    200: { description: 'The labels it stands under now', content: { 'application/json': { schema: documentLabelsSchema } } },
    ...problems('invalid-request', 'request-too-large', 'unsupported-media-type', 'forbidden', 'not-found'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/documents/{id}',
  operationId: 'deleteDocument',
  summary: 'Remove a document with all that it alone supports',
  request: { params: idParamsSchema },
  responses: { 204: { description: 'Gone' }, ...problems('not-found', 'busy') },
});

const removeVersion = createRoute({
  method: 'delete',
  path: '/v1/documents/{id}/versions/{versionId}',
  operationId: 'deleteVersion',
  summary: 'Take one version of a document back, as if it had never come; the last one takes the document with it',
  request: { params: idParamsSchema.extend({ versionId: z.string() }) },
  responses: { 204: { description: 'Gone' }, ...problems('not-found', 'busy') },
});

/** `stop` ends a removal that is under way when the service stops; whoever works next finishes it. */
export function addDocuments(http: HttpApp, service: Service, stop: AbortSignal): void {
  http.openapi(list, async (context) => {
    const { limit, cursor, asOf } = context.req.valid('query');
    const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8');
    const listed = await service.listDocuments(callerOf(context, asOf), undefined, context.req.raw.signal);
    const all = listed.toSorted((a, b) => compareText(placeOf(a), placeOf(b)));
    const rest = after === undefined ? all : all.filter((listed) => compareText(placeOf(listed), after) > 0);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const next = rest.length > page.length && last !== undefined ? { next: Buffer.from(placeOf(last)).toString('base64url') } : {};
    return context.json({ documents: page.map(presentListed), ...next }, 200);
  });

  http.openapi(get, async (context) => {
    const id = readDocumentId(context.req.valid('param').id);
    return context.json(
      presentHistory(await service.getHistory(callerOf(context, context.req.valid('query').asOf), id, context.req.raw.signal)),
      200,
    );
  });

  http.openapi(passages, async (context) => {
    const id = readDocumentId(context.req.valid('param').id);
    const { asOf, cursor = 0, limit } = context.req.valid('query');
    // One more than asked for tells whether there is a next page.
    const asked = { document: id, from: cursor, limit: limit + 1 };
    const found = await service.listPassages(callerOf(context, asOf), asked, context.req.raw.signal);
    const page = found.slice(0, limit);
    return context.json({ passages: page.map(presentPassage), ...nextOf(cursor, page.length, found.length > limit) }, 200);
  });

  http.openapi(quality, async (context) => {
    const id = readDocumentId(context.req.valid('param').id);
    const listed = await service.getDocument(callerOf(context), id, context.req.raw.signal);
    const { versionId, state, outcome, reason } = presentListed(listed);
    const report = listed.versions[0]?.report;
    return context.json(
      {
        versionId,
        state,
        ...(outcome === undefined ? {} : { outcome }),
        ...(reason === undefined ? {} : { reason }),
        ...(report === undefined ? {} : { report }),
      },
      200,
    );
  });

  http.openapi(setLabels, async (context) => {
    const document = readDocumentId(context.req.valid('param').id);
    const { labels: given } = context.req.valid('json');
    const labels = await service.setLabels(callerOf(context), { document, labels: given }, stop);
    return context.json({ documentId: document, labels }, 200);
  });

  http.openapi(remove, async (context) => {
    await service.deleteDocument(callerOf(context), readDocumentId(context.req.valid('param').id), stop);
    return context.body(null, 204);
  });

  http.openapi(removeVersion, async (context) => {
    const { id, versionId } = context.req.valid('param');
    const doomed = { document: readDocumentId(id), version: readVersionId(versionId) };
    await service.deleteVersion(callerOf(context), doomed, stop);
    return context.body(null, 204);
  });
}

/** Two documents of one uri stand beside each other when they were sent by callers who may not read each other's. */
function placeOf({ document }: ListedDocument): string {
  return `${document.uri}\0${document.id}`;
}
