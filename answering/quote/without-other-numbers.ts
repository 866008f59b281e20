import { holdsForOtherNumbers } from '../compose/holds-for-other-numbers.ts';
import type { Question } from '../question/question.ts';
import type { EvidenceBlock } from './evidence-block.ts';

/** The same without rows that hold for other numbers than the question names; what has nothing else falls away. */
export function withoutOtherNumbers<Judged extends { readonly block: EvidenceBlock }>(
  question: Question,
  judged: readonly Judged[],
): readonly Judged[] {
  const isOfOthers = holdsForOtherNumbers(question);
  const isMeant = ({ passage }: EvidenceBlock['hit']) => !isOfOthers(passage);
  return judged.flatMap((one) => {
    const { block } = one;
    const [first, ...others] = block.passages.filter(isMeant);
    if (first === undefined) return [];
    return [
      {
        ...one,
        block: { ...block, passages: [first, ...others], before: block.before.filter(isMeant), behind: block.behind.filter(isMeant) },
      },
    ];
  });
}
