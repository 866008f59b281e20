import { useState } from 'preact/hooks';
import { describePlace } from '../ask/describe-place.ts';
import type { DecisionDraft, Review } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { describeDecision, describeReview, describeTouches } from './describe-review.ts';
import { ROLES } from './roles.ts';
import { SaidOfAnswer } from './said-of-answer.tsx';

interface ReviewCardProps {
  readonly review: Review;
  readonly mayDecide: boolean;
  readonly selected: number | undefined;
  /** Opens the place of a piece of evidence. */
  readonly select: (index: number) => void;
  /** Gives why it failed, undefined where it did not. */
  readonly decide: (decision: DecisionDraft, reason: string) => Promise<string | undefined>;
}

/** One matter that needs a person: what is asked, the places it stands on, and what can be decided, with a reason. */
export function ReviewCard({ review, mayDecide, selected, select, decide }: ReviewCardProps) {
  const words = useWords();
  const { id, subject, evidence, proposals } = review;
  const [reason, setReason] = useState('');
  const [role, setRole] = useState('');
  const [expected, setExpected] = useState('');
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure?: string }>({ isBusy: false });
  const settle = async (decision: DecisionDraft) => {
    setState({ isBusy: true });
    const failure = await decide(decision, reason.trim());
    setState(failure === undefined ? { isBusy: false } : { isBusy: false, failure });
  };
  const isReady = reason.trim() !== '' && !state.isBusy;
  const chosen = ROLES.find((one) => one === role);
  return (
    <article class="review" aria-labelledby={`review-${id}`}>
      <h3 id={`review-${id}`}>{describeReview(words, review)}</h3>
      <p class="aside">{describeTouches(words, review)}</p>
      {subject.kind === 'answer-feedback' ? (
        <SaidOfAnswer feedback={subject.feedback} expected={expected} setExpected={setExpected} mayDecide={mayDecide} />
      ) : undefined}
      <ul class="evidence">
        {evidence.map((place, index) => (
          <li key={`${place.passageId} ${place.start}`}>
            <blockquote>{place.quote}</blockquote>
            <button type="button" class="quiet" aria-pressed={selected === index} onClick={() => select(index)}>
              {place.title}, {describePlace(words, place.anchors)}
            </button>
          </li>
        ))}
      </ul>
      {mayDecide && (proposals.length > 0 || subject.kind === 'doubtful-column') ? (
        <form class="decide" onSubmit={(event) => event.preventDefault()}>
          <label for={`reason-${id}`}>{words('decide.reason')}</label>
          <input id={`reason-${id}`} type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
          {subject.kind === 'doubtful-column' ? (
            <span class="role">
              <label for={`role-${id}`}>{words('decide.means')}</label>
              <select id={`role-${id}`} value={role} onChange={(event) => setRole(event.currentTarget.value)}>
                <option value="">{words('decide.choose')}</option>
                {ROLES.map((one) => (
                  <option key={one} value={one}>
                    {wordsFor(words, 'role', one)}
                  </option>
                ))}
              </select>
              <button
                type="button"
                disabled={!isReady || chosen === undefined}
                onClick={() => {
                  const { version, table, column } = subject;
                  if (chosen !== undefined) void settle({ kind: 'correct-column', version, table, column, role: chosen });
                }}
              >
                {words('decide.take')}
              </button>
            </span>
          ) : undefined}
          <span class="proposals">
            {proposals.flatMap((proposal) =>
              proposal.kind === 'undo' ? (
                []
              ) : (
                <button
                  key={JSON.stringify(proposal)}
                  type="button"
                  disabled={!isReady}
                  onClick={() => void settle(withExpected(proposal, expected.trim()))}
                >
                  {describeDecision(words, proposal, [review])}
                </button>
              ),
            )}
          </span>
        </form>
      ) : undefined}
      {state.failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('decide.failed')}: {state.failure}
        </p>
      )}
    </article>
  );
}

/** A decision that an answer was at fault, with the words of a right one where they were named. */
function withExpected(decision: DecisionDraft, expected: string): DecisionDraft {
  if (expected === '' || decision.kind !== 'judge-answer' || decision.outcome !== 'confirmed') return decision;
  return { ...decision, expected };
}
