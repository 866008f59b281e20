import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FaultlineError } from '../../kernel/index.ts';
import type { HttpContext } from './http-app.ts';
import { parseRange } from './parse-range.ts';
import { sendProblem } from './problem.ts';

export interface SentFile {
  readonly path: string;
  /** Offered to whoever saves it; any characters. */
  readonly fileName: string;
  readonly contentType: string;
  /** Changes whenever the bytes do. */
  readonly tag: string;
}

/** Streams a file, whole or one range of it, with `ETag`, `If-None-Match` and `If-Range`. The browser saves it and never runs it. */
export async function sendFile(context: HttpContext, file: SentFile): Promise<Response> {
  const tag = `"${file.tag}"`;
  const headers: Record<string, string> = {
    'content-type': file.contentType,
    'content-disposition': disposition(file.fileName),
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag: tag,
  };
  const held = context.req.header('if-none-match')?.split(',') ?? [];
  if (held.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)) return context.newResponse(null, 304, headers);

  const { size } = await stat(file.path);
  const condition = context.req.header('if-range');
  const range = condition === undefined || condition === tag ? parseRange(context.req.header('range'), size) : 'whole';
  if (range === 'unsatisfiable') {
    const refused = sendProblem(context, new FaultlineError('range-not-satisfiable', `The document has ${size} bytes.`));
    refused.headers.set('content-range', `bytes */${size}`);
    return refused;
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  headers['content-length'] = String(end - start + 1);
  if (range !== 'whole') headers['content-range'] = `bytes ${start}-${end}/${size}`;
  const isEmpty = size === 0 || context.req.method === 'HEAD';
  const body = isEmpty ? null : (Readable.toWeb(createReadStream(file.path, { start, end })) as ReadableStream);
  return context.newResponse(body, range === 'whole' ? 200 : 206, headers);
}

/** RFC 6266: an ASCII name for old clients, the true one encoded beside it. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const encoded = encodeURIComponent(fileName.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
