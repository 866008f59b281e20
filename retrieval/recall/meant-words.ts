import type { Access, PassageReader, TermStatistics } from '../../kernel/index.ts';
import { findSlips, likeliestWords } from './slips.ts';

/** A place of a question where it says a word that no passage holds, with what may have been meant, commonest first. */
export interface MeantWords {
  readonly said: string;
  readonly words: readonly string[];
}

/** Words taken for one slip. */
const MOST = 2;

/**
 * Words that passages hold in place of those that none holds, with the statistics of all; the store is asked only where there are such.
 * `tokens` are those of the question and `counted` what the store holds of them.
 */
export async function meantWords(
  passages: Pick<PassageReader, 'statistics'>,
  access: Access,
  text: string,
  tokens: readonly string[],
  counted: TermStatistics,
): Promise<{ readonly meant: readonly MeantWords[]; readonly statistics: TermStatistics }> {
  const slips = findSlips(text, tokens, counted);
  if (slips.length === 0) return { meant: [], statistics: counted };
  const others = await passages.statistics(access, [...new Set(slips.flatMap(({ words }) => words))]);
  const meant = slips
    .map((slip) => ({ said: slip.said, words: likeliestWords(slip, others, MOST) }))
    .filter(({ words }) => words.length > 0);
  const kept = meant.flatMap(({ words }) => words.map((word) => [word, others.frequency.get(word) ?? 0] as const));
  return { meant, statistics: { ...counted, frequency: new Map([...counted.frequency, ...kept]) } };
}
