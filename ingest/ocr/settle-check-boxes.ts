import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { type Blob, blobsOf } from './ink-blobs.ts';
import { meantAs } from './meant-as.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** Pixels; of less, the shape cannot be told. */
const SMALLEST = 12;
/** Height of a box to its width, at most, and the other way round. */
const SQUARE = 1.4;
/** How far from its side the frame is looked for, as share of the side: print slants, and feet of frames stand out. */
const FRAME = 0.14;
/** Share of a side along which the frame is drawn: round letters leave corners open. */
const CLOSED = 0.94;
/** Share of what is within the frame that dust may ink. */
const DUST = 0.02;
/** Share of a diagonal that is inked where a box is crossed. */
const CROSSED = 0.85;
/** Room behind a box that begins a line, as share of its side: a character of a text stands nearer. */
const APART = 0.35;

/**
 * A line that is or begins with a box to be ticked has its sign, `□` or `☒`, where engines see a letter: told by its ink, a closed square
 * with nothing in it or both of its diagonals. What was recognised is kept.
 */
export function settleCheckBoxes(line: RecognisedLine, raster: GreyRaster, threshold: number): RecognisedLine {
  const [word, ...words] = line.words;
  const [symbol, ...symbols] = word?.symbols ?? [];
  if (word === undefined || symbol === undefined) return line;
  const [own, next] = blobsOf(line.box, raster, threshold);
  if (own === undefined || symbol.box.x0 >= own.to) return line;
  const isAlone = symbols.length === 0 && words.length === 0;
  const side = own.to - own.from;
  if (next === undefined ? !isAlone : isAlone || next.from - own.to < APART * side) return line;
  const box = inkOf(own, line.box, raster, threshold);
  const text = box === undefined ? undefined : signOf(box, raster, threshold);
  if (box === undefined || text === undefined || text === symbol.text) return line;
  return { ...line, words: [{ ...word, symbols: [meantAs({ ...symbol, box }, text), ...symbols] }, ...words] };
}

/** Where the ink of some columns stands; undefined where it is no square. */
function inkOf({ from, to }: Blob, { y0, y1 }: Box, { width, height, pixels }: GreyRaster, threshold: number): Box | undefined {
  const room = (to - from) / 4;
  const [top, bottom] = [Math.max(0, Math.floor(y0 - room)), Math.min(height, Math.ceil(y1 + room))];
  const rows = Array.from({ length: bottom - top }, (_, at) => top + at).filter((y) => {
    for (let x = from; x < to; x += 1) if ((pixels[y * width + x] ?? 255) < threshold) return true;
    return false;
  });
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [wide, high] = [to - from, last + 1 - first];
  return Math.min(wide, high) >= SMALLEST && wide <= SQUARE * high && high <= SQUARE * wide
    ? { x0: from, x1: to, y0: first, y1: last + 1 }
    : undefined;
}

function signOf({ x0, y0, x1, y1 }: Box, { width, pixels }: GreyRaster, threshold: number): '□' | '☒' | undefined {
  const [wide, high] = [x1 - x0, y1 - y0];
  const isInk = (x: number, y: number) => (pixels[y * width + x] ?? 255) < threshold;
  const depth = Math.max(2, Math.round(FRAME * Math.min(wide, high)));
  const anyOf = (count: number, has: (at: number) => boolean) => Array.from({ length: count }, (_, at) => at).some(has);
  const shareOf = (count: number, has: (at: number) => boolean) => Array.from({ length: count }, (_, at) => at).filter(has).length / count;
  const sides = [
    shareOf(wide, (at) => anyOf(depth, (deep) => isInk(x0 + at, y0 + deep))),
    shareOf(wide, (at) => anyOf(depth, (deep) => isInk(x0 + at, y1 - 1 - deep))),
    shareOf(high, (at) => anyOf(depth, (deep) => isInk(x0 + deep, y0 + at))),
    shareOf(high, (at) => anyOf(depth, (deep) => isInk(x1 - 1 - deep, y0 + at))),
  ];
  if (sides.some((share) => share < CLOSED)) return undefined;
  const [across, down] = [wide - 2 * depth, high - 2 * depth];
  const within = shareOf(across * down, (at) => isInk(x0 + depth + (at % across), y0 + depth + Math.floor(at / across)));
  if (within <= DUST) return '□';
  const reach = Math.max(1, Math.round(depth / 2));
  const nearInk = (x: number, y: number) => anyOf(2 * reach + 1, (at) => isInk(x + at - reach, y));
  const falling = shareOf(down, (at) => nearInk(x0 + depth + Math.round((at * across) / down), y0 + depth + at));
  const rising = shareOf(down, (at) => nearInk(x1 - 1 - depth - Math.round((at * across) / down), y0 + depth + at));
  const isHollow = within < 0.5;
  return isHollow && Math.min(falling, rising) >= CROSSED ? '☒' : undefined;
}
