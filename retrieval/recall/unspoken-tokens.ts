import { compareText } from '../../kernel/index.ts';
import type { Asked } from './understand.ts';

/**
 * Tokens of terms of which no name is held anywhere, in order: of such a term it is true that the documents say nothing, however
 * few of the passages were found. A name is held where each of its tokens is, if not by one passage; so a term may be spoken of
 * nowhere and not be listed, never the other way round.
 */
export function unspokenTokens({ terms, statistics }: Pick<Asked, 'terms' | 'statistics'>): readonly string[] {
  const isHeld = (tokens: readonly string[]) => tokens.every((token) => (statistics.frequency.get(token) ?? 0) > 0);
  const lost = terms.filter(({ alternatives }) => !alternatives.some(isHeld));
  return [...new Set(lost.flatMap(({ asked }) => asked))].sort(compareText);
}
