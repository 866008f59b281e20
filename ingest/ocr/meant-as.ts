import type { RecognisedSymbol } from './text-recogniser.ts';

/** A symbol that stands for another sign than the engine said; what it said first is kept. */
export function meantAs(symbol: RecognisedSymbol, text: string): RecognisedSymbol {
  return { ...symbol, text, recognised: symbol.recognised ?? symbol.text };
}
