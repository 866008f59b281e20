import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { FaultlineError } from '../../kernel/index.ts';

const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 4096;

export interface ReceivedUpload {
  /** Complete file in the upload folder; the caller moves or removes it. */
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Streams a multipart body with exactly one part `file` to disk, so that memory stays flat whatever its size.
 * Nothing is left behind when it fails.
 * @throws FaultlineError `invalid-request` for a body that is not such a form, `document-too-large` past `maxBytes`.
 */
export async function receiveUpload(request: Request, folder: string, maxBytes: number): Promise<ReceivedUpload> {
  const type = request.headers.get('content-type');
  if (type === null || !type.startsWith('multipart/form-data') || request.body === null) {
    throw new FaultlineError('invalid-request', 'Send the document as multipart/form-data with a part named "file".');
  }
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  try {
    return await receive(request.body as ReadableStream<Uint8Array>, type, path, maxBytes);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function receive(body: ReadableStream<Uint8Array>, type: string, path: string, maxBytes: number): Promise<ReceivedUpload> {
  const fields = new Map<string, string>();
  const files: Promise<Omit<ReceivedUpload, 'fields'>>[] = [];
  let fault: FaultlineError | undefined;
  const form = new Busboy({
    headers: { 'content-type': type } satisfies BusboyHeaders,
    limits: { files: 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, fileSize: maxBytes },
  });
  form.on('field', (name: string, value: string, _nameTruncated: boolean, truncated: boolean) => {
    if (truncated) fault ??= new FaultlineError('invalid-request', `The field "${name}" is longer than ${MAX_FIELD_BYTES} bytes.`);
    fields.set(name, value);
  });
  form.on('file', (name: string, stream: Readable & { truncated?: boolean }, fileName: string | undefined) => {
    if (name !== 'file') {
      fault ??= new FaultlineError('invalid-request', `The document must be in a part named "file", not "${name}".`);
      stream.resume();
      return;
    }
    files.push(storeFile(stream, fileName ?? 'document', path, maxBytes));
  });
  form.on('filesLimit', () => {
    fault ??= new FaultlineError('invalid-request', 'Send one document a request.');
  });
  form.on('fieldsLimit', () => {
    fault ??= new FaultlineError('invalid-request', `Send at most ${MAX_FIELDS} fields.`);
  });
  await parseForm(body, form);
  const stored = await Promise.all(files);
  if (fault !== undefined) throw fault;
  const file = stored[0];
  if (file === undefined) throw new FaultlineError('invalid-request', 'The form holds no part named "file".');
  return { ...file, fields };
}

async function parseForm(body: ReadableStream<Uint8Array>, form: Busboy): Promise<void> {
  try {
    await pipeline(Readable.fromWeb(body), form);
  } catch (error) {
    throw new FaultlineError('invalid-request', 'The multipart body is damaged or ends too early; send it again.', { cause: error });
  }
}

async function storeFile(
  stream: Readable & { truncated?: boolean },
  fileName: string,
  path: string,
  maxBytes: number,
): Promise<Omit<ReceivedUpload, 'fields'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(stream, measure, createWriteStream(path, { flags: 'wx' }));
  if (stream.truncated === true) throw new FaultlineError('document-too-large', `The document is larger than ${maxBytes} bytes.`);
  return { path, fileName: fileName.normalize('NFC'), sha256: hash.digest('hex'), bytes };
}
