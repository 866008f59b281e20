import { fold } from '../../../kernel/index.ts';
import { pieceText } from '../../layout/pieces.ts';
import type { Row } from '../../layout/rows.ts';

/** `feed rate, 45`, `泵，12、15–17`. */
const ENTRY = /^[^,，\p{L}]*\p{L}.*[,，]\s*\d{1,4}(?:\s*[-–—,，、]\s*\d{1,4}){0,20}$/u;
/** What a group of entries begins with. */
const LETTER = /^\p{L}$/u;
const MIN_ENTRIES = 8;
/** Share of what stands between the first entry and the last, and of entries that come after the one above by their letters. */
const MOST = 0.7;
const IN_ORDER = 0.75;
/** Orders Latin names by their letters and Chinese ones by their sounds, as indices do. */
const COLLATOR = new Intl.Collator('zh');

/**
 * Rows of a page of an index, as books have at their end: names with the pages they stand on, in one column or several, ordered by their
 * letters; with them the letters above each group and single lines between. None where entries are few or in another order: a list of
 * parts with their numbers.
 */
export function indexRows(rows: readonly Row[]): readonly Row[] {
  const read = rows.map((row) => row.pieces.map((piece) => pieceText(piece).trim()));
  const has = read.map((texts) => texts.some((text) => ENTRY.test(text)));
  const [first, last] = [has.indexOf(true), has.lastIndexOf(true)];
  if (first === -1) return [];
  const start = first > 0 && read[first - 1]?.every((text) => LETTER.test(text)) === true ? first - 1 : first;
  const between = read.slice(start, last + 1);
  const texts = between.flat();
  const entries = texts.filter((text) => ENTRY.test(text));
  const isIndex =
    entries.length >= MIN_ENTRIES && texts.filter((text) => ENTRY.test(text) || LETTER.test(text)).length >= MOST * texts.length;
  return isIndex && shareInOrder(between) >= IN_ORDER ? rows.slice(start, last + 1) : [];
}

/** Share of the entries of each column that come after the one above. */
function shareInOrder(rows: readonly (readonly string[])[]): number {
  const steps: boolean[] = [];
  const above: (string | undefined)[] = [];
  for (const texts of rows) {
    for (const [column, text] of texts.entries()) {
      if (!ENTRY.test(text)) continue;
      const name = fold(text.replace(/[,，].*$/u, ''));
      const before = above[column];
      if (before !== undefined) steps.push(COLLATOR.compare(before, name) <= 0);
      above[column] = name;
    }
  }
  return steps.length === 0 ? 0 : steps.filter(Boolean).length / steps.length;
}
