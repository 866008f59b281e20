import type { Operation, Schema } from './described-operations.ts';
import { drawValue, type ValueSource } from './draw-value.ts';

/** A request as `fetch` takes it. */
export interface DrawnRequest {
  readonly path: string;
  readonly init: RequestInit;
}

const DOCUMENTS = [
  ['note.md', '# Pump P-101A 泵\n\nP-101A 振动过大的原因是轴承磨损。\n\nThe tightening torque of P-101A is 48 N·m.\n'],
  ['alarms.csv', 'time,asset,alarm,text\n2026-01-01 08:00,P-101A,E101,bearing hot\n2026-01-02 09:00,P-102,E102,轴承温度高\n'],
  ['empty.txt', ''],
  ['broken.pdf', '%PDF-1.7\n1 0 obj\n<<'],
] as const;

/** Draws what an operation is sent: path, query, headers and body, as they are described but for what is broken. */
export function drawRequest({ method, path, parameters, body }: Operation, source: ValueSource): DrawnRequest {
  const { random, broken } = source;
  let address = path;
  const query = new URLSearchParams();
  const headers = new Headers();
  for (const { in: place, name, isRequired, schema } of parameters) {
    if (!isRequired && !random.chance(0.4)) continue;
    const text = textOf(drawValue(schema, source));
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(wellFormed(text) || 'x'));
    else if (place === 'query') query.append(name, wellFormed(text));
    else headers.set(name, text.replace(/[^\x20-\x7e]/g, '?'));
  }
  if (random.chance(broken)) query.append('unknown', '1');
  const init: RequestInit = { method, headers };
  if (body?.type === 'multipart/form-data') init.body = formOf(body.schema, source);
  else if (body !== undefined) {
    const value = drawValue(body.schema, source);
    // JSON writes a lone surrogate as an escape, so it arrives.
    init.body = JSON.stringify(value);
    headers.set('content-type', random.chance(broken) ? 'text/plain' : body.type);
  }
  return { path: query.size === 0 ? address : `${address}?${query}`, init };
}

function formOf(schema: Schema, source: ValueSource): FormData {
  const { random } = source;
  const form = new FormData();
  const drawn = drawValue(schema, { ...source, broken: source.broken / 4 });
  const fields = typeof drawn === 'object' && drawn !== null ? Object.entries(drawn) : [];
  for (const [name, value] of fields) if (name !== 'file') form.append(name, wellFormed(textOf(value)));
  const [fileName, text] = random.pick(DOCUMENTS);
  if (!random.chance(source.broken)) form.append('file', new File([`${text}${random.chance(0.5) ? random.integer(0, 50) : ''}`], fileName));
  return form;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Addresses and forms are UTF-8, in which a lone surrogate has no place. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
