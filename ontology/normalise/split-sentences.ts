import type { Language } from '../../kernel/index.ts';

/** UTF-16 span of a sentence, without the white space around it. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations whose stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(（])(?:fig|figs|eq|no|nos|sec|tab|approx|max|min|e\.g|i\.e|etc|vs|ca|incl|temp|ref|ch|pos|dr|mr|mrs|st|dia|dept|inc|ltd|cf|resp|vol|qty|rev|p|pp|ed|temps|nom|cont)$/i;
/** `A. Smith`, `1. Stop the pump`: a stop behind a single letter or a leading number marks, it does not end. */
const MARK_BEFORE = /(?:^|[\s(（])(?:\p{Lu}|\d{1,2})$/u;
/** Between letters or digits a mark of ASCII is part of an address: `1!300004`. */
const IN_CODE = /^[A-Za-z0-9][!?][A-Za-z0-9]$/;
const STRONG = /[。！？!?；]/;

/**
 * Sentences of a text as spans in order. Chinese stops end a sentence always; an English stop only before white space or the
 * end, and neither within a decimal (`3.5`), nor behind an abbreviation (`Fig. 3.2`) or a list mark. A line break or tab ends
 * a sentence where the line before it is closed or a cell ends.
 */
export function splitSentences(text: string, language: Language): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!endsSentence(text, start, at, language)) continue;
    let end = at + 1;
    while (end < text.length && /["'”’」』）)\]】]/.test(text.charAt(end))) end += 1;
    push(spans, text, start, end);
    start = end;
    at = end - 1;
  }
  push(spans, text, start, text.length);
  return spans;
}

function endsSentence(text: string, start: number, at: number, language: Language): boolean {
  const character = text.charAt(at);
  if (character === '\t') return true;
  if (character === '\n') return language !== 'en' || text.charAt(at + 1) === '\n' || /[.:;!?。：；]\s*$/.test(text.slice(start, at));
  if (STRONG.test(character)) return !IN_CODE.test(text.slice(Math.max(0, at - 1), at + 2));
  if (character !== '.') return false;
  const next = text.charAt(at + 1);
  if (next !== '' && !/[\s"'”’)\]]/.test(next)) return false;
  const before = text.slice(start, at);
  return !ABBREVIATION.test(before) && !(MARK_BEFORE.test(before) && next !== '' && before.trim().length <= 2);
}

function push(spans: SentenceSpan[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end > start) spans.push({ start, end });
}
