import { useState } from 'preact/hooks';
import { giveFeedback, withdrawFeedback } from '../client/feedback.ts';
import type { FeedbackRequest } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import type { SaidOfAnswer } from './turn.ts';

const VERDICTS = ['right', 'wrong', 'missing'] as const;
const SIGNS = { right: 'check', wrong: 'cross', missing: 'question' } as const;
const MOST_REMARK = 2_000;

interface AnswerFeedbackProps {
  readonly turn: string;
  /** Whether it was right, as a question. */
  readonly ask: string;
  /** What it is said of. */
  readonly of: Omit<FeedbackRequest, 'verdict' | 'remark'>;
  readonly said: SaidOfAnswer | undefined;
  readonly onSaid: (said: SaidOfAnswer | undefined) => void;
}

/** Says of an answer or a diagnosis that it is right, wrong or lacks something: at one click, with a remark where there is more to say; taken back at one click too. */
export function AnswerFeedback({ turn, ask, of, said, onSaid }: AnswerFeedbackProps) {
  const words = useWords();
  const [remark, setRemark] = useState(said?.remark ?? '');
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure?: string }>({ isBusy: false });
  const [isTakenBack, setTakenBack] = useState(false);
  const change = async (work: () => Promise<SaidOfAnswer | undefined>) => {
    setState({ isBusy: true });
    try {
      const next = await work();
      onSaid(next);
      setTakenBack(next === undefined);
      setState({ isBusy: false });
    } catch (error) {
      setState({ isBusy: false, failure: error instanceof Error ? error.message : String(error) });
    }
  };
  const send = (next: Pick<FeedbackRequest, 'verdict'> & { readonly remark: string }) =>
    change(async () => ({ ...next, id: (await giveFeedback({ ...of, ...next })).id }));
  const takeBack = (id: string) =>
    change(async () => {
      await withdrawFeedback(id);
      setRemark('');
      return undefined;
    });
  const isSent = said !== undefined && said.remark === remark.trim();
  return (
    <div class="feedback">
      <fieldset class="feedback-choice">
        <legend>{ask}</legend>
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
        {said === undefined
          ? isTakenBack
            ? words('feedback.takenBack')
            : ''
          : words(said.remark === '' ? 'feedback.kept' : 'feedback.keptWithRemark')}
      </p>
      {said === undefined ? undefined : (
        <button type="button" class="quiet take-back" disabled={state.isBusy} onClick={() => void takeBack(said.id)}>
          <Icon name="back" />
          {words('feedback.takeBack')}
        </button>
      )}
      {state.failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('feedback.failed')}: {state.failure}
        </p>
      )}
    </div>
  );
}
