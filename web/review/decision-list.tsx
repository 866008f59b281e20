import { useState } from 'preact/hooks';
import { MOST_DECISIONS } from '../client/reviews.ts';
import type { MadeDecision, Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { useWhen } from '../parts/use-when.ts';
import { describeDecision } from './describe-review.ts';

interface DecisionListProps {
  readonly decisions: readonly MadeDecision[];
  /** Their matters, which name what is decided. */
  readonly reviews: readonly Review[];
  readonly mayDecide: boolean;
  readonly undo: (id: string, reason: string) => Promise<string | undefined>;
}

/** What people decided, newest first, with who, when and why; what is in force can be undone. */
export function DecisionList({ decisions, reviews, mayDecide, undo }: DecisionListProps) {
  const words = useWords();
  const when = useWhen();
  const [failure, setFailure] = useState<string | undefined>(undefined);
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{words('review.decided')}</h2>
      {failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('decide.failed')}: {failure}
        </p>
      )}
      {decisions.length < MOST_DECISIONS ? undefined : <p class="aside">{words('decided.newest', { count: decisions.length })}</p>}
      <ul class="decisions">
        {decisions.map(({ id, decision, actor, at, reason, state, dormant }) => (
          <li key={id} class={state}>
            <p>
              {describeDecision(words, decision, reviews)} <span class="badge">{words(`decided.${state}`)}</span>
              {dormant ? <span class="badge">{words('decided.dormant')}</span> : undefined}
            </p>
            <p class="aside">
              {actor}, <time dateTime={at}>{when(at)}</time>: {reason}
            </p>
            {mayDecide && state === 'in-force' && decision.kind !== 'undo' ? (
              <button
                type="button"
                class="quiet"
                aria-label={words('decide.undoThis', { decision: describeDecision(words, decision, reviews) })}
                onClick={async () => setFailure(await undo(id, words('decide.undoReason')))}
              >
                {words('decide.undo')}
              </button>
            ) : undefined}
          </li>
        ))}
      </ul>
    </section>
  );
}
