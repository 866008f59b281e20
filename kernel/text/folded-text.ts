import { foldWidth, simplify } from './fold-width.ts';

/** Matching form of a text, with the way back to the text it came from. */
export interface FoldedText {
  readonly text: string;
  /** UTF-16 span of the source that a span of the folded text came from; clamped to both texts. */
  toSource(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Characters that join the one before them under NFKC (marks, Hangul vowels and finals, half-width voicing), or that vanish. */
const JOINS = /^[\p{M}\u1160-\u11FF\uD7B0-\uD7FF\uFF9E-\uFFDC\u00AD\u200B-\u200F\u2060\uFEFF]/u;
const FIRST_JOINING = 0xad;
const SPACE = /^\s$/;
const INVISIBLE = /^(?:[\u00AD\u200B-\u200F\u2060\uFEFF]|[\uFE00-\uFE0F])$/;
const SENTENCE_MARKS: Readonly<Record<string, string>> = { '。': '.', '、': ',', '，': ',', '⁄': '/' };

/**
 * NFKC, lower case, traditional to simplified characters, CJK punctuation to its ASCII twin, one dash, one blank for a run of
 * white space; invisible characters dropped. Chinese is never lost. Folding twice equals folding once.
 */
export function foldText(text: string): FoldedText {
  const folder = new Folder();
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    folder.add(foldCluster(text.slice(at, end)), at, end);
    at = end;
  }
  const { units, starts, ends } = folder;
  const folded = units.join('');
  return {
    text: folded,
    toSource(start, end) {
      const from = clamp(start, folded.length);
      const to = clamp(end, folded.length);
      const sourceStart = starts[from] ?? text.length;
      return { start: sourceStart, end: to <= from ? sourceStart : (ends[to - 1] ?? text.length) };
    },
  };
}

/** The matching form alone, as `foldText` gives it: without the way back it costs a fraction. */
export function fold(text: string): string {
  let folded = '';
  let isBlank = false;
  for (let at = 0; at < text.length; ) {
    const plain = plainEnd(text, at);
    if (plain > at) {
      folded += text.slice(at, plain).toLowerCase();
      isBlank = false;
      at = plain;
      continue;
    }
    const end = clusterEnd(text, at);
    for (const unit of foldCluster(text.slice(at, end))) {
      if (unit !== ' ' || !isBlank) folded += unit;
      isBlank = unit === ' ';
    }
    at = end;
  }
  return folded;
}

/** End of the printed ASCII characters that stand at `start` and that nothing behind them joins. */
function plainEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isPlain(text.charCodeAt(end))) end += 1;
  return end > start && text.charCodeAt(end) >= FIRST_JOINING ? end - 1 : end;
}

function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** Of the ideographs that most Chinese is written in; none of them joins another character. */
function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

class Folder {
  readonly units: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  add(folded: string, start: number, end: number): void {
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charAt(at);
      const last = this.units.length - 1;
      if (unit === ' ' && this.units[last] === ' ') {
        this.ends[last] = end;
        continue;
      }
      this.units.push(unit);
      this.starts.push(start);
      this.ends.push(end);
    }
  }
}

/** End of the run of characters that NFKC may join with the one at `start`. */
function clusterEnd(text: string, start: number): number {
  let end = start + codePointLength(text, start);
  while (end < text.length && text.charCodeAt(end) >= FIRST_JOINING && !isIdeograph(text.charCodeAt(end))) {
    const next = text.slice(end, end + codePointLength(text, end));
    if (!JOINS.test(next)) break;
    end += next.length;
  }
  return end;
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0);
    if (isIdeograph(code)) return String.fromCharCode(simplify(code));
    if (isPlain(code)) return cluster.toLowerCase();
  }
  let folded = cluster;
  for (;;) {
    const next = foldOnce(folded);
    if (next === folded) return folded;
    folded = next;
  }
}

function foldOnce(text: string): string {
  let folded = '';
  for (const character of foldWidth(text.normalize('NFKC').toLowerCase())) {
    if (INVISIBLE.test(character)) continue;
    folded += SPACE.test(character) ? ' ' : (SENTENCE_MARKS[character] ?? character);
  }
  return folded.normalize('NFKC');
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function clamp(value: number, length: number): number {
  return Math.min(Math.max(0, value), length);
}
