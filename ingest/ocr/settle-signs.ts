import type { RecognisedLine, RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

/** A ring so much lower than the other characters of its line is a Chinese full stop. */
const LOW = 0.45;
const RINGS = /^[oO0]$/u;

/**
 * A line with signs that engines take for two or for another, told by their ink: the degree that is printed before ℃ once more, and a
 * Chinese full stop behind letters that is read as one. What was recognised is kept.
 */
export function settleSigns(line: RecognisedLine): RecognisedLine {
  const heights = line.words.flatMap(({ symbols }) => symbols.map(heightOf)).sort((a, b) => a - b);
  const usual = heights[Math.floor((heights.length - 1) / 2)] ?? 0;
  const isChinese = line.words.some(({ symbols }) => symbols.some(({ text }) => /\p{sc=Han}/u.test(text)));
  return { ...line, words: line.words.map((word) => withoutDoubledDegree(isChinese ? withFullStops(word, usual) : word)) };
}

function heightOf({ box }: RecognisedSymbol): number {
  return box.y1 - box.y0;
}

function withFullStops(word: RecognisedWord, usual: number): RecognisedWord {
  const last = word.symbols.at(-1);
  if (last === undefined || word.symbols.length < 2 || !RINGS.test(last.text) || heightOf(last) >= LOW * usual) return word;
  return { ...word, symbols: [...word.symbols.slice(0, -1), { ...last, text: '。', recognised: last.recognised ?? last.text }] };
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
