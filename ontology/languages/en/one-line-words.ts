import type { OneLineWords } from '../one-line-words.ts';

export const ONE_LINE_WORDS_EN: OneLineWords = {
  titles: ['\\b(?:single|one)[- ]?line\\b', '\\bsld\\b', '\\bpower distribution (?:diagram|schematic)\\b'],
  incoming: ['\\bincom(?:ing|er)\\b', '\\b(?:supply|supplied|fed|feed) from\\b'],
};
