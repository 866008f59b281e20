import type { PagePrint } from '../../layout/page-print.ts';
import { medianOf } from '../../ocr/median-of.ts';
import type { RecognisedLine, RecognisedSymbol } from '../../ocr/text-recogniser.ts';
import { bodySizeOf, inkSize, lineSize } from './line-size.ts';
import { inSizes, type UsualPrint, type UsualSign, withSignsBefore } from './usual-print.ts';

/** How a line is printed: its size in points, and whether its strokes are as wide as those of bold print. */
export interface LinePrint {
  readonly size: number;
  readonly bold: boolean;
}

/** Places in running text from which on a sign has a usual height and stroke. */
const KNOWN = 3;
/** Signs of a line that have to be known ones, for its size and for its weight. */
const TELLING = { size: 4, bold: 2 } as const;
/** Fewer signs tell less of bold print than a line behind them; how far apart base lines of one row are, in heights of a line. */
const FEW_STROKES = 6;
const SAME_ROW = 0.25;
/** Sizes that differ by less are one, measured roughly: where many signs tell, and where few do. */
const MANY = 8;
const SAME = { many: 0.06, few: 0.12 } as const;
/** Strokes wider than those of running text by so much, in their size, are bold: where several signs tell, and where two do. */
const BOLD = { several: 1.3, two: 1.4 } as const;
const SMALLEST = 3;
const SIGN = /^[\p{L}\p{N}]$/u;

/**
 * How the lines of a page are printed, each sign held against the same sign in its running text, or in that of the pages before where it is
 * rare on this one: what a letter is high says nothing of the size by itself. Sizes near to one of the pages before are that one, and lines
 * of fixed pitch are of one size.
 */
export function linePrints(
  lines: readonly RecognisedLine[],
  { usual, fixed }: { readonly usual?: UsualPrint; readonly fixed: ReadonlySet<RecognisedLine> },
): { readonly body: number; readonly printOf: (line: RecognisedLine) => LinePrint; readonly print: PagePrint } {
  const body = bodySizeOf(lines, usual?.size);
  const printed = lines.filter((line) => lineSize(line, body) === body);
  const own = usualSigns(printed);
  const signs = withSignsBefore(own, usual?.signs ?? {});
  const base = baseSize(printed, body);
  const measured = lines.map((line) => measuredAgainst(line, signs));
  const steps = sizeSteps(
    [1, body / base, ...(usual?.steps ?? []).map((step) => (step * body) / base)],
    measured.filter(({ line }) => !fixed.has(line)),
  );
  const pitched = medianOf(measured.filter(({ line, signs: count }) => fixed.has(line) && count >= TELLING.size).map(({ ratio }) => ratio));
  const ratioOf = ({ line, ratio, signs: count }: MeasuredLine) => {
    if (fixed.has(line) && pitched > 0) return stepOf(steps, pitched, SAME.many);
    if (count >= TELLING.size) return stepOf(steps, ratio, count < MANY ? SAME.few : SAME.many);
    // What is measured by its ink alone is of the print that most of the page has, unless it is surely larger or smaller than running text.
    const rough = inkSize(line);
    const isOther = lineSize(line, body) !== body && Math.abs(rough / base - 1) >= SAME.few;
    return isOther ? stepOf(steps, rough / base, SAME.few) : 1;
  };
  const sizeFrom = (ratio: number) => (ratio * base === body ? body : Math.max(SMALLEST, Math.round(base * ratio * 2) / 2));
  const prints = new Map(
    measured.map((one): readonly [RecognisedLine, LinePrint] => [
      one.line,
      { size: sizeFrom(ratioOf(one)), bold: isBoldOf(one, measured) },
    ]),
  );
  const print = { signs: inSizes(own, body), steps: steps.map((step) => (step * base) / body) };
  return { body, printOf: (line) => prints.get(line) ?? { size: lineSize(line, body), bold: false }, print };
}

/** A line against running text: times its size, told by so many signs, and whether its strokes are wider for that, told by so many. */
interface MeasuredLine {
  readonly line: RecognisedLine;
  readonly ratio: number;
  readonly signs: number;
  readonly strokes: number;
  readonly isBold: boolean;
}

/** Whether a line is in bold print: of one with few signs, as a number before a title is, what stands behind it in its row tells more. */
function isBoldOf(one: MeasuredLine, all: readonly MeasuredLine[]): boolean {
  if (one.strokes >= FEW_STROKES) return one.isBold;
  const isBehind = ({ line, strokes }: MeasuredLine) =>
    strokes >= MANY && line.box.x0 > one.line.box.x1 && Math.abs(line.baseline - one.line.baseline) < SAME_ROW * heightOf(line);
  const behind = all.filter(isBehind);
  return (behind.toSorted((a, b) => b.strokes - a.strokes)[0] ?? one).isBold;
}

function measuredAgainst(line: RecognisedLine, signs: ReadonlyMap<string, UsualSign>): MeasuredLine {
  const known = symbolsOf(line).flatMap((symbol) => {
    const sign = signs.get(symbol.text);
    return sign === undefined ? [] : [{ symbol, sign }];
  });
  const ratio = medianOf(known.map(({ symbol, sign }) => heightOf(symbol) / sign.height));
  const strokes = known.flatMap(({ symbol, sign }) => (symbol.stroke === undefined ? [] : [symbol.stroke / sign.stroke]));
  const least = strokes.length > TELLING.bold ? BOLD.several : BOLD.two;
  const isBold = strokes.length >= TELLING.bold && medianOf(strokes) / ratio >= least;
  return { line, ratio, signs: known.length, strokes: strokes.length, isBold };
}

/** Size of the print that signs are held against: that of running text, but on a page full of smaller print. */
function baseSize(printed: readonly RecognisedLine[], body: number): number {
  const size = bodySizeOf(printed);
  return printed.length === 0 || Math.abs(size / body - 1) < SAME.many ? body : size;
}

/** The sizes of a page as times its base: those that are known, and each that lines of many signs have and none before it is near to. */
function sizeSteps(known: readonly number[], lines: readonly MeasuredLine[]): readonly number[] {
  const steps = [...known];
  for (const { ratio, signs } of lines.toSorted((a, b) => b.signs - a.signs || a.ratio - b.ratio))
    if (signs >= MANY && steps.every((step) => Math.abs(ratio / step - 1) >= SAME.many)) steps.push(ratio);
  return steps;
}

/** The step that a size is, where one is near; itself where none is. */
function stepOf(steps: readonly number[], ratio: number, near: number): number {
  const nearest = steps.toSorted((a, b) => Math.abs(a - ratio) - Math.abs(b - ratio))[0] ?? ratio;
  return Math.abs(ratio / nearest - 1) < near ? nearest : ratio;
}

function usualSigns(lines: readonly RecognisedLine[]): ReadonlyMap<string, UsualSign> {
  const places = new Map<string, RecognisedSymbol[]>();
  for (const symbol of lines.flatMap(symbolsOf)) places.set(symbol.text, [...(places.get(symbol.text) ?? []), symbol]);
  const known = [...places].filter(([, symbols]) => symbols.length >= KNOWN);
  return new Map(
    known.map(([text, symbols]) => {
      const strokes = symbols.flatMap(({ stroke }) => stroke ?? []);
      return [text, { height: medianOf(symbols.map(heightOf)), stroke: medianOf(strokes), places: symbols.length }];
    }),
  );
}

function symbolsOf({ words }: RecognisedLine): readonly RecognisedSymbol[] {
  return words.flatMap(({ symbols }) => symbols.filter((symbol) => SIGN.test(symbol.text) && heightOf(symbol) > 0));
}

function heightOf({ box }: Pick<RecognisedSymbol, 'box'>): number {
  return box.y1 - box.y0;
}
