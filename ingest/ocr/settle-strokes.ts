import { withMeant } from './meant-as.ts';
import { standingSigns, type TallSigns } from './tall-signs.ts';
import type { RecognisedLine, RecognisedSymbol } from './text-recogniser.ts';

/** What engines take a bar between alternatives for. */
const UPRIGHT = /^[Il1]$/u;
const SIGN = /^[\p{L}\p{N}]$/u;
/** In heights of a digit: a bar reaches so far below the line, is so high, and no wider than a stroke. */
const BAR = { below: 0.08, high: 1.15, wide: 0.25 } as const;
/** In heights of a digit above the line: an underscore ends at most so high, a hyphen at least; either is no thicker. */
const LEVEL = { low: 0.1, high: 0.25, thick: 0.25 } as const;
/** How far from the line the sign beside such a stroke ends at most: one in an index stands lower. */
const ON_LINE = 0.12;

/**
 * A line in which strokes are what their place says: upright ones that stand alone and reach below the letters are bars (`"on" | "off"`), level
 * ones on the line underscores, and higher ones hyphens. What was recognised is kept.
 */
export function settleStrokes(line: RecognisedLine): RecognisedLine {
  const tall = standingSigns(line);
  if (tall === undefined) return line;
  return {
    ...line,
    words: line.words.map(({ symbols, ...word }) => {
      const meant = symbols.flatMap((symbol, at): (readonly [number, string])[] => {
        const beside = [symbols[at - 1], symbols[at + 1]].filter((one) => one !== undefined && SIGN.test(one.text));
        const isAlone = beside.length === 0;
        const isOnLine = beside.some((one) => one !== undefined && Math.abs(one.box.y1 - tall.foot) <= ON_LINE * tall.high);
        const text = isAlone && isBar(symbol, tall) ? '|' : isOnLine ? levelSign(symbol, tall) : undefined;
        return text === undefined || text === symbol.text ? [] : [[at, text]];
      });
      return withMeant({ ...word, symbols }, new Map(meant));
    }),
  };
}

function isBar({ text, box }: RecognisedSymbol, { foot, high }: TallSigns): boolean {
  return (
    UPRIGHT.test(text) && box.y1 - foot >= BAR.below * high && box.y1 - box.y0 >= BAR.high * high && box.x1 - box.x0 <= BAR.wide * high
  );
}

function levelSign({ text, box }: RecognisedSymbol, { foot, high }: TallSigns): string | undefined {
  if ((text !== '-' && text !== '_') || box.y1 - box.y0 > LEVEL.thick * high) return undefined;
  const above = (foot - box.y1) / high;
  return above <= LEVEL.low ? '_' : above >= LEVEL.high ? '-' : undefined;
}
