import type { ComponentChildren, RefObject } from 'preact';
import { useWords } from '../languages/words.ts';
import { AnswerView } from './answer-view.tsx';
import { ClaimList } from './claim-list.tsx';
import { SafetyNotices } from './safety-notices.tsx';
import { SourceList } from './source-list.tsx';
import type { SaidOfAnswer, Turn } from './turn.ts';
import type { Ask } from './use-conversation.ts';

interface TurnViewProps {
  readonly turn: Turn;
  readonly place: RefObject<HTMLElement | null> | null;
  /** Place of the citation that stands open. */
  readonly selected: number | undefined;
  readonly select: (index: number) => void;
  readonly ask: Ask;
  readonly stop: () => void;
  readonly retry: () => void;
  readonly say: (said: SaidOfAnswer | undefined) => void;
  /** The open source, where it stands below the answer. */
  readonly children: ComponentChildren;
}

/** One question with what became of it. */
export function TurnView({ turn, place, selected, select, ask, stop, retry, say, children }: TurnViewProps) {
  const words = useWords();
  const { id, question, progress } = turn;
  const sources = { turn: id, selected, select };
  return (
    <article class="turn" aria-labelledby={`question-${id}`} ref={place} aria-busy={progress.kind === 'asking'}>
      <h2 class="question" id={`question-${id}`}>
        {question}
      </h2>
      <div class="for-readers" role="status">
        {progress.kind === 'done' ? words(`decision.${progress.answer.content.decision}`) : ''}
      </div>
      {progress.kind === 'asking' ? (
        <div class="answer">
          <p class="working">
            <span class="spinner" aria-hidden="true" />
            {progress.evidence.length === 0 ? words('turn.looking') : words('turn.evidence', { count: progress.evidence.length })}
            <button type="button" class="quiet" onClick={stop}>
              {words('ask.stop')}
            </button>
          </p>
          <SafetyNotices claims={progress.safety} citations={progress.evidence} {...sources} />
          <ClaimList claims={progress.claims} citations={progress.evidence} isSure {...sources} />
          <SourceList citations={progress.evidence} {...sources} />
        </div>
      ) : undefined}
      {progress.kind === 'waiting' ? (
        <p class="working notice warning" role="alert">
          <span class="spinner" aria-hidden="true" />
          {words('turn.waiting')}
          <button type="button" class="quiet" onClick={stop}>
            {words('ask.stop')}
          </button>
        </p>
      ) : undefined}
      {progress.kind === 'failed' || progress.kind === 'stopped' ? (
        <div class="answer notice" role={progress.kind === 'failed' ? 'alert' : undefined}>
          <p>{progress.kind === 'failed' ? `${words('turn.failed')}: ${progress.detail}` : words('turn.stopped')}</p>
          <button type="button" onClick={retry}>
            {words('turn.again')}
          </button>
        </div>
      ) : undefined}
      {progress.kind === 'done' ? (
        <AnswerView question={question} answer={progress.answer} ask={ask} said={turn.said} onSaid={say} {...sources} />
      ) : undefined}
      {children}
    </article>
  );
}
