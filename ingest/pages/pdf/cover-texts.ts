import { joinLines } from '../../clean/read-text.ts';
import { pieceText } from '../../layout/pieces.ts';
import { type Row, rowText } from '../../layout/rows.ts';
import { LARGER_THAN_TEXT, sectionNumber } from '../segment/heading-rules.ts';
import type { PageStyle } from '../segment/page-state.ts';

const LONG_LINE = 60;
const GOES_ON = /[,，、/&–—~～-]$/u;
/** Of the right edge of the widest row: words are not parted to fill a row. */
const FILLED = 0.85;
const SENTENCE_END = /[.。!！?？;；]\s*$/u;

/** What the cover says: each of its rows, and each piece that is set apart in a row. */
export function coverTexts(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => [rowText(row).trim(), ...(row.pieces.length > 1 ? row.pieces.map(pieceText) : [])]);
}

/** The rows of the first pages before the first section, which begins with a title that is numbered, or with one set apart behind a line of prose. */
export function coverRows(rows: readonly Row[], style: Pick<PageStyle, 'bodySize' | 'bodyBold'>): readonly Row[] {
  let hasProse = false;
  const section = rows.findIndex((row) => {
    const text = rowText(row).trim();
    const apart = row.size >= LARGER_THAN_TEXT * style.bodySize || (row.bold && !style.bodyBold);
    if (apart && (hasProse || sectionNumber(text) !== undefined)) return true;
    hasProse ||= text.length > LONG_LINE || SENTENCE_END.test(text);
    return false;
  });
  return section < 0 ? rows : rows.slice(0, section);
}

/** Rows as running text: one that reaches the right edge of all, or ends within a list, goes on in the next; any other ends what it says. */
export function proseOf(rows: readonly Row[]): string {
  const edge = FILLED * Math.max(0, ...rows.map(({ x1 }) => x1));
  return joinLines(
    rows
      .map((row) => ({ text: rowText(row).trim(), isFilled: row.x1 >= edge }))
      .filter(({ text }) => text !== '')
      .map(({ text, isFilled }) => (isFilled || GOES_ON.test(text) || SENTENCE_END.test(text) ? text : `${text}.`))
      .join('\n'),
  );
}
