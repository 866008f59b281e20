import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';
import { type Blob, blobsOf } from './ink-blobs.ts';
import { meantAs } from './meant-as.ts';
import type { RecognisedLine, RecognisedSymbol } from './text-recogniser.ts';

type Bracket = '(' | ')' | '{' | '}';

/** What engines see in brackets with nothing between them, or in one of them. */
const TAKEN_FOR = /^[Oo0(){}!]$/u;
const BRACKET = /^[(){}!]$/u;
const OPENS = /^[({]$/u;
const CLOSES = /^[)}!]$/u;

/**
 * A line in which brackets with nothing between them, taken for one round letter or for one bracket, are both, and braces taken for
 * brackets are braces: told by their ink, narrow bows that reach below the letters. What was recognised is kept.
 */
export function settleBrackets(line: RecognisedLine, raster: GreyRaster, threshold: number): RecognisedLine {
  const all = line.words.flatMap(({ symbols }) => symbols);
  if (!all.some(({ text }) => TAKEN_FOR.test(text))) return line;
  const foot = footOf(all);
  const blobs = blobsOf(line.box, raster, threshold);
  const shapeAt = (blob: Blob | undefined) => (blob === undefined ? undefined : bracketOf(blob, line.box, raster, threshold, foot));
  const pairAt = (place: number): Pair | undefined => {
    const [one, other] = [blobs[place], blobs[place + 1]];
    const [open, close] = [shapeAt(one), shapeAt(other)];
    if (one === undefined || other === undefined || !isPair(open, close)) return undefined;
    return { text: `${open}${close}`, x0: one.from, x1: other.to, next: place + 2 };
  };
  // Ink before this place has been taken for a pair: it is no other sign too.
  let free = 0;
  let at = -1;
  const words = line.words.map((word) => ({
    ...word,
    symbols: word.symbols.flatMap((symbol): RecognisedSymbol[] => {
      at += 1;
      const [before, after] = [all[at - 1], all[at + 1]];
      if (!TAKEN_FOR.test(symbol.text) || before === undefined) return [symbol];
      const own = blobs.findIndex(({ to }) => to > symbol.box.x0);
      const isWhole = (OPENS.test(symbol.text) && CLOSES.test(after?.text ?? '')) || (CLOSES.test(symbol.text) && OPENS.test(before.text));
      // Ink of the sign before it may be taken for that of another.
      const pair = isWhole ? undefined : (pairAt(own) ?? pairAt(own - 1));
      if (pair !== undefined && pair.next - 2 < free) {
        const isLeft = OPENS.test(symbol.text) || CLOSES.test(shapeAt(blobs[free]) ?? '');
        return isLeft ? [symbol] : [];
      }
      if (pair !== undefined) {
        free = pair.next;
        const box = { ...symbol.box, x0: pair.x0, x1: pair.x1 };
        return [meantAs({ ...symbol, box }, pair.text)];
      }
      const open = shapeAt(blobs[own]);
      const isOther = open !== undefined && open !== symbol.text && OPENS.test(open) === OPENS.test(symbol.text);
      return [isOther && BRACKET.test(symbol.text) ? meantAs(symbol, open) : symbol];
    }),
  }));
  return { ...line, words: words.filter(({ symbols }) => symbols.length > 0) };
}

/** Two brackets with nothing between them, and the stretch of ink behind them. */
interface Pair {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly next: number;
}

function isPair(open: Bracket | undefined, close: Bracket | undefined): boolean {
  return (open === '(' && close === ')') || (open === '{' && close === '}');
}

/** Where most of its letters and digits end. */
function footOf(symbols: readonly RecognisedSymbol[]): number {
  const ends = symbols
    .filter(({ text }) => /^[\p{L}\p{N}]$/u.test(text))
    .map(({ box }) => box.y1)
    .sort((a, b) => a - b);
  return ends[Math.floor((ends.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}

/** Shares of the height of a bracket: it reaches so far below the letters, and is so narrow. */
const BELOW_LETTERS = 0.06;
const WIDEST = 0.4;
/** Rows of ink; of fewer, the shape cannot be told. */
const FEWEST = 18;
/** Where its edge is looked at, as shares of its height from either end. */
const [END, FAR, NEAR] = [0.03, 0.15, 0.35];
/** Pixels by which a brace has to be told from a bracket, over both halves. */
const SURELY = 2;

/** The bracket that the ink of some columns is; undefined for anything else. */
function bracketOf(
  { from, to }: Blob,
  { y0, y1 }: Box,
  { width, height, pixels }: GreyRaster,
  threshold: number,
  foot: number,
): Bracket | undefined {
  const [lefts, rights]: [number[], number[]] = [[], []];
  let bottom = 0;
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y += 1) {
    const inked = Array.from({ length: to - from }, (_, at) => at).filter((x) => (pixels[y * width + from + x] ?? 255) < threshold);
    const [left, right] = [inked[0], inked.at(-1)];
    if (left === undefined || right === undefined) continue;
    lefts.push(left);
    rights.push(to - from - 1 - right);
    bottom = y + 1;
  }
  const high = lefts.length;
  if (high < FEWEST || to - from > WIDEST * high || bottom < foot + BELOW_LETTERS * high) return undefined;
  const [left, right] = [bowOf(lefts), bowOf(rights)];
  if (left !== undefined) return left === 'round' ? '(' : '{';
  return right === undefined ? undefined : right === 'round' ? ')' : '}';
}

/**
 * How an edge bows out in its middle, of its distances from the outermost column: round ones come nearer all the way; braces have a
 * straight stem above and below their tip.
 */
function bowOf(edge: readonly number[]): 'round' | 'tipped' | undefined {
  const at = (share: number) => edge[Math.round(share * (edge.length - 1))] ?? 0;
  const middle = at(0.5);
  const halves = [(share: number) => at(share), (share: number) => at(1 - share)];
  if (!halves.every((half) => half(END) > half(NEAR) && half(NEAR) >= middle && half(FAR) >= half(NEAR) - 1)) return undefined;
  const outside = halves.reduce((sum, half) => sum + half(FAR) - half(NEAR), 0);
  const inside = halves.reduce((sum, half) => sum + half(NEAR) - middle, 0);
  if (outside > inside) return 'round';
  return inside > outside + SURELY ? 'tipped' : undefined;
}
