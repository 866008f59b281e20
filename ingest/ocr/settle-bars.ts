import { withMeant } from './meant-as.ts';
import { standingSigns } from './tall-signs.ts';
import type { RecognisedLine, RecognisedSymbol } from './text-recogniser.ts';

/** What engines take a bar between alternatives for. */
const TAKEN = /^[Il1]$/u;
const SIGN = /^[\p{L}\p{N}]$/u;
/** In heights of a digit: a bar reaches so far below the line, is so high, and no wider than a stroke. */
const BAR = { below: 0.08, high: 1.15, wide: 0.25 } as const;

/** A line in which strokes that stand alone and reach below the letters are bars (`"on" | "off"`). What was recognised is kept. */
export function settleBars(line: RecognisedLine): RecognisedLine {
  const tall = standingSigns(line);
  if (tall === undefined) return line;
  const isBar = ({ text, box }: RecognisedSymbol) =>
    TAKEN.test(text) &&
    box.y1 - tall.foot >= BAR.below * tall.high &&
    box.y1 - box.y0 >= BAR.high * tall.high &&
    box.x1 - box.x0 <= BAR.wide * tall.high;
  return {
    ...line,
    words: line.words.map((word) => {
      const isSign = (at: number) => SIGN.test(word.symbols[at]?.text ?? '');
      const bars = word.symbols.flatMap((symbol, at) => (isBar(symbol) && !isSign(at - 1) && !isSign(at + 1) ? [at] : []));
      return withMeant(word, new Map(bars.map((at) => [at, '|'])));
    }),
  };
}
