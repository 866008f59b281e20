import { useState } from 'preact/hooks';
import { giveFeedback } from '../client/feedback.ts';
import type { Answer } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import type { SaidOfAnswer } from './turn.ts';

const VERDICTS = ['right', 'wrong', 'missing'] as const;
const SIGNS = { right: 'check', wrong: 'cross', missing: 'question' } as const;
const MOST_REMARK = 2_000;

interface AnswerFeedbackProps {
  readonly turn: string;
  readonly question: string;
  readonly answer: Answer;
  readonly said: SaidOfAnswer | undefined;
  readonly onSaid: (said: SaidOfAnswer) => void;
}

/** Says of an answer that it is right, wrong or lacks something: at one click, with a remark where there is more to say. */
export function AnswerFeedback({ turn, question, answer, said, onSaid }: AnswerFeedbackProps) {
  const words = useWords();
  const [remark, setRemark] = useState(said?.remark ?? '');
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure?: string }>({ isBusy: false });
  const { digest, content } = answer;
  const send = async (next: SaidOfAnswer) => {
    setState({ isBusy: true });
    const understood = content.resolution === undefined ? {} : { understood: content.resolution.question };
    try {
      await giveFeedback({ question, ...understood, digest, ...next });
      onSaid(next);
      setState({ isBusy: false });
    } catch (error) {
      setState({ isBusy: false, failure: error instanceof Error ? error.message : String(error) });
    }
  };
  const isSent = said !== undefined && said.remark === remark.trim();
  return (
    <div class="feedback">
      <fieldset class="feedback-choice">
        <legend>{words('feedback.ask')}</legend>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class="quiet"
            aria-pressed={said?.verdict === verdict}
            disabled={state.isBusy}
            onClick={() => void send({ verdict, remark: remark.trim() })}
          >
            <Icon name={SIGNS[verdict]} />
            {words(`feedback.${verdict}`)}
          </button>
        ))}
      </fieldset>
      {said === undefined ? undefined : (
        <form
          class="feedback-remark"
          onSubmit={(event) => {
            event.preventDefault();
            void send({ verdict: said.verdict, remark: remark.trim() });
          }}
        >
          <label for={`remark-${turn}`}>{words('feedback.remark')}</label>
          <textarea
            id={`remark-${turn}`}
            rows={2}
            maxLength={MOST_REMARK}
            value={remark}
            onInput={(event) => setRemark(event.currentTarget.value)}
          />
          <button type="submit" disabled={state.isBusy || isSent}>
            {words('feedback.send')}
          </button>
        </form>
      )}
      <p class="aside" role="status">
        {said === undefined ? '' : words(said.remark === '' ? 'feedback.kept' : 'feedback.keptWithRemark')}
      </p>
      {state.failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('feedback.failed')}: {state.failure}
        </p>
      )}
    </div>
  );
}
