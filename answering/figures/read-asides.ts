import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** What a question says beside the figure that holds of it anyway. */
export interface Asides {
  /** Cells without value do not count: of groups and measures they never do. */
  readonly blanks: readonly Token[];
  /** Both ends of a stretch belong to it. */
  readonly ends: readonly Token[];
}

/** Words that stand side by side and say which cells are left out (`blanks left out`, 空白不算, 只算填写了的), or that both ends count (含首尾). */
export function readAsides(sentence: Sentence): Asides {
  const blanks: Token[] = [];
  const ends: Token[] = [];
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at += 1) {
    const blank = blankAside(tokens, at);
    if (blank > 0) blanks.push(...tokens.slice(at, at + blank));
    const end = endsAside(tokens, at);
    if (end > 0) ends.push(...tokens.slice(at, at + end));
    at += Math.max(blank, end, 1) - 1;
  }
  return { blanks, ends };
}

/** Takes an aside where something in the plan makes it true; else its words are left over. */
export function takeAsides(
  sentence: Sentence,
  { blanks, ends }: Asides,
  holds: { readonly blanks: boolean; readonly ends: boolean },
): void {
  if (holds.blanks) sentence.take(...blanks);
  if (holds.ends) sentence.take(...ends);
}

/** How many tokens from `at` on leave blanks out; 0 for none. */
function blankAside(tokens: readonly Token[], at: number): number {
  const is = (offset: number, ...meanings: Parameters<typeof means>[1][]) => means(tokens[at + offset], ...meanings);
  if (is(0, 'blank')) {
    if (is(1, 'excluded')) return 2;
    return is(1, 'not') && is(2, 'reckoned', 'excluded') ? 3 : 0;
  }
  if (is(0, 'excluded') && is(1, 'blank')) return 2;
  if (is(0, 'not') && is(1, 'reckoned') && is(2, 'blank')) return 3;
  if (!is(0, 'only')) return 0;
  if (is(1, 'filled')) return is(2, 'reckoned') ? 3 : 2;
  return is(1, 'reckoned') && is(2, 'filled') ? 3 : 0;
}

/** The same of words for both ends: 含首尾两天, `both days included`. */
function endsAside(tokens: readonly Token[], at: number): number {
  const is = (offset: number, ...meanings: Parameters<typeof means>[1][]) => means(tokens[at + offset], ...meanings);
  const start = is(0, 'reckoned') && is(1, 'both ends') ? 1 : 0;
  if (!is(start, 'both ends')) return 0;
  const counted = tokens[at + start + 1]?.quantity?.low === 2 || is(start + 1, 'day') ? 1 : 0;
  return start + 1 + counted + (is(start + 1 + counted, 'reckoned') ? 1 : 0);
}
