import type { InkPiece } from './ink-pieces.ts';
import type { TallSigns } from './tall-signs.ts';

/** A sign that is set several times in a row and whose ink says how often. */
export interface CountedSign {
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
  /** How many are put in at most where nothing is read, and how far beyond the ends of the line, in heights of a digit. */
  readonly mostLost: number;
  readonly beyond: number;
  /** Whether they are put in where nothing is read between signs that stand right beside it, undefined where none does. */
  readonly isLost: (before: string | undefined, after: string | undefined) => boolean;
}

/** What square brackets are taken for, and they themselves: never a stroke, which may be what stands before one. */
const TAKEN_FOR_BRACKET = /^[[\]jJ]$/u;

const SIGN = /^[\p{L}\p{N}[\]]$/u;
const LETTER = /^\p{L}$/u;
/** What no stop is lost before: a digit, and another stop, whose ink it would be. */
const DIGIT_OR_STOP = /^[\p{N}.,;:。，、；：．]$/u;
function isInWord(before: string | undefined, after: string | undefined): boolean {
  return SIGN.test(before ?? '') || SIGN.test(after ?? '');
}

function squareBracket(sign: '[' | ']', stem: 'left' | 'right'): CountedSign {
  return {
    sign,
    takenFor: TAKEN_FOR_BRACKET,
    known: TAKEN_FOR_BRACKET,
    countOf: (piece, print) => (isBracket(piece, print, stem) ? 1 : 0),
    gap: 0.3,
    least: 1,
    most: 3,
    mostLost: 1,
    beyond: 0.3,
    isLost: isInWord,
  };
}

/** Signs that stand in runs, and square brackets. */
export const COUNTED_SIGNS: readonly CountedSign[] = [
  {
    sign: '/',
    takenFor: /^[/1Il|]$/u,
    known: /^\/$/u,
    countOf: (piece, print) => (isSlash(piece, print) ? 1 : 0),
    gap: 0.3,
    least: 1,
    most: 4,
    mostLost: 0,
    beyond: 0,
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
    mostLost: 1,
    beyond: 0.3,
    isLost: (before, after) => LETTER.test(before ?? '') && !DIGIT_OR_STOP.test(after ?? ''),
  },
  {
    sign: '_',
    takenFor: /^[_—–=.-]$/u,
    known: /^[_—–=.-]$/u,
    countOf: lowStrokes,
    gap: 0.3,
    least: 1,
    most: 4,
    mostLost: 4,
    beyond: 1.8,
    isLost: (before) => SIGN.test(before ?? ''),
  },
  squareBracket('[', 'left'),
  squareBracket(']', 'right'),
];

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
