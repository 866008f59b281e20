import type { Comparator } from '../units/quantity.ts';
import { AFTER, BEFORE, LINKING, NAMED_LIMIT } from './comparators.data.ts';

/** UTF-16 units looked at before and after a number. */
const WINDOW = 40;

const BEFORE_PATTERNS = BEFORE.map(
  ([comparator, words]) => [comparator, new RegExp(`(?:${guard(words)})\\s*(?:${LINKING})\\s*$`)] as const,
);

/** Comparator in front of a number, with where its words begin; `at` is where the number begins in width-folded text. */
export function comparatorBefore(text: string, at: number): { readonly comparator: Comparator; readonly start: number } | undefined {
  const window = text.slice(Math.max(0, at - WINDOW), at).toLowerCase();
  for (const [comparator, pattern] of BEFORE_PATTERNS) {
    const match = pattern.exec(window);
    if (match !== null) return { comparator, start: at - (window.length - match.index) };
  }
  const named = NAMED_LIMIT.exec(window);
  if (named === null) return undefined;
  return { comparator: named[1] !== undefined ? '<=' : '>=', start: at };
}

/** Comparator behind a number and its unit, with where its words end. */
export function comparatorAfter(text: string, at: number): { readonly comparator: Comparator; readonly end: number } | undefined {
  const window = text.slice(at, at + WINDOW).toLowerCase();
  for (const [comparator, pattern] of AFTER) {
    const match = pattern.exec(window);
    if (match !== null) return { comparator, end: at + match[0].length };
  }
  return undefined;
}

/** Latin words must begin at the start of a word. */
function guard(words: string): string {
  return words
    .split('|')
    .map((word) => (/^\(?\?*:?[a-z]/.test(word) ? `(?<![a-z])${word}` : word))
    .join('|');
}
