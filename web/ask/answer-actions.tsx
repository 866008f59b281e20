import { useState } from 'preact/hooks';
import type { AnswerContent } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { answerText } from './answer-text.ts';
import { copyText } from './copy-text.ts';
import { printTurn } from './print-turn.ts';

interface AnswerActionsProps {
  readonly question: string;
  readonly content: AnswerContent;
  readonly turn: string;
}

/** Takes an answer along, always with its sources. */
export function AnswerActions({ question, content, turn }: AnswerActionsProps) {
  const words = useWords();
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
    </div>
  );
}
