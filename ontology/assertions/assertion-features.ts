import { fold } from '../../kernel/index.ts';

/** Words (digits as one), single Chinese signs, and signs that end or part what is said. */
const TOKEN = /\p{sc=Han}|[\p{L}\p{N}]+(?:['’]\p{L}+)?|[:：,，;；.。!！?？…—–]/gu;
const LONGEST_RUN = 3;
/** Tokens that a line is looked at from either end; the middle of a long one says the same again. */
const MOST_TOKENS = 60;

/**
 * What of a line tells whether it asserts anything: its runs of up to three tokens, those that it begins and ends with, how it is marked
 * up, and how long it is. Lines of either language; equal lines have equal features, each once.
 */
export function assertionFeatures(text: string): readonly string[] {
  const folded = fold(text).trim();
  const tokens = (folded.match(TOKEN) ?? []).map((token) => token.replace(/\p{N}+/gu, '0').replace('’', "'"));
  const shown = tokens.length > 2 * MOST_TOKENS ? [...tokens.slice(0, MOST_TOKENS), ...tokens.slice(-MOST_TOKENS)] : tokens;
  const features = new Set<string>([
    ...(/^#{1,6}\s/.test(folded) ? ['m:title'] : []),
    ...(/^\*\*[^*]+\*\*\W*$/u.test(folded) ? ['m:bold'] : []),
    ...(/^(?:[-*•]|\d+[.)])\s/u.test(folded) ? ['m:item'] : []),
    ...(/\p{Extended_Pictographic}/u.test(folded) ? ['m:emoji'] : []),
    `n:${Math.round(Math.log2(tokens.length + 1))}`,
  ]);
  for (let length = 1; length <= LONGEST_RUN; length += 1) {
    for (let from = 0; from + length <= shown.length; from += 1) {
      const run = shown.slice(from, from + length).join('_');
      features.add(`r:${run}`);
      if (from === 0) features.add(`b:${run}`);
      if (from + length === shown.length) features.add(`e:${run}`);
    }
  }
  return [...features];
}
