import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { askQuestion } from '../client/ask-question.ts';
import { RequestFailure } from '../client/request-failure.ts';
import type { AnswerRequest } from '../contract.ts';
import { addTurn, type Conversation, changeTurn, firstUnanswered, keepSaid } from './conversation.ts';
import { keepConversation, keptConversation } from './conversation-storage.ts';
import { newId } from './new-id.ts';
import { ASKED, type Progress, type SaidOfAnswer, takePiece } from './turn.ts';

/** Between two tries to reach a service that is away, in milliseconds. */
const RETRY_MILLISECONDS = 2_000;

export type Ask = (question: string, mode?: 'extractive') => void;

export interface ConversationControls {
  readonly conversation: Conversation;
  /** With a mode: in the words of the documents. */
  readonly ask: Ask;
  readonly stop: (turn: string) => void;
  readonly retry: (turn: string) => void;
  /** Keeps what was said of an answer; undefined: it was taken back. */
  readonly say: (turn: string, said: SaidOfAnswer | undefined) => void;
  readonly startAnew: () => void;
}

/** The conversation on the page: its questions are asked one after the other, again where the connection was lost. */
export function useConversation(): ConversationControls {
  const [conversation, setConversation] = useState<Conversation>(() => keptConversation(localStorage) ?? { id: newId(), turns: [] });
  const running = useRef<{ readonly turn: string; readonly abort: AbortController } | undefined>(undefined);

  useEffect(() => keepConversation(localStorage, conversation), [conversation]);

  const pending = firstUnanswered(conversation);
  const pendingId = pending?.id;
  const pendingQuestion = pending?.question;
  const pendingMode = pending?.mode;
  const conversationId = conversation.id;
  useEffect(() => {
    if (pendingId === undefined || pendingQuestion === undefined) return undefined;
    const abort = new AbortController();
    running.current = { turn: pendingId, abort };
    const change = (next: (progress: Progress) => Progress) => {
      if (!abort.signal.aborted) setConversation((now) => changeTurn(now, pendingId, next));
    };
    let isOver = false;
    const request = { question: pendingQuestion, conversationId, ...(pendingMode === undefined ? {} : { mode: pendingMode }) };
    void answer(request, change, abort.signal, () => {
      isOver = true;
    });
    return () => {
      if (!isOver) abort.abort();
    };
  }, [pendingId, pendingQuestion, pendingMode, conversationId]);

  const setProgress = useCallback((turn: string, progress: Progress) => {
    setConversation((now) => changeTurn(now, turn, () => progress));
  }, []);
  return {
    conversation,
    ask: useCallback<Ask>((question, mode) => {
      setConversation((now) => addTurn(now, { id: newId(), question, progress: ASKED, ...(mode === undefined ? {} : { mode }) }));
    }, []),
    stop: useCallback(
      (turn: string) => {
        if (running.current?.turn === turn) running.current.abort.abort();
        setProgress(turn, { kind: 'stopped' });
      },
      [setProgress],
    ),
    retry: useCallback((turn: string) => setProgress(turn, ASKED), [setProgress]),
    say: useCallback((turn: string, said: SaidOfAnswer | undefined) => setConversation((now) => keepSaid(now, turn, said)), []),
    startAnew: useCallback(() => setConversation({ id: newId(), turns: [] }), []),
  };
}

/** Asks until there is an answer or a problem that asking again would not mend. */
async function answer(
  request: AnswerRequest,
  change: (next: (progress: Progress) => Progress) => void,
  signal: AbortSignal,
  over: () => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of askQuestion(request, signal)) {
        if (event.name === 'done' || event.name === 'error') over();
        change((progress) => takePiece(progress, event));
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof RequestFailure) || error.kind === 'problem') {
        const detail = error instanceof Error ? error.message : String(error);
        change(() => ({ kind: 'failed', detail }));
        return;
      }
      change(() => ({ kind: 'waiting' }));
      await pause(signal);
    }
  }
}

/** Waits a little, less where the browser says that it is connected again. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, RETRY_MILLISECONDS);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
