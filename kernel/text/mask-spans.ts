/** A text with blanks in place of the spans, so that all offsets stay; offsets are UTF-16 units. */
export function maskSpans(text: string, spans: Iterable<{ readonly start: number; readonly end: number }>): string {
  let plain = text;
  for (const { start, end } of spans) plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  return plain;
}
