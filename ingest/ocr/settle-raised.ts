import { superscript } from '../clean/superscript.ts';
import { withMeant } from './meant-as.ts';
import { standingSigns, type TallSigns } from './tall-signs.ts';
import type { RecognisedLine, RecognisedSymbol } from './text-recogniser.ts';

/** In heights of the digits of the line: how far a raised digit ends above their foot, how high it is, and how far it reaches at least. */
const RAISED = { foot: 0.35, least: 0.35, most: 0.78, top: 0.98 } as const;
/** The same of the middle of a raised sign before one: that of a minus in the line is at less than half. */
const SIGN_MIDDLE = 0.65;
/** Feet of raised digits of one number differ by no more. */
const SAME = 0.15;
const DIGIT = /^\d$/u;
const SIGN = /^[-−–+]$/u;
/** What engines take a raised nought for behind another raised digit. */
const NOUGHT = /^[°oO˚º]$/u;

/**
 * A line whose raised numbers are written raised, as those of a drawn page are: a power of ten is no other number, and the mark of a note
 * no digit of the value it stands at. What was recognised is kept.
 */
export function settleRaised(line: RecognisedLine): RecognisedLine {
  const tall = standingSigns(line);
  if (tall === undefined) return line;
  return { ...line, words: line.words.map((word) => withMeant(word, raisedIn(word.symbols, tall))) };
}

/** What the raised signs of a word stand for, by their place in it. */
function raisedIn(symbols: readonly RecognisedSymbol[], tall: TallSigns): ReadonlyMap<number, string> {
  const meant = new Map<number, string>();
  for (let from = 0; from < symbols.length; from += 1) {
    let to = from;
    while (to < symbols.length && isRaisedDigit(symbols[to], tall, to > from)) to += 1;
    if (to === from) continue;
    const run = symbols.slice(from, to);
    const feet = run.map(({ box }) => box.y1);
    const isLevel = Math.max(...feet) - Math.min(...feet) <= SAME * tall.high;
    // A digit of the line behind it: then its lower half was not printed.
    const goesOn = DIGIT.test(symbols[to]?.text ?? '');
    if (isLevel && !goesOn) {
      if (isRaisedSign(symbols[from - 1], tall)) meant.set(from - 1, superscript(symbols[from - 1]?.text ?? ''));
      run.forEach(({ text }, at) => {
        meant.set(from + at, superscript(NOUGHT.test(text) ? '0' : text));
      });
    }
    from = to;
  }
  return meant;
}

function isRaisedDigit(symbol: RecognisedSymbol | undefined, { high, foot }: TallSigns, isBehindOne: boolean): boolean {
  if (symbol === undefined || !(DIGIT.test(symbol.text) || (isBehindOne && NOUGHT.test(symbol.text)))) return false;
  const { y0, y1 } = symbol.box;
  const height = (y1 - y0) / high;
  return (foot - y1) / high >= RAISED.foot && height >= RAISED.least && height <= RAISED.most && (foot - y0) / high >= RAISED.top;
}

function isRaisedSign(symbol: RecognisedSymbol | undefined, { high, foot }: TallSigns): boolean {
  return symbol !== undefined && SIGN.test(symbol.text) && (foot - (symbol.box.y0 + symbol.box.y1) / 2) / high >= SIGN_MIDDLE;
}
