import { useState } from 'preact/hooks';
import { saveAnswer } from '../client/save-answer.ts';
import type { Answer, AnswerFileRequest } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { answerText } from './answer-text.ts';
import { copyText } from './copy-text.ts';
import { printTurn } from './print-turn.ts';

interface AnswerActionsProps {
  readonly question: string;
  readonly answer: Answer;
  readonly turn: string;
}

/** Takes an answer along, always with its sources. */
export function AnswerActions({ question, answer, turn }: AnswerActionsProps) {
  const words = useWords();
  const { content } = answer;
  const [failure, setFailure] = useState<string>();
  const save = async (form: AnswerFileRequest['form']) => {
    try {
      await saveAnswer(question, answer, form);
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const [copied, setCopied] = useState<'answer.copy' | 'answer.copied' | 'answer.notCopied'>('answer.copy');
  const copy = async () => setCopied((await copyText(answerText(words, question, content))) ? 'answer.copied' : 'answer.notCopied');
  return (
    <div class="actions">
      <button type="button" class="quiet" onClick={copy}>
        <Icon name={copied === 'answer.copied' ? 'check' : 'copy'} />
        <span aria-live="polite">{words(copied)}</span>
      </button>
      <button type="button" class="quiet" onClick={() => printTurn(turn)}>
        <Icon name="print" />
        {words('answer.print')}
      </button>
      <button type="button" class="quiet" onClick={() => void save('markdown')}>
        <Icon name="file" />
        {words('answer.saveMarkdown')}
      </button>
      <button type="button" class="quiet" onClick={() => void save('json')}>
        <Icon name="file" />
        {words('answer.saveJson')}
      </button>
      {failure === undefined ? undefined : (
        <span class="notice warning" role="alert">
          {words('answer.notSaved')}: {failure}
        </span>
      )}
    </div>
  );
}
