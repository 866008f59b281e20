import type { TagGrammar } from '../../kernel/index.ts';
import { meantAs } from '../ocr/meant-as.ts';
import type { RecognisedSymbol, RecognisedWord } from '../ocr/text-recogniser.ts';
import type { Ring } from './find-rings.ts';
import type { ReadLine } from './read-lines.ts';

/** Letters that digits are taken for: beside a digit they may be those. */
const MEANT: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', I: '1', l: '1' };
const MOST_ROWS = 3;

/**
 * Repairs letters for digits in the rows of a ring where only so they are one tag of the grammar, `O2TT` over `1OO5`; what was recognised
 * is kept with each sign.
 */
export function repairBalloons(lines: readonly ReadLine[], rings: readonly Ring[], grammar: TagGrammar): readonly ReadLine[] {
  const repaired = new Map<ReadLine, ReadLine>();
  for (const { x, y, across, up } of rings) {
    const rows = lines
      .filter(({ line: { box } }) => Math.hypot(((box.x0 + box.x1) / 2 - x) / across, ((box.y0 + box.y1) / 2 - y) / up) < 1)
      .sort((a, b) => a.line.box.y0 - b.line.box.y0);
    if (rows.length < 2 || rows.length > MOST_ROWS || isTag(rows.map(textOf).join(''), grammar)) continue;
    const changed = rows.map((row): ReadLine => ({ ...row, words: row.words.map(withDigits) }));
    if (!isTag(changed.map(textOf).join(''), grammar)) continue;
    rows.forEach((row, at) => {
      const own = changed[at];
      if (own !== undefined) repaired.set(row, own);
    });
  }
  return lines.map((line) => repaired.get(line) ?? line);
}

function textOf({ words }: ReadLine): string {
  return words.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join('');
}

function withDigits(word: RecognisedWord): RecognisedWord {
  const isDigit = (symbol: RecognisedSymbol | undefined): boolean => symbol !== undefined && /^\d$/u.test(symbol.text);
  // Of a row of letters beside digits, as many are changed as stand beside one.
  let symbols = word.symbols;
  for (let isChanging = true; isChanging; ) {
    const next = symbols.map((symbol, at): RecognisedSymbol => {
      const meant = MEANT[symbol.text];
      if (meant === undefined || !(isDigit(symbols[at - 1]) || isDigit(symbols[at + 1]))) return symbol;
      return meantAs(symbol, meant);
    });
    isChanging = next.some((symbol, at) => symbol !== symbols[at]);
    symbols = next;
  }
  return { ...word, symbols };
}

function isTag(text: string, grammar: TagGrammar): boolean {
  const [mention, ...others] = grammar.find(text);
  return others.length === 0 && mention?.identifier.kind === 'tag' && mention.start === 0 && mention.end === text.length;
}
