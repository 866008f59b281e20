import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FaultlineError, hashParts } from '../../kernel/index.ts';
import { heldTags } from './held-tags.ts';
import type { HttpContext } from './http-app.ts';
import { type ByteRange, parseRange } from './parse-range.ts';
import { sendProblem } from './problem.ts';

export interface SentFile {
  readonly path: string;
  /** Offered to whoever saves it; any characters. */
  readonly fileName: string;
  readonly contentType: string;
  /** Changes whenever the bytes do. */
  readonly tag: string;
}

/**
 * Streams a file: whole, one range of it, or several as `multipart/byteranges` (RFC 9110 §14), with `ETag`, `If-None-Match` and
 * `If-Range`. The browser saves it and never runs it.
 */
export async function sendFile(context: HttpContext, file: SentFile): Promise<Response> {
  const tag = `"${file.tag}"`;
  const headers: Record<string, string> = {
    'content-type': file.contentType,
    'content-disposition': disposition(file.fileName),
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag: tag,
  };
  if (heldTags(context).some((one) => one === '*' || one === file.tag)) return context.newResponse(null, 304, headers);

  const { size } = await stat(file.path);
  const ranges = rangesOf(context, tag, size);
  if (ranges === 'unsatisfiable') {
    const refused = sendProblem(context, new FaultlineError('range-not-satisfiable', `The document has ${size} bytes.`));
    refused.headers.set('content-range', `bytes */${size}`);
    refused.headers.set('accept-ranges', 'bytes');
    return refused;
  }
  if (ranges === 'whole') {
    headers['content-length'] = String(size);
    const isEmpty = size === 0 || context.req.method === 'HEAD';
    return context.newResponse(isEmpty ? null : streamOf(pieces(file.path, [{ range: { start: 0, end: size - 1 } }])), 200, headers);
  }
  const [only, ...others] = ranges;
  if (only !== undefined && others.length === 0) {
    headers['content-length'] = String(only.end - only.start + 1);
    headers['content-range'] = contentRange(only, size);
    return context.newResponse(streamOf(pieces(file.path, [{ range: only }])), 206, headers);
  }
  const { boundary, parts, end } = inParts(ranges, file.contentType, tag, size);
  headers['content-type'] = `multipart/byteranges; boundary=${boundary}`;
  const lengths = parts.map(({ head, range }) => Buffer.byteLength(head) + range.end - range.start + 1);
  headers['content-length'] = String(lengths.reduce((sum, length) => sum + length, Buffer.byteLength(end)));
  return context.newResponse(streamOf(pieces(file.path, parts, end)), 206, headers);
}

/** `Range` means something for GET alone; with an `If-Range` only where the caller holds a part of these very bytes. */
function rangesOf(context: HttpContext, tag: string, size: number): readonly ByteRange[] | 'whole' | 'unsatisfiable' {
  if (context.req.method !== 'GET') return 'whole';
  const condition = context.req.header('if-range')?.trim();
  return condition === undefined || condition === tag ? parseRange(context.req.header('range'), size) : 'whole';
}

interface Piece {
  /** Written before the bytes. */
  readonly head?: string;
  readonly range: ByteRange;
}

function inParts(ranges: readonly ByteRange[], contentType: string, tag: string, size: number) {
  const boundary = `faultline-${hashParts([tag, ...ranges.map((range) => contentRange(range, size))])}`;
  const parts = ranges.map((range, index) => ({
    head: `${index === 0 ? '' : '\r\n'}--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Range: ${contentRange(range, size)}\r\n\r\n`,
    range,
  }));
  return { boundary, parts, end: `\r\n--${boundary}--\r\n` };
}

function contentRange({ start, end }: ByteRange, size: number): string {
  return `bytes ${start}-${end}/${size}`;
}

async function* pieces(path: string, parts: readonly Piece[], end?: string): AsyncGenerator<Uint8Array> {
  for (const { head, range } of parts) {
    if (head !== undefined) yield Buffer.from(head);
    yield* createReadStream(path, { ...range }) as AsyncIterable<Uint8Array>;
  }
  if (end !== undefined) yield Buffer.from(end);
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream {
  return Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream;
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
