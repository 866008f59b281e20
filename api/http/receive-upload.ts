import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { FaultlineError } from '../../kernel/index.ts';

const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 4096;
const MAX_FILE_NAME = 255;

/** Where the bytes of an upload go. */
export interface UploadStore<Kept> {
  /** Keeps the bytes of a stream; nothing stays when the stream breaks. */
  keep(bytes: AsyncIterable<Uint8Array>): Promise<Kept>;
  /** Takes kept bytes back when the rest of the form turns out to be wrong. */
  discard(kept: Kept): Promise<void>;
}

export interface ReceivedUpload<Kept, Fields> {
  readonly kept: Kept;
  readonly fileName: string;
  readonly fields: Fields;
}

/**
 * Streams a multipart body with exactly one part `file` into the store, so that memory stays flat whatever its size, and stops
 * reading at the first fault. `readFields` may throw to refuse the other parts; `thing` is what
 * refusals call it.
 * @throws FaultlineError `unsupported-media-type`, `invalid-request` for a body that is not such a form, `document-too-large` past
 * `maxBytes`.
 */
export async function receiveUpload<Kept, Fields>(
  request: Request,
  store: UploadStore<Kept>,
  maxBytes: number,
  readFields: (fields: ReadonlyMap<string, string>) => Fields,
  thing: 'document' | 'photo' = 'document',
): Promise<ReceivedUpload<Kept, Fields>> {
  const form = openForm(request, maxBytes, thing);
  const fields = new Map<string, string>();
  const stop = new AbortController();
  const parts: Readable[] = [];
  let fault: unknown;
  let fileName = '';
  let keeping: Promise<Kept> | undefined;

  function refuse(error: unknown): void {
    fault ??= error;
    stop.abort();
    for (const part of parts) part.destroy();
  }
  const refuseForm = (message: string, cause?: unknown) => refuse(new FaultlineError('invalid-request', message, { cause }));
  const refuseDamaged = (cause: unknown) => refuseForm('The multipart body is damaged or ends too early; send it again.', cause);

  form.on('field', (name: string, value: string, _nameTruncated: boolean, truncated: boolean) => {
    if (truncated) refuseForm(`The field "${name}" is longer than ${MAX_FIELD_BYTES} bytes.`);
    if (fields.has(name)) refuseForm(`The field "${name}" is given twice.`);
    fields.set(name, value);
  });
  form.on('file', (name: string, stream: Readable, given: string | undefined) => {
    parts.push(stream);
    fileName = (given ?? '').normalize('NFC');
    if (name !== 'file') refuseForm(`The ${thing} must be in a part named "file", not "${name}".`);
    else if (fileName.trim() === '') refuseForm('The part "file" needs a file name.');
    else if (fileName.length > MAX_FILE_NAME) refuseForm(`The file name is longer than ${MAX_FILE_NAME} characters.`);
    // The form may break after a part was given up: an error that nobody hears would end the process.
    stream.on('error', refuseDamaged);
    stream.on('limit', () => refuse(tooLarge(maxBytes, thing)));
    keeping = store.keep(stream);
    keeping.catch(refuse);
  });
  form.on('filesLimit', () => refuseForm(`Send one ${thing} a request.`));
  form.on('fieldsLimit', () => refuseForm(`Send at most ${MAX_FIELDS} fields.`));

  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  await pipeline(body, form, { signal: stop.signal }).catch(refuseDamaged);
  // What the store has against the bytes also breaks the form that they come in: it counts before what follows from it.
  let objection: FaultlineError | undefined;
  const kept = await keeping?.catch((error: unknown) => {
    if (error instanceof FaultlineError) objection = error;
    return undefined;
  });
  try {
    if (objection !== undefined) throw objection;
    if (fault !== undefined) throw fault;
    if (kept === undefined) throw new FaultlineError('invalid-request', 'The form holds no part named "file".');
    return { kept, fileName, fields: readFields(fields) };
  } catch (error) {
    if (kept !== undefined) await store.discard(kept);
    throw error;
  }
}

function openForm(request: Request, maxBytes: number, thing: 'document' | 'photo'): InstanceType<typeof Busboy> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*(;|$)/i.test(type) || request.body === null) {
    throw new FaultlineError('unsupported-media-type', `Send the ${thing} as multipart/form-data with a part named "file".`);
  }
  // The form around the document adds little: a body far larger need not be read to be refused.
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maxBytes + (MAX_FIELDS + 1) * 2 * MAX_FIELD_BYTES) throw tooLarge(maxBytes, thing);
  const limits = { files: 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, fileSize: maxBytes };
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch (error) {
    throw new FaultlineError('invalid-request', 'The content type names no boundary between the parts.', { cause: error });
  }
}

function tooLarge(maxBytes: number, thing: 'document' | 'photo'): FaultlineError {
  return new FaultlineError('document-too-large', `The ${thing} is larger than ${maxBytes} bytes.`);
}
