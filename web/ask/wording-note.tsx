import type { AnswerContent } from '../contract.ts';
import { useWords } from '../languages/words.ts';

interface WordingNoteProps {
  readonly content: AnswerContent;
  /** Asks again for the words of the documents. */
  readonly askAnew: () => void;
}

/** Says that a model worded the answer, what of it did not pass the check, and leads to the words of the documents. */
export function WordingNote({ content, askAnew }: WordingNoteProps) {
  const words = useWords();
  const { wording, mode } = content;
  if (wording === undefined) return null;
  const { model, said, kept, cut } = wording;
  return (
    <p class="aside">
      {mode === 'model' ? words('answer.worded', { model, said, kept }) : words('answer.notWorded', { model, said })}{' '}
      {cut.length === 0 ? undefined : words('answer.cut', { count: cut.length, quoted: cut.filter(({ isQuoted }) => isQuoted).length })}{' '}
      {mode === 'model' ? (
        <button type="button" class="quiet" onClick={askAnew}>
          {words('answer.documentsWords')}
        </button>
      ) : undefined}
    </p>
  );
}
