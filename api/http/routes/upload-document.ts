import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { checkAction, type KeptBytes, type Service } from '../../../app/index.ts';
import { type ColumnSaying, type DocumentClaims, type DocumentId, FaultlineError, readLabelList } from '../../../kernel/index.ts';
import { revisionFieldsSchema, uploadAnswerSchema, uploadFieldsSchema } from '../../contract/document.ts';
import { withoutUndefined } from '../../contract/without-undefined.ts';
import { sentScopeNames } from '../../sent-scope-names.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp, HttpContext } from '../http-app.ts';
import { InvalidFields } from '../invalid-fields.ts';
import { presentDocument } from '../present-document.ts';
import { problems } from '../problem.ts';
import { idParamsSchema, readDocumentId } from '../read-id.ts';
import { receiveUpload } from '../receive-upload.ts';

/** A plain description, no zod schema: the framework's own form parser would hold the whole document in memory. */
function formOf(schema: typeof uploadFieldsSchema | typeof revisionFieldsSchema) {
  const { properties, additionalProperties } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return {
    type: 'object' as const,
    properties: { file: { type: 'string' as const, contentMediaType: 'application/octet-stream' }, ...(properties as object) },
    required: ['file'],
    additionalProperties: additionalProperties === true,
  };
}

const upload = createRoute({
  method: 'post',
  path: '/v1/documents',
  operationId: 'uploadDocument',
  summary: 'Send a document to be read',
  description:
    'Streams the part `file` into the data folder and answers as soon as nothing of it can be lost; reading goes on behind. ' +
    'Whatever the bytes are, the document ends in an outcome with a reason. The same bytes under the same `uri` change nothing.',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: formOf(uploadFieldsSchema) } } } },
  responses: {
    202: { description: 'Kept; `jobId` reads it', content: { 'application/json': { schema: uploadAnswerSchema } } },
    ...problems('invalid-request', 'document-too-large', 'unsupported-media-type', 'conflict', 'busy', 'storage-full'),
  },
});

const revise = createRoute({
  method: 'put',
  path: '/v1/documents/{id}',
  operationId: 'reviseDocument',
  summary: 'Send a new version of a document',
  description:
    'As an upload under the uri of the document: other bytes are a new version, the same bytes change nothing. Which version is ' +
    'valid is decided by authority, effective date, revision label and order of arrival; older ones can still be asked for.',
  request: {
    params: idParamsSchema,
    body: { required: true, content: { 'multipart/form-data': { schema: formOf(revisionFieldsSchema) } } },
  },
  responses: {
    202: { description: 'Kept; `jobId` reads it', content: { 'application/json': { schema: uploadAnswerSchema } } },
    ...problems('invalid-request', 'not-found', 'document-too-large', 'unsupported-media-type', 'conflict', 'busy', 'storage-full'),
  },
});

export function addUploadDocument(http: HttpApp, service: Service, stop: AbortSignal): void {
  http.openapi(upload, async (context) => {
    const answer = await take(context, undefined);
    context.header('location', `/v1/documents/${answer.document.id}`);
    return context.json(answer, 202);
  });

  http.openapi(revise, async (context) => {
    const document = readDocumentId(context.req.valid('param').id);
    // Before its bytes are taken in, and before who may not send any learns whether it is there.
    checkAction(callerOf(context), 'add');
    await service.getDocument(callerOf(context), document, context.req.raw.signal);
    return context.json(await take(context, document), 202);
  });

  async function take(context: HttpContext, document: DocumentId | undefined): Promise<z.infer<typeof uploadAnswerSchema>> {
    const caller = callerOf(context);
    const store = {
      keep: (bytes: AsyncIterable<Uint8Array>) => service.keepBytes(caller, bytes),
      discard: (kept: KeptBytes) => service.discardBytes(caller, kept, stop),
    };
    const schema = document === undefined ? uploadFieldsSchema : revisionFieldsSchema;
    const received = await receiveUpload(context.req.raw, store, service.config.maxUploadBytes, (fields) => readFields(schema, fields));
    const { fileName, fields, kept } = received;
    const arrived = { kept, fileName, ...fields, ...(document === undefined ? {} : { document }) };
    const accepted = await service.acceptDocument(caller, arrived, stop);
    const [latest] = accepted.job === undefined ? await service.listJobs(caller, { version: accepted.version.id, limit: 1 }, stop) : [];
    const jobId = accepted.job ?? latest?.id;
    if (jobId === undefined) throw new FaultlineError('internal', 'A document was taken in without a job.');
    return { document: presentDocument(accepted.document, accepted.version), status: accepted.status, jobId };
  }
}

interface UploadFields {
  readonly uri?: string;
  readonly claims: DocumentClaims;
  readonly columns?: readonly ColumnSaying[];
}

function readFields(schema: typeof uploadFieldsSchema | typeof revisionFieldsSchema, fields: ReadonlyMap<string, string>): UploadFields {
  // Forms of browsers send a field that was left blank as an empty text.
  const given = [...fields].filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new InvalidFields('form', parsed.error);
  const {
    uri,
    labels,
    effective,
    product,
    model,
    variant,
    productVersion,
    serialRange,
    columns,
    ...claims
  }: z.infer<typeof uploadFieldsSchema> = parsed.data;
  return {
    ...(uri === undefined ? {} : { uri }),
    ...(columns === undefined ? {} : { columns }),
    claims: {
      ...claims,
      ...(effective === undefined ? {} : { effective: Date.parse(effective) }),
      ...(labels === undefined ? {} : { labels: readLabelList(labels) }),
      ...sentScopeNames(withoutUndefined({ product, model, variant, productVersion, serialRange })),
    },
  };
}
