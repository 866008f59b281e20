import { meantAs, withMeant } from './meant-as.ts';
import { medianOf } from './median-of.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

/** A ring so much lower than the other characters of its line is a Chinese full stop. */
const LOW = 0.45;
const RINGS = /^[oO0]$/u;

/** A decimal number in which a letter can be a zero alone. */
const NUMBER = /^[-+±]?[\doO]*\d[\doO]*\.[\doO]+$|^[-+±]?[\doO]+\.[\doO]*\d[\doO]*$/u;

/**
 * A line with signs that engines take for two or for another: the degree that is printed before ℃ once more, a Chinese full stop behind
 * letters that is read as one and told by its ink, the word 一 that is read as a dash, zeros of a decimal number that are read as letters,
 * raised digits of units, quotation marks of which each stroke is read as one, and the signs of a power of ten. What was recognised is kept.
 */
export function settleSigns(line: RecognisedLine): RecognisedLine {
  const usual = medianOf(line.words.flatMap(({ symbols }) => symbols.map(heightOf)));
  const isChinese = line.words.some(({ symbols }) => symbols.some(({ text }) => /\p{sc=Han}/u.test(text)));
  const words = withExponents(isChinese ? withOnes(line.words) : line.words);
  return {
    ...line,
    words: words.map((word) => {
      const stopped = isChinese ? withFullStops(word, usual) : word;
      return withZeros(withoutDoubledQuotes(withoutDoubledDegree(withPowers(stopped)), usual));
    }),
  };
}

/** A number, times ten to a power that stands behind an arrow: nothing else is written so. */
const EXPONENT = /(?<=\d|^)[xX×*]10[~～∼˜ˆ^](?=[(（]?[-+]?\d)/gu;

function withExponents(words: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const symbols = words.flatMap((word) => word.symbols);
  const starts: number[] = [];
  let text = '';
  for (const symbol of symbols) {
    starts.push(text.length);
    text += symbol.text;
  }
  const meant = new Map<number, string>();
  for (const { index } of text.matchAll(EXPONENT)) meant.set(index, '×').set(index + 3, '^');
  if (meant.size === 0) return words;
  let at = -1;
  return words.map((word) => ({
    ...word,
    symbols: word.symbols.map((symbol) => {
      at += 1;
      const sign = meant.get(starts[at] ?? -1);
      return sign === undefined || sign === symbol.text ? symbol : meantAs(symbol, sign);
    }),
  }));
}

/** The word for one, a level stroke. */
const ONE = '\u4e00';
const HAN = /^\p{sc=Han}$/u;
const DASH = /^[—–-]$/u;
/** What engines take it for in narrow cells, and how much wider than high its ink is then at least. */
const TAKEN_FOR_ONE = /^[lI1]$/u;
const FLAT = 2.5;
/** Width of a dash that may be the word 一, in widths of the sign beside it: dashes between words are two signs wide, hyphens a third of one. */
const ONE_WIDE = { least: 0.6, most: 1.2 };

/** A level stroke as wide as a sign, behind or before a sign of Chinese and beside nothing else, is the word 一. */
function withOnes(words: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const all = words.flatMap(({ symbols }) => symbols);
  let at = -1;
  return words.map((word) => ({
    ...word,
    symbols: word.symbols.map((symbol) => {
      at += 1;
      const beside = [all[at - 1], all[at + 1]].filter((one) => one !== undefined);
      const [one] = beside;
      const isLevel = DASH.test(symbol.text) || (TAKEN_FOR_ONE.test(symbol.text) && widthOf(symbol) >= FLAT * heightOf(symbol));
      if (!isLevel || one === undefined || !beside.every(({ text }) => HAN.test(text))) return symbol;
      const wide = widthOf(symbol) / widthOf(one);
      const isOne = wide >= ONE_WIDE.least && wide <= ONE_WIDE.most;
      return isOne ? meantAs(symbol, ONE) : symbol;
    }),
  }));
}

function widthOf({ box }: RecognisedSymbol): number {
  return box.x1 - box.x0;
}

/** Share of the height of the letter before it that lies below the foot of a raised digit. */
const RAISED = 0.25;
const POWERS: Readonly<Record<string, string>> = { 2: '²', 3: '³' };

/** Digits behind a metre that stand higher than it: square and cubic. */
function withPowers(word: RecognisedWord): RecognisedWord {
  const symbols = word.symbols.map((symbol, at) => {
    const before = word.symbols[at - 1];
    const power = POWERS[symbol.text];
    if (power === undefined || before?.text !== 'm' || before.box.y1 - symbol.box.y1 < RAISED * heightOf(before)) return symbol;
    return meantAs(symbol, power);
  });
  return { ...word, symbols };
}

/** Rings that no letter or digit stands beside, and one by itself that is no part of a word or option (`O-ring`, `I/O`, `-O`, `main.o`). */
const ZEROS = /(?<![\p{L}\d])(?=[oO]*0|[oO]{2})[oO0]{2,}(?![\p{L}\d])/gu;
const LONE_RING = /(?<![\p{L}\d/_.-])[Oo](?![\p{L}\d]|[/_-]\p{L})/gu;
/** Width of a zero, in heights of it, at most: an O, capital or small, is as wide as it is high, but where all signs are of one width. */
const ZERO_WIDE = 0.8;

function withZeros(word: RecognisedWord): RecognisedWord {
  const text = word.symbols.map((symbol) => symbol.text).join('');
  if (word.symbols.length === text.length) {
    const isNarrow = (symbol: RecognisedSymbol | undefined) => symbol !== undefined && widthOf(symbol) <= ZERO_WIDE * heightOf(symbol);
    const lone = [...text.matchAll(LONE_RING)].filter(({ index }) => isNarrow(word.symbols[index]));
    const rings = [...text.matchAll(ZEROS), ...lone].flatMap(({ index, 0: { length } }) => Array.from({ length }, (_, at) => index + at));
    const others = rings.filter((at) => word.symbols[at]?.text !== '0');
    return withDecimalZeros(withMeant(word, new Map(others.map((at) => [at, '0']))));
  }
  return withDecimalZeros(word);
}

function withDecimalZeros(word: RecognisedWord): RecognisedWord {
  if (
    !NUMBER.test(
      word.symbols
        .map(({ text }) => text)
        .join('')
        .replace(/^.*[:：=]/u, ''),
    )
  )
    return word;
  const from = word.symbols.findLastIndex(({ text }) => /[:：=]/u.test(text)) + 1;
  const symbols = word.symbols.map((symbol, at) => (at >= from && /^[oO]$/u.test(symbol.text) ? meantAs(symbol, '0') : symbol));
  return { ...word, symbols };
}

function heightOf({ box }: RecognisedSymbol): number {
  return box.y1 - box.y0;
}

function withFullStops(word: RecognisedWord, usual: number): RecognisedWord {
  const last = word.symbols.at(-1);
  if (last === undefined || word.symbols.length < 2 || !RINGS.test(last.text) || heightOf(last) >= LOW * usual) return word;
  return { ...word, symbols: [...word.symbols.slice(0, -1), meantAs(last, '。')] };
}

function withoutDoubledDegree(word: RecognisedWord): RecognisedWord {
  const symbols: RecognisedSymbol[] = [];
  for (const symbol of word.symbols) {
    const before = symbols.at(-1);
    if (symbol.text !== '℃' || before?.text !== '°') symbols.push(symbol);
    else symbols[symbols.length - 1] = { text: '℃', recognised: '°℃', box: { ...symbol.box, x0: before.box.x0 } };
  }
  return symbols.length === word.symbols.length ? word : { ...word, symbols };
}

const QUOTE = /^["“”]$/u;
/** Width of one of the two strokes of a quotation mark, in heights of other signs, at most. */
const STROKE = 0.33;

/** A quotation mark whose two strokes were taken for one each. */
function withoutDoubledQuotes(word: RecognisedWord, usual: number): RecognisedWord {
  const isStroke = (symbol: RecognisedSymbol) => QUOTE.test(symbol.text) && widthOf(symbol) <= STROKE * usual;
  const symbols: RecognisedSymbol[] = [];
  let half: RecognisedSymbol | undefined;
  for (const symbol of word.symbols) {
    const isOther: boolean = half !== undefined && isStroke(symbol);
    if (half === undefined || !isOther) symbols.push(symbol);
    else symbols[symbols.length - 1] = { text: half.text, recognised: half.text + symbol.text, box: { ...half.box, x1: symbol.box.x1 } };
    half = !isOther && isStroke(symbol) ? symbol : undefined;
  }
  return symbols.length === word.symbols.length ? word : { ...word, symbols };
}
