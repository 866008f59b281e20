import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { FaultlineError } from '../../kernel/index.ts';

const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 4096;

/** Keeps the bytes of a stream; nothing stays when the stream breaks. */
export type KeepStream = (bytes: AsyncIterable<Uint8Array>) => Promise<{ readonly sha256: string; readonly bytes: number }>;

export interface ReceivedUpload {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Streams a multipart body with exactly one part `file` into `keep`, so that memory stays flat whatever its size.
 * @throws FaultlineError `invalid-request` for a body that is not such a form, `document-too-large` past `maxBytes`.
 */
export async function receiveUpload(request: Request, keep: KeepStream, maxBytes: number): Promise<ReceivedUpload> {
  const type = request.headers.get('content-type');
  if (type === null || !type.startsWith('multipart/form-data') || request.body === null) {
    throw new FaultlineError('invalid-request', 'Send the document as multipart/form-data with a part named "file".');
  }
  const fields = new Map<string, string>();
  const faults: FaultlineError[] = [];
  const kept: Promise<Omit<ReceivedUpload, 'fields'>>[] = [];
  const refuse = (message: string) => faults.push(new FaultlineError('invalid-request', message));
  const form = new Busboy({
    headers: { 'content-type': type } satisfies BusboyHeaders,
    limits: { files: 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, fileSize: maxBytes },
  });
  form.on('field', (name: string, value: string, _nameTruncated: boolean, truncated: boolean) => {
    if (truncated) refuse(`The field "${name}" is longer than ${MAX_FIELD_BYTES} bytes.`);
    fields.set(name, value);
  });
  form.on('file', (name: string, stream: Readable, fileName: string | undefined) => {
    if (name === 'file') kept.push(keepFile(stream, fileName ?? 'document', keep, maxBytes));
    else {
      refuse(`The document must be in a part named "file", not "${name}".`);
      stream.resume();
    }
  });
  form.on('filesLimit', () => refuse('Send one document a request.'));
  form.on('fieldsLimit', () => refuse(`Send at most ${MAX_FIELDS} fields.`));
  const [parsed, stored] = await Promise.allSettled([pipeline(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), form)]).then(
    async ([outcome]) => [outcome, await Promise.allSettled(kept)] as const,
  );
  const file = stored[0];
  if (file?.status === 'rejected') throw file.reason;
  if (faults[0] !== undefined) throw faults[0];
  if (parsed?.status === 'rejected') {
    throw new FaultlineError('invalid-request', 'The multipart body is damaged or ends too early; send it again.', {
      cause: parsed.reason,
    });
  }
  if (file === undefined) throw new FaultlineError('invalid-request', 'The form holds no part named "file".');
  return { ...file.value, fields };
}

async function keepFile(stream: Readable, fileName: string, keep: KeepStream, maxBytes: number): Promise<Omit<ReceivedUpload, 'fields'>> {
  const tooLarge = new FaultlineError('document-too-large', `The document is larger than ${maxBytes} bytes.`);
  stream.on('limit', () => stream.destroy(tooLarge));
  return { fileName: fileName.normalize('NFC'), ...(await keep(stream)) };
}
