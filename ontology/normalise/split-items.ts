import type { SentenceSpan } from './split-sentences.ts';

/** Where a new item of a list within a cell opens: a line, a semicolon, `, or`, or a mark (`1.`, `2)`, `(3)`, `①`, `•`). */
const BREAK =
  /\n|<br\s*\/?>|[;；]|,\s+or\s+|[，,]或者?|(?<=[\s。.,，]|^)(?=(?:\d{1,2}[.)、](?!\d)\s*|[(（]\d{1,2}[)）]|[•●▪]))|(?=[①-⑳])/gu;
/** Closes a list of alternatives, whose other commas part its items then (`air, dirt, or wear`). */
const ALTERNATIVE = /^[,，]\s*or\s+$|^[，,]或者?$/u;
const COMMA = /,\s+|，|(?<!\d)、/gu;
const MARK = /^\s*(?:\d{1,2}[.)、](?!\d)|[(（]\d{1,2}[)）]|[①-⑳]|[a-z][)）]|[-–•●▪*])\s*/u;
const TAIL = /[\s。.,，;；、:：]+$/u;

/**
 * Items of a cell that lists several matters (causes by line, numbered remedies), as spans without marks and closing
 * punctuation. A cell of one matter gives one span; an empty cell none. `offset` is added to each span.
 */
export function splitItems(text: string, offset = 0): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = 0;
  const push = (to: number) => {
    const piece = text.slice(from, to);
    const lead = /^\s*/.exec(piece)?.[0].length ?? 0;
    const mark = MARK.exec(piece)?.[0].length ?? lead;
    const end = from + piece.length - (TAIL.exec(piece)?.[0].length ?? 0);
    if (end > from + mark) spans.push({ start: offset + from + mark, end: offset + end });
  };
  for (const found of text.matchAll(BREAK)) {
    const isAlternative = ALTERNATIVE.test(found[0]);
    for (const comma of isAlternative ? commasWithin(text, from, found.index) : []) {
      push(comma.start);
      from = comma.end;
    }
    push(found.index);
    from = found.index + found[0].length;
  }
  push(text.length);
  return spans;
}

/** Commas of a stretch outside of brackets. */
function commasWithin(text: string, from: number, to: number): readonly SentenceSpan[] {
  const piece = text.slice(from, to);
  return [...piece.matchAll(COMMA)].flatMap(({ 0: comma, index }) => {
    const before = piece.slice(0, index);
    const isWithin = before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('（') > before.lastIndexOf('）');
    return isWithin ? [] : [{ start: from + index, end: from + index + comma.length }];
  });
}

/** Whether a cell numbers its items or gives each a line, so that their order means something. */
export function isOrderedList(text: string): boolean {
  return /\n|<br\s*\/?>/.test(text) || /(?:^|\s)(?:\d{1,2}[.)、](?!\d)|[(（]\d{1,2}[)）])/u.test(text) || /[①-⑳]/u.test(text);
}
