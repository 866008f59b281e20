import type { Box } from '../../kernel/index.ts';
import { isWhite, type Mark, type PageContent } from './glyph.ts';
import { type Row, rowText } from './rows.ts';

/** How far before its words a bullet stands at least and at most, in sizes. */
const GAP = { least: 0.3, most: 3.2 };
/** A sign before a relation is a symbol of a formula. */
const RELATION = /^[=≈≡≠≤≥∝<>]/u;

/** The shape that stands before a line on its height, if one does. */
export function bulletOf(row: Row, marks: readonly Mark[]): Mark | undefined {
  if (RELATION.test(rowText(row))) return undefined;
  return marks.find((mark) => {
    const y = (mark.y0 + mark.y1) / 2;
    const gap = row.x0 - mark.x1;
    return gap > GAP.least * row.size && gap < GAP.most * row.size && y > row.baseline - row.size && y < row.baseline + 0.1 * row.size;
  });
}

/** Signs of unknown meaning that stand alone before words, as bullets do: nothing is near them to the left. */
export function bulletSigns({ signs, glyphs }: PageContent): Mark[] {
  const drawn = [...signs, ...glyphs.filter(({ text }) => !isWhite(text))];
  return signs.filter((sign) => !drawn.some((other) => isNearLeft(other, sign))).map((sign) => ({ ...sign, filled: true }));
}

function isNearLeft(other: Box, sign: Box): boolean {
  const overlap = Math.min(other.y1, sign.y1) - Math.max(other.y0, sign.y0);
  const height = sign.y1 - sign.y0;
  return other.x1 <= sign.x0 + 1 && sign.x0 - other.x1 < GAP.most * height && overlap > 0.3 * height;
}
