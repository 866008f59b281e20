import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { blobsOf } from './ink-blobs.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** Share of the lower one's height from which two boxes stand side by side, and of the narrower one's width from which one lies in the other. */
const BESIDE = 0.5;
const WITHIN = 0.5;

/**
 * Lines of which none holds ink of the one beside it: finders of lines grow their boxes beyond the print, and in narrow columns over what
 * stands next to it. Two boxes that reach into each other are parted where the widest blank is, and keep the signs that stand there.
 */
export function partBoxes(lines: readonly RecognisedLine[], raster: GreyRaster, threshold: number): readonly RecognisedLine[] {
  const boxes = lines.map(({ box }) => box);
  lines.forEach((_, left) => {
    lines.forEach((__, right) => {
      const [one, other] = [boxes[left], boxes[right]];
      if (one === undefined || other === undefined || !reachInto(one, other)) return;
      const at = blankBetween(one, other, raster, threshold);
      if (at === undefined) return;
      boxes[left] = { ...one, x1: Math.min(one.x1, at) };
      boxes[right] = { ...other, x0: Math.max(other.x0, at) };
    });
  });
  return lines.map((line, at) => within(line, boxes[at] ?? line.box));
}

/** What an engine made of ink beyond the box is no sign of the line. */
function within(line: RecognisedLine, box: Box): RecognisedLine {
  if (box.x0 === line.box.x0 && box.x1 === line.box.x1) return line;
  const words = line.words.map((word) => {
    const symbols = word.symbols.filter(
      (symbol) => (symbol.box.x0 + symbol.box.x1) / 2 >= box.x0 && (symbol.box.x0 + symbol.box.x1) / 2 <= box.x1,
    );
    const ends = { x0: Math.max(word.box.x0, box.x0), x1: Math.min(word.box.x1, box.x1) };
    return { ...word, symbols, box: { ...word.box, ...ends } };
  });
  return { ...line, box, words: words.filter(({ symbols }) => symbols.length > 0) };
}

/** Whether two boxes stand side by side, the first one to the left, and share columns. */
function reachInto(one: Box, other: Box): boolean {
  const across = one.x1 - other.x0;
  const down = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
  return (
    one.x0 < other.x0 &&
    one.x1 < other.x1 &&
    across > 0 &&
    across < WITHIN * Math.min(one.x1 - one.x0, other.x1 - other.x0) &&
    down > BESIDE * Math.min(one.y1 - one.y0, other.y1 - other.y0)
  );
}

/** The middle of the widest blank at the columns that both have. */
function blankBetween(one: Box, other: Box, raster: GreyRaster, threshold: number): number | undefined {
  const [y0, y1] = [Math.max(one.y0, other.y0), Math.min(one.y1, other.y1)];
  const room = y1 - y0;
  const blobs = blobsOf({ x0: other.x0 - room, x1: one.x1 + room, y0, y1 }, raster, threshold);
  const blanks = blobs.slice(1).map(({ from }, at) => ({ from: blobs[at]?.to ?? from, to: from }));
  const [widest] = blanks
    .filter(({ from, to }) => to >= other.x0 && from <= one.x1)
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return widest === undefined ? undefined : (widest.from + widest.to) / 2;
}
