import type { AnswerContent } from '../contract.ts';

/** What the document says that goes first in a conflict: the claim or warning that cites it, else its own words. */
export function saidFirst(
  { claims, safety, citations }: Pick<AnswerContent, 'claims' | 'safety' | 'citations'>,
  { winner }: Pick<AnswerContent['conflicts'][number], 'winner'>,
): string {
  const claim = [...claims, ...safety].find((one) => one.citations[0] === winner);
  return claim?.text ?? citations[winner]?.quote ?? '';
}
