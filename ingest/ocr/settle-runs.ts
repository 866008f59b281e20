import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { type InkPiece, piecesOfInk } from './ink-pieces.ts';
import { placeSymbols } from './place-symbols.ts';
import { type TallSigns, tallSigns } from './tall-signs.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

/** A sign that is set several times in a row and whose ink says how often. */
interface CountedSign {
  readonly sign: string;
  /** What engines take some of them for. */
  readonly takenFor: RegExp;
  /** What one of the signs has to be read as, where anything is read there at all. */
  readonly known: RegExp;
  /** How many of the sign a piece of ink is; 0 where it is none. */
  readonly countOf: (piece: InkPiece, print: TallSigns, all: readonly InkPiece[]) => number;
  /** Gap between two of a run at most, in heights of a digit. */
  readonly gap: number;
  /** From how many on it is counted, and up to how many: more are a line of dots or a field to fill in. */
  readonly least: number;
  readonly most: number;
  /** Whether it is put in where nothing is read between signs that stand right beside it, undefined where none does. */
  readonly isLost: (before: string | undefined, after: string | undefined) => boolean;
}

/** What square brackets are taken for, and they themselves: never a stroke, which may be what stands before one. */
const TAKEN_FOR_BRACKET = /^[[\]jJ]$/u;

const SIGN = /^[\p{L}\p{N}[\]]$/u;
const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{N}$/u;
function isInWord(before: string | undefined, after: string | undefined): boolean {
  return SIGN.test(before ?? '') || SIGN.test(after ?? '');
}

const COUNTED: readonly CountedSign[] = [
  {
    sign: '/',
    takenFor: /^[/1Il|]$/u,
    known: /^\/$/u,
    countOf: (piece, print) => (isSlash(piece, print) ? 1 : 0),
    gap: 0.3,
    least: 1,
    most: 4,
    isLost: () => false,
  },
  {
    sign: '.',
    takenFor: /^[.·…]$/u,
    known: /^[.…]$/u,
    countOf: (piece, print, all) => (isDot(piece, print, all) ? 1 : 0),
    gap: 0.5,
    least: 1,
    most: 4,
    isLost: (before, after) => LETTER.test(before ?? '') && !DIGIT.test(after ?? ''),
  },
  { sign: '_', takenFor: /^[_—–=.-]$/u, known: /^[_—–=.-]$/u, countOf: lowStrokes, gap: 0.3, least: 1, most: 4, isLost: isInWord },
  {
    sign: '[',
    takenFor: TAKEN_FOR_BRACKET,
    known: TAKEN_FOR_BRACKET,
    countOf: (piece, print) => (isBracket(piece, print, 'left') ? 1 : 0),
    gap: 0.3,
    least: 1,
    most: 3,
    isLost: isInWord,
  },
  {
    sign: ']',
    takenFor: TAKEN_FOR_BRACKET,
    known: TAKEN_FOR_BRACKET,
    countOf: (piece, print) => (isBracket(piece, print, 'right') ? 1 : 0),
    gap: 0.3,
    least: 1,
    most: 3,
    isLost: isInWord,
  },
];

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
  const beyond = BEYOND * print.high;
  const pieces = piecesOfInk({ ...line.box, x0: line.box.x0 - beyond, x1: line.box.x1 + beyond }, raster, threshold);
  let [best, said] = [placed, line];
  for (const sign of COUNTED) {
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

/** Heights of a digit beyond the ends of a line at which signs of it may stand: finders leave low strokes out. */
const BEYOND = 1.8;

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

/** Shares of the height of a digit. */
const SLASH = { high: 0.85, least: 0.22, thick: 0.3, straight: 0.07 };
const DOT = { least: 0.1, wide: 0.3, low: 0.12, tall: 1.3 };
const BRACKET = { high: 1.1, below: 0.08, wide: 0.45, end: 0.08, whole: 0.8, stem: 0.7, edge: 0.15 };
/** An underscore is as wide as a digit, about so many heights of one; it is so much wider than high, and stands so far below the others. */
const STROKE = { wide: 0.74, flat: 3, below: 0.02 };

/** A straight stroke that rises to the right, more than slanting letters do. */
function isSlash({ y0, y1, rows }: InkPiece, { high }: TallSigns): boolean {
  const tall = y1 - y0;
  if (tall < SLASH.high * high || rows.some(([from, to]) => to - from > SLASH.thick * tall)) return false;
  const middles = rows.map(([from, to]) => (from + to) / 2);
  const end = Math.max(1, Math.round(0.1 * middles.length));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [top, bottom] = [mean(middles.slice(0, end)), mean(middles.slice(-end))];
  if (top - bottom < SLASH.least * tall) return false;
  const [first, last] = [(end - 1) / 2, middles.length - 1 - (end - 1) / 2];
  return middles.every(
    (x, row) => Math.abs(x - top - ((bottom - top) * (row - first)) / (last - first)) <= Math.max(2, SLASH.straight * tall),
  );
}

/** A small piece of ink where letters end that has nothing above it, as parts of broken letters and of other stops have. */
function isDot(piece: InkPiece, { high, foot }: TallSigns, all: readonly InkPiece[]): boolean {
  const [wide, tall] = [piece.x1 - piece.x0, piece.y1 - piece.y0];
  const isRound = tall <= DOT.tall * wide + 1 && wide <= DOT.tall * tall + 1;
  const isSmall = Math.min(wide, tall) >= DOT.least * high && Math.max(wide, tall) <= Math.max(4, DOT.wide * high);
  return isRound && isSmall && Math.abs(piece.y1 - foot) <= Math.max(2, DOT.low * high) && !isUnder(piece, all, 0);
}

function isUnder(piece: InkPiece, all: readonly InkPiece[], reach: number): boolean {
  return all.some((one) => one !== piece && Math.min(one.x1, piece.x1) - Math.max(one.x0, piece.x0) > reach);
}

/** A stem along one edge, as wide as the whole at its two ends alone, that reaches below the letters. */
function isBracket({ x0, x1, y0, y1, rows }: InkPiece, { high, foot }: TallSigns, stem: 'left' | 'right'): boolean {
  const [wide, tall] = [x1 - x0, y1 - y0];
  if (tall < BRACKET.high * high || y1 < foot + BRACKET.below * high || wide > BRACKET.wide * tall) return false;
  const end = Math.max(1, Math.round(BRACKET.end * tall));
  const isWhole = ([from, to]: readonly [number, number]) => to - from >= BRACKET.whole * wide;
  const isStem = ([from, to]: readonly [number, number]) =>
    to - from <= BRACKET.stem * wide && (stem === 'left' ? from - x0 : x1 - to) <= Math.max(1, BRACKET.edge * wide);
  const middle = rows.slice(3 * end, -3 * end);
  return rows.slice(0, end).some(isWhole) && rows.slice(-end).some(isWhole) && middle.length > 0 && middle.every(isStem);
}

/** How many underscores a flat stroke below the letters is that has nothing above it, as the rule below a word has. */
function lowStrokes(piece: InkPiece, { high, foot }: TallSigns, all: readonly InkPiece[]): number {
  const [wide, tall] = [piece.x1 - piece.x0, piece.y1 - piece.y0];
  if (piece.y0 < foot + STROKE.below * high || wide < STROKE.flat * tall) return 0;
  return isUnder(piece, all, 0.1 * high) ? 0 : Math.round(wide / (STROKE.wide * high));
}

interface Placed {
  readonly word: number;
  readonly symbol: RecognisedSymbol;
}

/** The line with a run in the place of what was read there and of the same signs right beside it; as it is where anything else was read. */
function withRun(line: RecognisedLine, counted: CountedSign, run: Run, { high }: TallSigns): RecognisedLine {
  const { sign, takenFor, known, isLost } = counted;
  const all = line.words.flatMap(({ symbols }, word): Placed[] => symbols.map((symbol) => ({ word, symbol })));
  const [start, end] = placeOf(counted, run, all, REACH * high);
  const read = all.slice(start, end);
  const [others, count] = [read.filter(({ symbol }) => symbol.text !== sign).length, run.places.length];
  const isSame = read.length === count && others === 0;
  // What is left over has to be of the run: a stroke beside it may be a sign of its own.
  const isTooMany = read.length - others > count || (read.length > count && run.isBesideStroke);
  if (isSame || isTooMany || !read.every(({ symbol }) => takenFor.test(symbol.text))) return line;
  const before = besideOf(all[start - 1], ({ x1 }) => run.x0 - x1, high);
  const after = besideOf(all[end], ({ x0 }) => x0 - run.x1, high);
  if (read.length === 0 ? !isLost(before, after) : !read.some(({ symbol }) => known.test(symbol.text))) return line;
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
 * Which signs were read where a run stands, end exclusive. One that is none of it stands beside it: where a sign was lost, the ones beside it
 * may have been given its ink.
 */
function placeOf({ sign, takenFor }: CountedSign, run: Run, all: readonly Placed[], reach: number): readonly [start: number, end: number] {
  const middleOf = ({ symbol: { box } }: Placed) => (box.x0 + box.x1) / 2;
  const isOther = ({ symbol }: Placed) => symbol.text !== sign;
  const start = all.findLastIndex((one) => middleOf(one) <= run.x0 - reach && isOther(one)) + 1;
  const next = all.findIndex((one, at) => at >= start && middleOf(one) >= run.x1 + reach && isOther(one));
  const end = next < 0 ? all.length : next;
  const only = end - start === 1 ? all[start] : undefined;
  if (only === undefined || takenFor.test(only.symbol.text)) return [start, end];
  return middleOf(only) > (run.x0 + run.x1) / 2 ? [start, start] : [end, end];
}

/** The sign that stands right beside a run. */
function besideOf(one: Placed | undefined, gap: (box: Box) => number, high: number): string | undefined {
  return one !== undefined && Math.abs(gap(one.symbol.box)) <= NEAR * high ? one.symbol.text : undefined;
}

function wordWith(word: RecognisedWord, symbols: readonly RecognisedSymbol[]): RecognisedWord[] {
  return symbols.length === 0 ? [] : [{ ...word, symbols, box: boxOf(symbols.map(({ box }) => box)) }];
}
