import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { KeptBytes, Service } from '../../../app/index.ts';
import { type DocumentClaims, FaultlineError, readLabelList } from '../../../kernel/index.ts';
import { uploadAnswerSchema, uploadFieldsSchema } from '../../contract/document.ts';
import { callerOf } from '../caller-of.ts';
import type { HttpApp } from '../http-app.ts';
import { InvalidFields } from '../invalid-fields.ts';
import { presentDocument } from '../present-document.ts';
import { problems } from '../problem.ts';
import { receiveUpload } from '../receive-upload.ts';

const { properties, ...form } = z.toJSONSchema(uploadFieldsSchema, { io: 'input', target: 'draft-2020-12' });

const upload = createRoute({
  method: 'post',
  path: '/v1/documents',
  operationId: 'uploadDocument',
  summary: 'Send a document to be read',
  description:
    'Streams the part `file` into the data folder and answers as soon as nothing of it can be lost; reading goes on behind. ' +
    'Whatever the bytes are, the document ends in an outcome with a reason. The same bytes under the same `uri` change nothing.',
  request: {
    body: {
      required: true,
      content: {
        // A plain description, no zod schema: the framework's own form parser would hold the whole document in memory.
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' }, ...(properties as object) },
            required: ['file'],
            additionalProperties: form.additionalProperties === true,
          },
        },
      },
    },
  },
  responses: {
    202: { description: 'Kept; `jobId` reads it', content: { 'application/json': { schema: uploadAnswerSchema } } },
    ...problems('invalid-request', 'document-too-large', 'unsupported-media-type', 'busy'),
  },
});

export function addUploadDocument(http: HttpApp, service: Service, stop: AbortSignal): void {
  http.openapi(upload, async (context) => {
    const caller = callerOf(context);
    const store = {
      keep: (bytes: AsyncIterable<Uint8Array>) => service.keepBytes(caller, bytes),
      discard: (kept: KeptBytes) => service.discardBytes(caller, kept, stop),
    };
    const received = await receiveUpload(context.req.raw, store, service.config.maxUploadBytes, readFields);
    const { fileName, fields, ...kept } = received;
    const accepted = await service.acceptDocument(caller, { kept, fileName, ...fields }, stop);
    const [latest] = accepted.job === undefined ? await service.listJobs(caller, { version: accepted.version.id, limit: 1 }, stop) : [];
    const jobId = accepted.job ?? latest?.id;
    if (jobId === undefined) throw new FaultlineError('internal', 'A document was taken in without a job.');
    context.header('location', `/v1/documents/${accepted.document.id}`);
    return context.json({ document: presentDocument(accepted.document, accepted.version), status: accepted.status, jobId }, 202);
  });
}

interface UploadFields {
  readonly uri?: string;
  readonly claims: DocumentClaims;
}

function readFields(fields: ReadonlyMap<string, string>): UploadFields {
  // Forms of browsers send a field that was left blank as an empty text.
  const given = [...fields].filter(([, value]) => value !== '');
  const parsed = uploadFieldsSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new InvalidFields('form', parsed.error);
  const { uri, labels, effective, ...claims } = parsed.data;
  return {
    ...(uri === undefined ? {} : { uri }),
    claims: {
      ...claims,
      ...(effective === undefined ? {} : { effective: Date.parse(effective) }),
      ...(labels === undefined ? {} : { labels: readLabelList(labels) }),
    },
  };
}
