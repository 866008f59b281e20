import type { Box } from '../../kernel/index.ts';
import { COUNTED_SIGNS, type CountedSign } from './counted-signs.ts';
import type { GreyRaster } from './grey-raster.ts';
import { type InkPiece, piecesOfInk } from './ink-pieces.ts';
import { placeSymbols } from './place-symbols.ts';
import { type TallSigns, tallSigns } from './tall-signs.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

/**
 * A line over its ink in which slashes, dots and low strokes that follow each other are as many as that shows, and square brackets are there:
 * engines that read a line step by step take two alike for one where print is narrow (`0112/2///`, `0..1`, `__00__`). What was recognised
 * is kept. Where a sign was lost others may have been laid over its ink, so that runs are looked for where the engine says that they
 * stand too; of those lines the one counts that fits the ink best.
 */
export function settleRuns(line: RecognisedLine, raster: GreyRaster, threshold: number): RecognisedLine {
  const placed = placeSymbols(line, raster, threshold);
  const print = tallSigns(placed);
  if (print === undefined || print.high < LEAST_HIGH) return placed;
  const room = ROOM * print.high;
  const pieces = piecesOfInk({ ...line.box, x0: line.box.x0 - room, x1: line.box.x1 + room }, raster, threshold);
  let [best, said] = [placed, line];
  for (const sign of COUNTED_SIGNS) {
    const runs = runsOf(sign, pieces, print);
    const counted = (one: RecognisedLine) => runs.reduce((before, run) => withRun(before, sign, run, print), one);
    for (const one of [best, said]) {
      const other = counted(one);
      if (other === one) continue;
      const fitted = placeSymbols(other, raster, threshold);
      const isAsLong = one === best && signsOf(fitted) === signsOf(best);
      if (isAsLong || fitted.misfit < best.misfit) [best, said] = [fitted, other];
    }
  }
  return best;
}

/** Heights of a digit beyond the ends of a line that are looked at: finders leave low strokes out, and one dot may be the first of many. */
const ROOM = 1.8;

function signsOf({ words }: RecognisedLine): number {
  return words.reduce((sum, { symbols }) => sum + symbols.length, 0);
}

/** Pixels; of smaller print, shapes cannot be told. */
const LEAST_HIGH = 12;

interface Run extends Box {
  readonly places: readonly Box[];
  /** Whether ink stands right beside it that is as narrow as a stroke. */
  readonly isBesideStroke: boolean;
}

/** Heights of a digit: what is at most so wide is a stroke, and what is at most so far from a run stands beside it. */
const NARROW = 0.45;
const NEAR = 0.5;
/** How far a sign may reach over a run that stands beside it. */
const OVER = 1.5;

function runsOf({ countOf, gap, least, most }: CountedSign, pieces: readonly InkPiece[], print: TallSigns): readonly Run[] {
  const runs: { places: Box[]; start: number; end: number }[] = [];
  pieces.forEach((piece, at) => {
    const count = countOf(piece, print, pieces);
    if (count === 0) return;
    const last = runs.at(-1);
    const before = last?.places.at(-1);
    const parts = partsOf(piece, count);
    if (last !== undefined && before !== undefined && last.end === at - 1 && piece.x0 - before.x1 <= gap * print.high) {
      last.places.push(...parts);
      last.end = at;
    } else runs.push({ places: parts, start: at, end: at });
  });
  return runs
    .filter(({ places }) => places.length >= least && places.length <= most)
    .map(({ places, start, end }) => {
      const box = boxOf(places);
      const beside = [pieces[start - 1], pieces[end + 1]].filter((piece) => piece !== undefined);
      const isNear = (piece: Box) => Math.max(box.x0 - piece.x1, piece.x0 - box.x1) <= NEAR * print.high;
      return { ...box, places, isBesideStroke: beside.some((piece) => isNear(piece) && piece.x1 - piece.x0 <= NARROW * print.high) };
    });
}

function partsOf({ x0, x1, y0, y1 }: Box, count: number): Box[] {
  const wide = (x1 - x0) / count;
  return Array.from({ length: count }, (_, at) => ({ x0: x0 + at * wide, x1: x0 + (at + 1) * wide, y0, y1 }));
}

function boxOf(boxes: readonly Box[]): Box {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}

interface Placed {
  readonly word: number;
  readonly symbol: RecognisedSymbol;
}

/** The line with a run in the place of what was read there and of the same signs right beside it; as it is where anything else was read. */
function withRun(line: RecognisedLine, counted: CountedSign, run: Run, { high }: TallSigns): RecognisedLine {
  const { sign, takenFor, known, mostLost, beyond, isLost } = counted;
  const all = line.words.flatMap(({ symbols }, word): Placed[] => symbols.map((symbol) => ({ word, symbol })));
  const [start, end] = placeOf(counted, run, all, REACH * high);
  const read = all.slice(start, end);
  const [others, count] = [read.filter(({ symbol }) => symbol.text !== sign).length, run.places.length];
  const isSame = read.length === count && others === 0;
  // What is left over has to be of the run: a stroke beside it may be a sign of its own.
  const isTooMany = read.length - others > count || (read.length > count && run.isBesideStroke);
  if (isSame || isTooMany || !read.every(({ symbol }) => takenFor.test(symbol.text))) return line;
  const isWithin = run.x0 >= line.box.x0 - beyond * high && run.x1 <= line.box.x1 + beyond * high;
  const mayBeLost = isWithin && count <= mostLost;
  const before = besideOf(all[start - 1], ({ x1 }) => run.x0 - x1, high);
  const after = besideOf(all[end], ({ x0 }) => x0 - run.x1, high);
  if (read.length === 0 ? !(mayBeLost && isLost(before, after)) : !read.some(({ symbol }) => known.test(symbol.text))) return line;
  const word = read[0]?.word ?? all[start - 1]?.word ?? all[end]?.word;
  if (word === undefined) return line;
  const recognised = read.map(({ symbol }) => symbol.recognised ?? symbol.text).join('');
  const signs = run.places.map((box, at): Placed => ({ word, symbol: { text: sign, box, recognised: at === 0 ? recognised : '' } }));
  const drawn = [...all.slice(0, start), ...signs, ...all.slice(end)];
  const symbolsOf = (index: number) => drawn.flatMap((placed) => (placed.word === index ? [placed.symbol] : []));
  return {
    ...line,
    box: { ...line.box, x0: Math.min(line.box.x0, run.x0), x1: Math.max(line.box.x1, run.x1) },
    words: line.words.flatMap((one, at) => wordWith(one, symbolsOf(at))),
  };
}

/** Heights of a digit by which the middle of a sign may lie beside the run that it is of. */
const REACH = 0.08;

/**
 * Which signs were read where a run stands, end exclusive. Where none is of it they stand beside it: where a sign was lost, the ones beside it
 * may have been given its ink.
 */
function placeOf({ sign, takenFor }: CountedSign, run: Run, all: readonly Placed[], reach: number): readonly [start: number, end: number] {
  const middleOf = ({ symbol: { box } }: Placed) => (box.x0 + box.x1) / 2;
  const isOther = ({ symbol }: Placed) => symbol.text !== sign;
  const start = all.findLastIndex((one) => middleOf(one) <= run.x0 - reach && isOther(one)) + 1;
  const next = all.findIndex((one, at) => at >= start && middleOf(one) >= run.x1 + reach && isOther(one));
  const end = next < 0 ? all.length : next;
  const read = all.slice(start, end);
  if (read.length === 0 || read.some(({ symbol }) => takenFor.test(symbol.text))) return [start, end];
  const at = start + read.filter((one) => middleOf(one) <= (run.x0 + run.x1) / 2).length;
  return [at, at];
}

/** The sign that stands right beside a run, or over which it lies where that was given its ink. */
function besideOf(one: Placed | undefined, gapTo: (box: Box) => number, high: number): string | undefined {
  if (one === undefined) return undefined;
  const gap = gapTo(one.symbol.box);
  return gap <= NEAR * high && gap >= -OVER * high ? one.symbol.text : undefined;
}

function wordWith(word: RecognisedWord, symbols: readonly RecognisedSymbol[]): RecognisedWord[] {
  return symbols.length === 0 ? [] : [{ ...word, symbols, box: boxOf(symbols.map(({ box }) => box)) }];
}
