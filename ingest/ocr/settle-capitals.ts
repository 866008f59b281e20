import { withMeant } from './meant-as.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

/** Small letters that look like their capitals but for their size. */
const ALIKE = /^[cosuvwxz]$/u;
/** These, and those that engines read where I stands. */
const TAKEN = /^[cosuvwxzil]$/u;
const CAPITAL = /^\p{Lu}$/u;
/** Height of such a letter to that of capitals of its word from which it is one: small ones reach three quarters. */
const AS_HIGH = 0.88;

/**
 * A line in whose words of capitals letters that engines read as small ones are capitals: those as high as the others (`CWs-101`), and an i
 * or l amid them or behind them, which stands for I (`WARNiNG`, `NLGl`). What was recognised is kept.
 */
export function settleCapitals(line: RecognisedLine): RecognisedLine {
  return { ...line, words: line.words.map(settled) };
}

function settled(word: RecognisedWord): RecognisedWord {
  const { symbols } = word;
  if (!symbols.some(({ text }) => TAKEN.test(text))) return word;
  const meant = new Map<number, string>();
  for (const { from, to } of runsOfLetters(symbols)) {
    const run = symbols.slice(from, to);
    const capitals = run.filter(({ text }) => CAPITAL.test(text));
    const isOther = ({ text }: RecognisedSymbol) => !CAPITAL.test(text) && !TAKEN.test(text);
    if (capitals.length < 2 || run.some(isOther)) continue;
    const high = Math.max(...capitals.map(heightOf));
    const isHigh = (symbol: RecognisedSymbol) => ALIKE.test(symbol.text) && heightOf(symbol) >= AS_HIGH * high;
    const isCapital = (symbol: RecognisedSymbol | undefined) => symbol !== undefined && (CAPITAL.test(symbol.text) || isHigh(symbol));
    run.forEach((symbol, place) => {
      const [isBehind, next] = [isCapital(run[place - 1]) && isCapital(run[place - 2]), run[place + 1]];
      if (isHigh(symbol)) meant.set(from + place, symbol.text.toUpperCase());
      else if (symbol.text === 'i' && isBehind && isCapital(next)) meant.set(from + place, 'I');
      else if (symbol.text === 'l' && isBehind && next === undefined && capitals.length > 2) meant.set(from + place, 'I');
    });
  }
  return withMeant(word, meant);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function runsOfLetters(symbols: readonly RecognisedSymbol[]): readonly Run[] {
  const runs: { from: number; to: number }[] = [];
  symbols.forEach(({ text }, at) => {
    const last = runs.at(-1);
    if (!/^[A-Za-z]$/u.test(text)) return;
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  return runs;
}

function heightOf({ box }: RecognisedSymbol): number {
  return box.y1 - box.y0;
}
