import type { Measure } from './picture.ts';
import { CELL, CELL_PADDING, HEAD_CELL } from './table-styles.ts';

/** What stands in one column. */
export interface ColumnTexts {
  readonly head: string;
  readonly cells: readonly string[];
}

/** No column is narrower, nor wider than its words need. */
const LEAST = 44;
/** A word that is longer is broken. */
const LONGEST_WORD = 150;
/** A cell with more words than go into this width is broken into lines sooner than a column beside it becomes thin. */
const WISHED = 440;
/** Characters of one cell that its width is judged by. */
const SEEN = 400;

/**
 * Widths of columns beside each other: as wide as their cells wish where that fits in `width`, else no narrower than their longest
 * words; undefined where even these do not fit.
 */
export function fitColumns(columns: readonly ColumnTexts[], width: number, measure: Measure): readonly number[] | undefined {
  const wishes = columns.map(({ head, cells }) => {
    const widths = [...head.split('\n').map((text) => measure(text, HEAD_CELL)), ...cells.map((text) => longestLine(text, measure))];
    return Math.max(LEAST, Math.min(WISHED, Math.ceil(Math.max(0, ...widths))) + 2 * CELL_PADDING);
  });
  const least = columns.map(({ head, cells }, index) => {
    const words = [...partsOf(head).map((word) => measure(word, HEAD_CELL)), ...cells.flatMap(wordsOf).map((word) => measure(word, CELL))];
    const word = Math.min(LONGEST_WORD, Math.ceil(Math.max(0, ...words)));
    return Math.min(wishes[index] ?? LEAST, Math.max(LEAST, word + 2 * CELL_PADDING));
  });
  const wished = sum(wishes);
  if (wished <= width) return wishes;
  const room = width - sum(least);
  if (room < 0) return undefined;
  const wanting = wished - sum(least);
  return least.map((one, index) => Math.floor(one + (((wishes[index] ?? one) - one) * room) / wanting));
}

function longestLine(text: string, measure: Measure): number {
  return Math.max(
    0,
    ...text
      .slice(0, SEEN)
      .split('\n')
      .map((line) => measure(line, CELL)),
  );
}

/** Pieces of a text that should stand in one line: Latin words; Han is broken anywhere. */
function wordsOf(text: string): string[] {
  return text.slice(0, SEEN).match(/[^\s\p{sc=Han}]+/gu) ?? [];
}

/** The same of a name of a column, which may be broken behind a sign as well. */
function partsOf(name: string): string[] {
  return name.match(/[^\s\p{sc=Han}_/.-]+[_/.-]*|[_/.-]+/gu) ?? [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
