import type { Span } from './picture-passage.ts';

/** Scripts that are broken between any two characters, and their full-width signs. */
const EASTERN = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
/** Closing brackets and quotes, and full-width stops: no line begins with them. */
const CLOSING = '\\p{Pe}\\p{Pf}\\u3001\\u3002\\uff0c\\uff0e\\uff1a\\uff1b\\uff01\\uff1f';
const PIECE = new RegExp(`[^\\S\\n]+|[\\p{Ps}\\p{Pi}]*(?:[${EASTERN}]|[^\\s${EASTERN}]+)[${CLOSING}]*`, 'gu');
/** Signs within a long word behind which it is broken before it is broken anywhere. */
const PART = /[^-/_,;:.&?=|]*[-/_,;:.&?=|]?/gu;

/**
 * Lines of a text that are no wider than `width`, as spans of it without the white space between them: Latin words stay whole
 * where they fit in a line, Han may be parted between any two characters but before closing signs. Every line feed ends a line.
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): readonly Span[] {
  const lines: Span[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    wrapParagraph(paragraph, offset, width, measure, lines);
    offset += paragraph.length + 1;
  }
  return lines;
}

function wrapParagraph(text: string, offset: number, width: number, measure: (text: string) => number, lines: Span[]): void {
  let start = 0;
  let end = 0;
  let used = 0;
  const close = (): void => {
    if (end > start) lines.push({ start: offset + start, end: offset + end });
    used = 0;
  };
  for (const { piece, at } of pieces(text, width, measure)) {
    const wide = measure(piece);
    const isSpace = piece.trim() === '';
    if (used > 0 && used + wide > width) {
      close();
      start = isSpace ? at + piece.length : at;
      end = start;
      if (isSpace) continue;
    }
    used += wide;
    if (!isSpace) end = at + piece.length;
  }
  if (text.trim() === '') lines.push({ start: offset, end: offset });
  else close();
}

function* pieces(
  text: string,
  width: number,
  measure: (text: string) => number,
): Generator<{ readonly piece: string; readonly at: number }> {
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece.trim() === '' || measure(piece) <= width) {
      yield { piece, at: index };
      continue;
    }
    for (const part of piece.matchAll(PART)) {
      if (part[0] === '') continue;
      if (measure(part[0]) <= width) yield { piece: part[0], at: index + part.index };
      else yield* characters(part[0], index + part.index);
    }
  }
}

function* characters(text: string, from: number): Generator<{ readonly piece: string; readonly at: number }> {
  let at = from;
  for (const piece of text) {
    yield { piece, at };
    at += piece.length;
  }
}
