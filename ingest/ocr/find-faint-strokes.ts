import type { Box } from '../../kernel/index.ts';
import { type RuledLine, type RuledLines, type StrokeLook, strokesOf } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import type { Paper } from './paper-of.ts';

/** Where lines cross each is gone for as much as the other is thick. */
const LOOK = { thickest: 3, solid: 0, gap: 1.5 } satisfies StrokeLook;
/** Points to either side at which a light line has its darker ground, the nearer ones of which its own edge may hold. */
const BESIDE = [1, 1.75] as const;
const [LINE, GROUND, THRESHOLD] = [0, 255, 128] as const;
/**
 * Share of the contrast of print from which a line differs from paper: hairlines in light grey hardly do, here and there not at all, and what
 * paper has of such greys by chance does not run on.
 */
const HAIRLINE = 0.5;
type Way = keyof RuledLines;

/**
 * Ruling lines that are too light to be ink, as tables of office programs have them in grey, those that end in a filled field, and light
 * ones within it, beside those that are `known`. `fields`: the fields of the page, in pixels, in which what is darker than paper is none.
 */
export function findFaintStrokes(
  raster: GreyRaster,
  paper: Paper,
  perPoint: number,
  { known, fields }: { readonly known: RuledLines; readonly fields: readonly Box[] },
): RuledLines {
  const linesOf = (lines: GreyRaster, way: Way): readonly RuledLine[] => {
    const whole = strokesOf(lines, THRESHOLD, perPoint, way, LOOK);
    const isKnown = (line: RuledLine) =>
      whole.some((one) => isPartOf(line, one, perPoint) && shared(line, one) >= MOSTLY * (line.to - line.from));
    const followed = strokesInStretches(lines, perPoint, way).filter((line) => !isKnown(line));
    const partsOf = (line: RuledLine) => whole.filter((one) => isPartOf(one, line, perPoint));
    const parts = new Set(followed.flatMap(partsOf));
    return [...followed.map((line) => partsOf(line).reduce(spanned, line)), ...whole.filter((line) => !parts.has(line))];
  };
  const found = (way: Way) => {
    const darker = (contrast: number) =>
      linesOf(darkLines(raster, paper.threshold + paper.contrast - contrast, perPoint, way), way).filter(
        (line) => !fields.some((field) => isWithin(line, field, way, perPoint)),
      );
    const hairlines = darker(HAIRLINE * paper.contrast);
    // A hairline is seen on paper alone: one that goes on over pale fields is told by its contrast to these.
    const dark = darker(paper.contrast).filter((line) => !isCovered(line, hairlines, perPoint));
    const light = fields.length > 0 ? linesOf(lightLines(raster, paper, perPoint, way), way) : [];
    // One that falls between two rows of pixels is ink here and there alone.
    return [...hairlines, ...dark, ...light].filter((line) => !isCovered(line, known[way], perPoint));
  };
  return { level: found('level'), upright: found('upright') };
}

/** Points of a page that are looked at in one: over them a line of a page that is a little askew stays as thin as it is. */
const STRETCH = 150;
/** Points by which a line is off from one stretch to the next at most. */
const STEP = 0.6;

/** Share of a line from which another one that lies on it is the same. */
const MOSTLY = 0.9;

/** Whether `lines` are most of a line, at most `reach` off it. */
export function isCovered(line: RuledLine, lines: readonly RuledLine[], reach: number): boolean {
  const parts = lines.filter((one) => isPartOf(line, one, reach));
  return parts.reduce((sum, one) => sum + Math.max(0, shared(line, one)), 0) >= MOSTLY * (line.to - line.from);
}

function shared(one: RuledLine, other: RuledLine): number {
  return Math.min(one.to, other.to) - Math.max(one.from, other.from);
}

function spanned(line: RuledLine, part: RuledLine): RuledLine {
  return { ...line, from: Math.min(line.from, part.from), to: Math.max(line.to, part.to) };
}

/** A line as far as it was followed, and where its last stretch lies. */
interface Followed {
  readonly line: RuledLine;
  readonly last: number;
}

/** Lines put together of what each stretch of the page has of them: one that slants over its columns touches signs that stand beside it. */
function strokesInStretches({ width, height, pixels }: GreyRaster, perPoint: number, way: Way): readonly RuledLine[] {
  const long = way === 'level' ? width : height;
  const stretch = Math.round(STRETCH * perPoint);
  const followed: Followed[] = [];
  for (let start = 0; start < long; start += stretch) {
    const end = Math.min(long, start + stretch);
    const part = way === 'level' ? columnsOf({ width, height, pixels }, start, end) : rowsOf({ width, height, pixels }, start, end);
    for (const found of strokesOf(part, THRESHOLD, perPoint, way, LOOK)) {
      const piece = { ...found, from: found.from + start, to: found.to + start };
      const at = followed.findIndex(
        ({ line, last }) =>
          Math.abs(last - piece.at) <= STEP * perPoint && line.to >= piece.from - LOOK.gap * perPoint && line.to <= start + 1,
      );
      const before = followed[at];
      if (before === undefined) followed.push({ line: piece, last: piece.at });
      else followed[at] = { line: joined(before.line, piece), last: piece.at };
    }
  }
  return followed.map(({ line }) => line);
}

/** A line with its next piece: it lies where most of it does. */
function joined(line: RuledLine, piece: RuledLine): RuledLine {
  const [before, behind] = [line.to - line.from, piece.to - piece.from];
  const at = (line.at * before + piece.at * behind) / (before + behind);
  return { at, from: line.from, to: piece.to, thickness: Math.max(line.thickness, piece.thickness) };
}

function rowsOf({ width, pixels }: GreyRaster, start: number, end: number): GreyRaster {
  return { width, height: end - start, pixels: pixels.subarray(start * width, end * width) };
}

function columnsOf({ width, height, pixels }: GreyRaster, start: number, end: number): GreyRaster {
  const wide = end - start;
  const part = new Uint8Array(wide * height);
  for (let y = 0; y < height; y += 1) part.set(pixels.subarray(y * width + start, y * width + end), y * wide);
  return { width: wide, height, pixels: part };
}

/** Whether a line lies in a field: what seems a dark one there is what light letters leave of it. */
export function isWithin({ at, from, to }: RuledLine, { x0, y0, x1, y1 }: Box, way: Way, reach: number): boolean {
  const [across0, across1, along0, along1] = way === 'level' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  return at > across0 + reach && at < across1 - reach && from >= along0 - reach && to <= along1 + reach;
}

/** What is no paper and no thicker than a line that runs the given way: a field would be one with the lines that end in it. */
function darkLines({ width, height, pixels }: GreyRaster, threshold: number, perPoint: number, way: Way): GreyRaster {
  const lines = new Uint8Array(pixels.length).fill(GROUND);
  const [count, length, next, step] = way === 'level' ? [width, height, 1, width] : [height, width, width, 1];
  const thickest = LOOK.thickest * perPoint;
  for (let one = 0; one < count; one += 1) {
    let start = 0;
    for (let at = 0; at <= length; at += 1) {
      if (at < length && (pixels[one * next + at * step] ?? GROUND) < threshold) continue;
      if (at - start <= thickest) for (let ink = start; ink < at; ink += 1) lines[one * next + ink * step] = LINE;
      start = at + 1;
    }
  }
  return { width, height, pixels: lines };
}

/** What is lighter than the ground right beside it on either side. */
function lightLines({ width, height, pixels }: GreyRaster, { contrast }: Paper, perPoint: number, way: Way): GreyRaster {
  const lines = new Uint8Array(pixels.length).fill(GROUND);
  const step = way === 'level' ? width : 1;
  for (const points of BESIDE) {
    const by = Math.max(1, Math.round(points * perPoint)) * step;
    for (let at = by; at < pixels.length - by; at += 1) {
      const darker = (pixels[at] ?? 0) - contrast;
      if ((pixels[at - by] ?? GROUND) <= darker && (pixels[at + by] ?? GROUND) <= darker) lines[at] = LINE;
    }
  }
  return { width, height, pixels: lines };
}

/** Whether a line lies on another one, at most `reach` off it. */
export function isPartOf(line: RuledLine, one: RuledLine, reach: number): boolean {
  return (
    Math.abs(line.at - one.at) <= reach + (line.thickness + one.thickness) / 2 && line.from <= one.to + reach && line.to >= one.from - reach
  );
}
