import type { AnswerExport } from '../app/index.ts';

type Content = AnswerExport['content'];

/** What the document says that goes first in a conflict: the claim or warning that cites it, else its own words. */
export function saidFirst({ claims, safety, citations }: Content, { winner }: Content['conflicts'][number]): string {
  const claim = [...claims, ...safety].find((one) => one.citations[0] === winner);
  return claim?.text ?? citations[winner]?.quote ?? '';
}
