import { sha256 } from '../../../kernel/index.ts';
import type { HttpAnswer } from '../http/http-request.ts';

/** What changes from one sending to the next whatever is asked, and of what connection and length are made. */
const VOLATILE_HEADERS: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/**
 * Names and times that a service makes up for each answer: measured durations, what a completion is called and when it was made, when
 * a key was used last and a question was asked. Texts in texts have their quotation marks behind a backslash.
 */
const VOLATILE = [/\\?"timings\\?":\{[^}]*\}/g, /"id":"chatcmpl-[^"]*"/g, /"created":\d+/g, /,?"usedAt":"[^"]*"/g, /"rate":[0-9.]+/g];

/** All that a caller was told, as one text: equal texts are equal answers. */
export function told({ status, headers, body }: HttpAnswer): string {
  const kept = Object.entries(headers)
    .filter(([name]) => !VOLATILE_HEADERS.has(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .sort();
  return [String(status), ...kept, '', bodyText(headers, body)].join('\n');
}

function bodyText(headers: HttpAnswer['headers'], body: Buffer): string {
  const type = String(headers['content-type'] ?? '');
  if (/^(image\/|application\/octet-stream|application\/pdf)/.test(type)) return sha256(body);
  return VOLATILE.reduce((text, pattern) => text.replaceAll(pattern, ''), body.toString('utf8'));
}
