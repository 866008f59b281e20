import { pieceText } from '../layout/pieces.ts';
import { type Row, rowText } from '../layout/rows.ts';
import { sectionNumber } from '../segment/heading-rules.ts';
import type { PageStyle } from '../segment/page-state.ts';

const BIGGER = 1.12;
const LONG_LINE = 60;
const SENTENCE_END = /[.。!！?？;；]\s*$/u;

/**
 * What the cover says: each row of the first pages before the first section, and each piece that is set apart in a row. A section
 * begins with a title that is numbered, or with one set apart behind a line of prose.
 */
export function coverTexts(rows: readonly Row[], style: Pick<PageStyle, 'bodySize' | 'bodyBold'>): string[] {
  const texts: string[] = [];
  let hasProse = false;
  for (const row of rows) {
    const text = rowText(row).trim();
    const apart = row.size >= BIGGER * style.bodySize || (row.bold && !style.bodyBold);
    if (apart && (hasProse || sectionNumber(text) !== undefined)) break;
    hasProse ||= text.length > LONG_LINE || SENTENCE_END.test(text);
    texts.push(text, ...(row.pieces.length > 1 ? row.pieces.map(pieceText) : []));
  }
  return texts;
}
