import type { AnswerContent } from '../contract.ts';
import { useWords } from '../languages/words.ts';

/** Says whose words an answer is given in: below each of them, on the page as on paper. */
export function OriginNotice({ mode }: Pick<AnswerContent, 'mode'>) {
  const words = useWords();
  return (
    <p class="aside" role="note">
      {words(`origin.${mode}`)}
    </p>
  );
}
