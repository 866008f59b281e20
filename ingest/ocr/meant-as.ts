import type { RecognisedSymbol, RecognisedWord } from './text-recogniser.ts';

/** A symbol that stands for another sign than the engine said; what it said first is kept. */
export function meantAs(symbol: RecognisedSymbol, text: string): RecognisedSymbol {
  return { ...symbol, text, recognised: symbol.recognised ?? symbol.text };
}

/** A word of which the symbols at these places stand for other signs than the engine said. */
export function withMeant(word: RecognisedWord, meant: ReadonlyMap<number, string>): RecognisedWord {
  if (meant.size === 0) return word;
  const symbols = word.symbols.map((symbol, at) => {
    const text = meant.get(at);
    return text === undefined ? symbol : meantAs(symbol, text);
  });
  return { ...word, symbols };
}
