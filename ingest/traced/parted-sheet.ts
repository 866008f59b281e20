import type { Box } from '../../kernel/index.ts';
import { findStrokes, type RuledLines, withoutStrokes } from '../ocr/find-strokes.ts';
import type { GreyRaster } from '../ocr/grey-raster.ts';
import { inkThreshold } from '../ocr/ink-threshold.ts';
import { type ArrowHead, findArrows } from './find-arrows.ts';
import { findOutlines } from './find-outlines.ts';
import { findRings, type Ring, withoutRings } from './find-rings.ts';
import { type InkPart, inkParts, paperParts } from './ink-parts.ts';
import { printHeight } from './print-height.ts';
import { type PrintLine, printLines } from './print-lines.ts';
import { ringsAround } from './rings-around.ts';
import { withoutLetters } from './without-letters.ts';

/** The ink of a level sheet, parted into ruled lines, rings, rows of print and the rest. Pixels of the raster. */
export interface PartedSheet {
  /** Without ruled lines and rings. */
  readonly raster: GreyRaster;
  readonly threshold: number;
  /** Of most capitals and digits. */
  readonly height: number;
  readonly strokes: RuledLines;
  readonly rings: readonly Ring[];
  readonly lines: readonly PrintLine[];
  /** Boxes of what is closed in by lines: symbols, rings, cells. */
  readonly outlines: (isLetter: (box: Box) => boolean) => readonly Box[];
  /** Filled heads of arrows on lines. */
  readonly arrows: () => readonly ArrowHead[];
  /** What is no ruled line, no ring and no print: symbols, or pieces of them. */
  readonly rest: readonly InkPart[];
  /** Whether a part stands for itself, as characters do; else it was cut off something larger when lines were taken away. */
  isWhole(part: InkPart): boolean;
}

/** Height of print that was 10 points high, in points: the measures of ruled lines are those of pages with such print. */
const USUAL_HEIGHT = 7.3;

/** Length from which a straight stroke is no part of a character, in those points: three of its heights. */
const SURELY_RULED = 22;

/** Ruled lines of drawings: thick ones too, but no flat tops of rings and no heads of arrows. */
const LOOK = { thickest: 8, solid: 0.72, piece: 20 } as const;

/** Parts the ink of a raster; undefined of one that has no print, or too much ink to tell. */
export function partSheet(sheet: GreyRaster): PartedSheet | undefined {
  const threshold = inkThreshold(sheet);
  const all = inkParts(sheet, threshold);
  const height = all === undefined ? undefined : printHeight(all);
  if (all === undefined || height === undefined) return undefined;
  const perPoint = height / USUAL_HEIGHT;
  const strokes = withoutLetters(findStrokes(sheet, threshold, perPoint, LOOK), sheet, threshold, height);
  const unruled = withoutStrokes(sheet, strokes, perPoint, SURELY_RULED);
  const found = findRings(inkParts(unruled, threshold) ?? [], height);
  const first = printOf(withoutRings(unruled, found), threshold, strokes, height);
  const missed = ringsAround(first, found, height);
  const rings = [...found, ...missed];
  const { raster, parts, lines } = missed.length === 0 ? first : printOf(withoutRings(unruled, rings), threshold, strokes, height);
  const printed = new Set(lines.flatMap((line) => line.parts));
  const whole = new Set(all.map(keyOf));
  return {
    ...{ raster, threshold, height, strokes, rings, lines },
    outlines: (isLetter) => findOutlines(paperParts(sheet, threshold) ?? [], height, isLetter),
    arrows: () => findArrows(sheet, threshold, strokes, height),
    rest: parts.filter((part) => !printed.has(part)),
    isWhole: (part) => whole.has(keyOf(part)),
  };
}

interface Print {
  readonly raster: GreyRaster;
  readonly parts: readonly InkPart[];
  readonly lines: readonly PrintLine[];
}

function printOf(raster: GreyRaster, threshold: number, strokes: RuledLines, height: number): Print {
  const parts = inkParts(raster, threshold) ?? [];
  return { raster, parts, lines: printLines(parts, strokes, height) };
}

function keyOf({ x0, y0, x1, y1, ink }: InkPart): string {
  return `${x0} ${y0} ${x1} ${y1} ${ink}`;
}
