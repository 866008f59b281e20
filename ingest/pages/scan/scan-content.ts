import type { TagGrammar } from '../../../kernel/index.ts';
import type { Glyph, PageContent, Stroke } from '../../layout/glyph.ts';
import { isWide } from '../../layout/glyph.ts';
import { EXPONENT_GAP, isExponent } from '../../layout/pieces.ts';
import { medianOf } from '../../ocr/median-of.ts';
import type { RecognisedPage } from '../../ocr/recognise-page.ts';
import { repairLine } from '../../ocr/repair-line.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from '../../ocr/text-recogniser.ts';
import { columnGaps } from './column-gaps.ts';
import { fixedPitchLines } from './fixed-pitch.ts';
import { linePrints } from './line-print.ts';
import type { UsualPrint } from './usual-print.ts';

/** Narrower gaps than this, in sizes, part no characters that are written without spaces. */
const SPACE = 0.32;
/** What a Chinese stop leaves blank within its square, and any other sign of it. */
const BLANK = 0.5;
const BEARING = 0.15;
const PUNCTUATION = /[，。、；：！？（）《》“”‘’【】〔〕,.;:!?()]/u;

/**
 * What was recognised on a page as a page that was drawn with these characters: one structure is read from both. `usual`: how the pages
 * before are printed.
 */
export function scanContent(page: number, read: RecognisedPage, grammar: TagGrammar, usual?: UsualPrint): PageContent {
  const lines = read.lines.map((line) => repairLine(line, grammar));
  const fixed = fixedPitchLines(lines);
  const { body, printOf, print } = linePrints(lines, { fixed, ...(usual === undefined ? {} : { usual }) });
  const columnGap = columnGaps(lines, (line) => printOf(line).size);
  return {
    page,
    width: read.width,
    height: read.height,
    glyphs: lines.flatMap((line) => {
      const { size, bold } = printOf(line);
      return glyphsOf(line, { size, column: columnGap(line) }, read).map((glyph) => ({
        ...glyph,
        bold,
        ...(fixed.has(line) ? { mono: true } : {}),
      }));
    }),
    level: read.level,
    upright: read.upright.filter((stroke) => !lines.some((line) => isStem(stroke, line))),
    fills: read.fills,
    marks: [],
    signs: [],
    imageShare: 1,
    bodySize: body,
    print,
    leftOut: [],
    unmapped: 0,
  };
}

/** Points by which the stem of a letter sticks out of the box of its line at most. */
const STICKS_OUT = 1;

/** Whether a stroke is the stem of a letter of a large line, and no rule beside it: those reach beyond the print that they part. */
function isStem({ at, from, to }: Stroke, { box, words }: RecognisedLine): boolean {
  if (from < box.y0 - STICKS_OUT || to > box.y1 + STICKS_OUT) return false;
  return words.some(({ symbols }) => symbols.some((symbol) => LETTER.test(symbol.text) && symbol.box.x0 <= at && at <= symbol.box.x1));
}

const LETTER = /^\p{L}$/u;

/** Size of the print of a line in points, and the gap from which two words stand in two columns, in sizes. */
interface LineSetting {
  readonly size: number;
  readonly column: number;
}

function glyphsOf(line: RecognisedLine, set: LineSetting, { shown }: RecognisedPage): Glyph[] {
  const drawn = line.words.flatMap((word) => wordGlyphs(word, line.baseline, set.size));
  const placed: Glyph[] = [];
  drawn.forEach((glyph, index) => {
    const before = placed.at(-1);
    const follows = index > 0 && before !== undefined;
    if (!follows) placed.push(glyph);
    else placed.push(...joined(before, glyph, set));
  });
  return placed.map((glyph) => ({ ...glyph, shown: shown({ x0: glyph.x0, y0: glyph.y0, x1: glyph.x1, y1: glyph.y1 }) }));
}

function blankBeside(before: string, after: string): number {
  return PUNCTUATION.test(before) || PUNCTUATION.test(after) ? BLANK : 0;
}

/** Ink of letters of two words stands further apart than this, in sizes: engines run words together where print is poor. */
const WORD_GAP = 0.24;
/** The same behind a sign that ends a clause, before a letter. */
const CLAUSE_GAP = 0.34;
/** Signs of words written without spaces are set closer, also in lines that are set to their right edge. */
const WIDE_GAP = 0.6;

/**
 * Whether two signs of words without spaces stand in two columns: apart, with others of the word that do not, as in a label that is filled
 * up to a width (编 号：).
 */
function standsApart(symbols: readonly RecognisedSymbol[], index: number, size: number): boolean {
  const [before, after] = [symbols[index - 1], symbols[index]];
  if (before === undefined || after === undefined || !isWide(before.text) || !isWide(after.text)) return false;
  const gap = after.box.x0 - before.box.x1;
  if (gap <= (WIDE_GAP + blankBeside(before.text, after.text)) * size) return false;
  const others = symbols.flatMap((symbol, at) => {
    const one = symbols[at - 1];
    return at === index || one === undefined || !WORD.test(one.text) || !WORD.test(symbol.text) ? [] : [symbol.box.x0 - one.box.x1];
  });
  return others.length > 0 && gap > WIDER * Math.max(0, medianOf(others));
}

/** A sign of a word that is written without spaces. */
const WORD = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u;
/** Signs with so much blank beside them that a gap there parts no words. */
const NARROW = /[1.,:;'"!|()[\]/·°-]/u;

/** A gap between words is so many times one between letters, also where these are set wide. */
const WIDER = 2.2;

function usualGap(symbols: readonly RecognisedSymbol[]): number {
  const gaps = symbols.slice(1).map(({ box }, index) => box.x0 - (symbols[index]?.box.x1 ?? box.x0));
  return gaps.length === 0 ? 0 : Math.max(0, medianOf(gaps));
}

const SMALL = /\p{Ll}/u;
const DIGIT = /^\d$/u;
const CAPITAL = /^\p{Lu}$/u;
const NUMBER_GAP = 0.2;

function partsWords(before: RecognisedSymbol, after: RecognisedSymbol, least: number, size: number, isCode: boolean): boolean {
  if (isWide(before.text) || isWide(after.text)) return false;
  const gap = after.box.x0 - before.box.x1;
  if (/[.,:;]/u.test(before.text) && /\p{L}/u.test(after.text)) return gap > Math.max(least, CLAUSE_GAP * size);
  // The number of a table before the code that its caption begins with: within a code signs stand closer.
  if (isCode && DIGIT.test(before.text) && CAPITAL.test(after.text)) return gap > Math.max(least, NUMBER_GAP * size);
  if (isCode && SMALL.test(before.text) === SMALL.test(after.text)) return false;
  return !NARROW.test(before.text) && !NARROW.test(after.text) && gap > Math.max(least, WORD_GAP * size);
}

/** Digits are equally wide, so that the middles of two with a blank between them stand this further apart than others, in sizes. */
const DIGIT_BLANK = 0.15;
const DIGIT_STEP = 1.25;
/** Fewer steps from digit to digit do not say how far that is where print is small; numbers that are run together have many. */
const FEWEST_STEPS = 8;

/** Where a number ends and the next one begins that the engine runs together with it: the index of its first digit. */
function numbersParted(symbols: readonly RecognisedSymbol[], size: number): ReadonlySet<number> {
  const steps = symbols.flatMap(({ text, box }, index) => {
    const before = symbols[index - 1];
    if (before === undefined || !DIGIT.test(text) || !DIGIT.test(before.text)) return [];
    return [{ index, step: (box.x0 + box.x1 - before.box.x0 - before.box.x1) / 2 }];
  });
  if (steps.length < FEWEST_STEPS) return new Set();
  const usual = medianOf(steps.map(({ step }) => step));
  return new Set(steps.filter(({ step }) => step > DIGIT_STEP * usual && step - usual > DIGIT_BLANK * size).map(({ index }) => index));
}

/** A sign, whether it begins a word, and whether that word stands in another column. */
interface PlacedGlyph extends Glyph {
  readonly first: boolean;
  readonly apart: boolean;
}

/** The number of a section before its title, which engines take for one word with it: no code looks like it. */
const SECTION = /^\d{1,2}(?:\.\d{1,3})+(?=\p{Lu}?\p{Ll}{2}|\p{Lu}{2})/u;
const SECTION_GAP = 0.2;

/** The characters of a word, edge to edge: what stands between their ink is no space. */
function wordGlyphs({ symbols, confidence, box }: RecognisedWord, baseline: number, size: number): PlacedGlyph[] {
  const starts = symbols.map((symbol) => Math.min(Math.max(symbol.box.x0, box.x0), box.x1));
  // A code or number that the engine takes for one is one; only a word in small letters may be run together with it.
  const least = WIDER * usualGap(symbols);
  const isCode = symbols.some(({ text }) => /\d/u.test(text));
  const numbers = numbersParted(symbols, size);
  const [opening = ''] = SECTION.exec(symbols.map(({ text }) => text).join('')) ?? [];
  const parts = (index: number): boolean => {
    const [one, other] = [symbols[index - 1], symbols[index]];
    if (one === undefined || other === undefined) return false;
    const endsSection = opening !== '' && index === opening.length && other.box.x0 - one.box.x1 > SECTION_GAP * size;
    return numbers.has(index) || endsSection || standsApart(symbols, index, size) || partsWords(one, other, least, size, isCode);
  };
  return symbols.map((symbol, index) => {
    const x0 = index === 0 ? box.x0 : Math.max(...starts.slice(0, index + 1));
    const [before, after] = [symbols[index - 1], symbols[index + 1]];
    const isLast = after === undefined || parts(index + 1);
    const x1 = after === undefined ? Math.max(x0, box.x1) : Math.max(x0, isLast ? symbol.box.x1 : (starts[index + 1] ?? x0));
    return {
      text: symbol.text,
      x0,
      x1,
      y0: Math.min(symbol.box.y0, baseline),
      y1: Math.max(symbol.box.y1, baseline),
      baseline,
      size,
      bold: false,
      turned: false,
      first: before === undefined || parts(index),
      apart: standsApart(symbols, index, size),
      recognised: { confidence, ...(symbol.recognised === undefined ? {} : { as: symbol.recognised }) },
    };
  });
}

/** A glyph after the one before it in its line: with a space between words of letters, edge to edge where none is written. */
function joined(before: Glyph, { first, apart, ...glyph }: PlacedGlyph, { size, column }: LineSetting): Glyph[] {
  if (!first) return [glyph];
  const gap = glyph.x0 - before.x1;
  if (isExponent(before.text, glyph.text) && gap <= EXPONENT_GAP * size) return [glyph];
  const [wideBefore, wideAfter] = [isWide(before.text), isWide(glyph.text)];
  const wide = wideBefore || wideAfter;
  const blank = blankBeside(before.text, glyph.text);
  if (gap > (column + (wide ? Math.max(BEARING, blank) : 0)) * size) return [glyph];
  if (wide && !apart && ((wideBefore && wideAfter) || gap <= (SPACE + blank) * size))
    return [{ ...glyph, x0: Math.min(before.x1, glyph.x1) }];
  return [{ ...glyph, text: ' ', x0: before.x1, x1: Math.max(before.x1, glyph.x0) }, glyph];
}
