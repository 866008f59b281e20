import type { Box } from '../../kernel/index.ts';
import { enclose, type Glyph, isWhite, type LeftOut, type PageContent, type Stroke } from './glyph.ts';
import { isProse } from './is-prose.ts';
import { mergeStrokes } from './merge-strokes.ts';
import { piecesOf, pieceText } from './pieces.ts';
import { type Row, rowsOf, rowText } from './rows.ts';
import { withoutScripts } from './scripts.ts';

const WORD = /\p{L}{3}|\p{sc=Han}{2}/u;
const RELATION = /[=≈≡≠≤≥∝]/u;
const OPENS_WITH_RELATION = /^[=≈≡≠≤≥∝]/u;
const EQUATION_NUMBER = /^[(（]\s*[A-Z]?\d+(?:[-.]\d+)*\s*[)）]$/u;
/** Parts of which brackets over several lines are put together. */
const TALL_BRACKET = /[\u239B-\u23AD]/u;

/** A drawn sign of equality: two short strokes one above the other, in points. */
const EQUALS = { shortest: 3, longest: 10, least: 1, most: 5 };
/** Lines of text do not reach into one another by this part of their size. */
const TOUCHING = 0.1;
const BAR = { shortest: 4, longest: 220 };
/** Numbers of equations stand in the last part of the width. */
const NUMBER_FROM = 0.8;
/** Reach of a formula's own parts, in sizes. */
const NEAR = { across: 10, below: 0.25, goesOn: 2.2 };

export interface TakenEquations {
  /** What stands in no equation. */
  readonly glyphs: readonly Glyph[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Takes display equations off the glyphs of a page: rows without prose that are set over several heights (fractions, brackets of
 * several lines, columns between brackets) or of which signs are drawn that no font maps to a character. Read as lines they would
 * say something else than what is printed. An equation on one line that can be read stays.
 */
export function takeEquations(glyphs: readonly Glyph[], content: Pick<PageContent, 'level' | 'signs'>): TakenEquations {
  const rows = rowsOf(piecesOf(glyphs));
  const spoken = rows.filter((row) => !row.pieces.some((piece) => isProse(pieceText(piece))));
  const prose = rows.filter((row) => !spoken.includes(row));
  const bars = fractionBars(content.level, glyphs);
  const equals = equalsSigns(content.level);
  const signs = [...content.signs, ...equals];
  const taken = new Set(
    spoken.filter(
      (row) =>
        bars.some((bar) => isWithin(row, bar)) ||
        TALL_BRACKET.test(rowText(row)) ||
        isStacked(row, spoken) ||
        isBetweenHeights(row, spoken) ||
        isNumberAlone(row, rows) ||
        (hasSign(row, signs) && isFormula(row) && !isRestOfParagraph(row, prose)),
    ),
  );
  let grown = -1;
  while (grown !== taken.size) {
    grown = taken.size;
    for (const row of spoken) if (!taken.has(row) && !row.bold && belongs(row, taken, equals)) taken.add(row);
  }
  if (taken.size === 0) return { glyphs, leftOut: [] };
  const inside = new Set([...taken].flatMap((row) => row.pieces.flatMap((piece) => piece.glyphs)));
  return { glyphs: glyphs.filter((glyph) => !inside.has(glyph)), leftOut: groupsOf(taken).map(leftOutOf) };
}

/** Lines with words right above and right below that keep to them, with something beside them at their height. */
function fractionBars(level: readonly Stroke[], glyphs: readonly Glyph[]): Box[] {
  const solid = glyphs.filter(({ text, turned }) => !turned && !isWhite(text));
  return mergeStrokes(level).flatMap((bar): Box[] => {
    const length = bar.to - bar.from;
    if (length < BAR.shortest || length > BAR.longest) return [];
    const over = (glyph: Glyph) => glyph.x1 > bar.from + 0.5 && glyph.x0 < bar.to - 0.5;
    const above = solid.filter((one) => over(one) && bar.at - one.baseline >= 0 && bar.at - one.baseline < 0.95 * one.size);
    const below = solid.filter((one) => over(one) && one.baseline - bar.at > 0.5 * one.size && one.baseline - bar.at < 1.5 * one.size);
    const parts = [...above, ...below];
    if (above.length === 0 || below.length === 0 || !parts.every((one) => keepsTo(one, bar, solid))) return [];
    const size = Math.max(...parts.map((one) => one.size));
    const beside = solid.some((one) => {
      const gap = Math.max(bar.from - one.x1, one.x0 - bar.to);
      return gap > -0.5 && gap < 2 * size && Math.abs(one.baseline - 0.3 * one.size - bar.at) < 0.3 * one.size;
    });
    const nested = mergeStrokes(level).some((other) => other !== bar && isAligned(other, bar, size));
    return beside || nested ? [enclose(parts) ?? { x0: bar.from, x1: bar.to, y0: bar.at, y1: bar.at }] : [];
  });
}

/** Whether a glyph over or under a bar, with what is written on beside it, ends where the bar does. */
function keepsTo(glyph: Glyph, bar: Stroke, solid: readonly Glyph[]): boolean {
  if (glyph.x0 < bar.from - 2 || glyph.x1 > bar.to + 2) return false;
  return !solid.some((other) => {
    if (Math.abs(other.baseline - glyph.baseline) > 0.1 * glyph.size || other.size < 0.8 * glyph.size) return false;
    const left = bar.from - other.x1;
    const right = other.x0 - bar.to;
    return (left > -2 && left < 0.4 * glyph.size) || (right > -2 && right < 0.4 * glyph.size);
  });
}

/** A short level stroke beside a bar at its height: a sign of equality, or the bar of the next factor. */
function isAligned(other: Stroke, bar: Stroke, size: number): boolean {
  const gap = Math.max(bar.from - other.to, other.from - bar.to);
  return gap > 0 && gap < 2.5 * size && Math.abs(other.at - bar.at) < 0.25 * size && other.to - other.from <= BAR.longest;
}

function equalsSigns(level: readonly Stroke[]): Box[] {
  const short = level.filter(({ from, to }) => to - from >= EQUALS.shortest && to - from <= EQUALS.longest);
  return short.flatMap((upper) => {
    const lower = short.find(
      ({ at, from, to }) =>
        at - upper.at >= EQUALS.least && at - upper.at <= EQUALS.most && Math.abs(from - upper.from) < 0.5 && Math.abs(to - upper.to) < 0.5,
    );
    return lower === undefined ? [] : [{ x0: upper.from, x1: upper.to, y0: upper.at, y1: lower.at }];
  });
}

function isWithin(row: Row, box: Box): boolean {
  return row.x0 < box.x1 && row.x1 > box.x0 && row.baseline > box.y0 && row.y0 < box.y1 && row.y1 <= box.y1 + 1 && row.y0 >= box.y0 - 1;
}

/** Whether another row stands between the words of one with a relation, a little higher or lower: the rows of a matrix. */
function isStacked(row: Row, rows: readonly Row[]): boolean {
  if (!RELATION.test(rowText(row)) || row.pieces.some((piece) => piece.turned)) return false;
  const inner = rows.filter((other) => {
    const overlap = Math.min(row.y1, other.y1) - Math.max(row.y0, other.y0);
    return other !== row && other.size > 0.8 * row.size && other.x0 > row.x0 && other.x1 < row.x1 && overlap > 0.2 * row.size;
  });
  return inner.some((one) => one.baseline < row.baseline) && inner.some((one) => one.baseline > row.baseline);
}

/** Whether signs are set over and under those of a row so close that they are of it, as the numbers of nuclides are. */
function isBetweenHeights(row: Row, rows: readonly Row[]): boolean {
  if (row.pieces.length < 2 || row.pieces.some((piece) => piece.turned)) return false;
  const touching = rows.filter((other) => {
    const overlap = Math.min(row.y1, other.y1) - Math.max(row.y0, other.y0);
    const isOver = Math.min(row.x1, other.x1) - Math.max(row.x0, other.x0) > 0.5 * (row.x1 - row.x0);
    return other !== row && isOver && other.pieces.length > 1 && other.size > 0.8 * row.size && overlap > TOUCHING * row.size;
  });
  return touching.some((one) => one.baseline < row.baseline) && touching.some((one) => one.baseline > row.baseline);
}

/** The number of an equation of which nothing else is text: far to the right, with nothing beside it. */
function isNumberAlone(row: Row, rows: readonly Row[]): boolean {
  if (!EQUATION_NUMBER.test(rowText(row).trim())) return false;
  const left = Math.min(...rows.map(({ x0 }) => x0));
  const right = Math.max(...rows.map(({ x1 }) => x1));
  const beside = rows.some((other) => other !== row && other.y0 < row.y1 && other.y1 > row.y0);
  return !beside && row.x0 > left + NUMBER_FROM * (right - left);
}

function hasSign(row: Row, signs: readonly Box[]): boolean {
  return signs.some((sign) => {
    const y = (sign.y0 + sign.y1) / 2;
    return y > row.y0 && y < row.y1 && sign.x1 > row.x0 - 2.5 * row.size && sign.x0 < row.x1 + row.size;
  });
}

/**
 * No words of a language, or a number after a relation sign; a number of the equation at the right does not count, nor what is
 * written as an index.
 */
function isFormula(row: Row): boolean {
  const main = row.pieces.map((piece) => pieceText({ ...piece, glyphs: withoutScripts(piece.glyphs) }));
  const texts = main.filter((text) => !EQUATION_NUMBER.test(text));
  const text = texts.join(' ');
  return text !== '' && (!WORD.test(text) || /^[=≈]?\s*[\d.]/u.test(text)) && !/[。.;:：；?？!]$/u.test(text);
}

/** The last line of a paragraph may be short and hold a sign too. */
function isRestOfParagraph(row: Row, prose: readonly Row[]): boolean {
  return prose.some(
    (above) =>
      row.baseline - above.baseline > 0.5 * row.size &&
      row.baseline - above.baseline < 1.45 * row.size &&
      Math.abs(row.x0 - above.x0) < 3 * row.size,
  );
}

/** Whether a row is a part of an equation: beside it, right above or below it, or its next line that begins with a relation. */
function belongs(row: Row, taken: ReadonlySet<Row>, equals: readonly Box[]): boolean {
  return [...taken].some((one) => {
    const across = Math.max(one.x0 - row.x1, row.x0 - one.x1);
    const down = Math.max(one.y0 - row.y1, row.y0 - one.y1);
    const size = Math.max(one.size, row.size);
    if (EQUATION_NUMBER.test(rowText(row).trim())) return down < 0;
    if (down < -0.1 * size && across < NEAR.across * size) return true;
    if (down < NEAR.below * size && across < 0 && !WORD.test(rowText(row))) return true;
    const isLower = row.baseline > one.baseline && down < NEAR.goesOn * size && across < NEAR.across * size;
    const opens = OPENS_WITH_RELATION.test(rowText(row)) || equals.some((sign) => sign.x1 <= row.x0 + 1 && hasSign(row, [sign]));
    return isLower && opens;
  });
}

/** Rows of one equation each: those that overlap or follow closely. */
function groupsOf(taken: ReadonlySet<Row>): Row[][] {
  const groups: Row[][] = [];
  for (const row of [...taken].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const last = groups.at(-1);
    const bottom = Math.max(...(last ?? []).map(({ y1 }) => y1));
    if (last !== undefined && row.y0 < bottom + NEAR.goesOn * row.size) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function leftOutOf(rows: readonly Row[]): LeftOut {
  const pieces = rows.flatMap((row) => row.pieces);
  return {
    text: rows.map(rowText).join(' '),
    boxes: pieces.map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 })),
    reason: 'equation',
  };
}
