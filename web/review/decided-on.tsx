import { useState } from 'preact/hooks';
import type { Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { useWhen } from '../parts/use-when.ts';
import { describeDecision } from './describe-review.ts';

interface DecidedOnProps {
  readonly review: Review;
  readonly mayDecide: boolean;
  readonly undo: (decision: string, reason: string) => Promise<string | undefined>;
}

/** Who settled a matter, when and why, each decision to be taken back so that the matter is open again. */
export function DecidedOn({ review, mayDecide, undo }: DecidedOnProps) {
  const words = useWords();
  const when = useWhen();
  const [failure, setFailure] = useState<string | undefined>(undefined);
  if (review.decisions.length === 0) return null;
  return (
    <>
      {review.decisions.map(({ id, decision, actor, at, reason }) => {
        const said = describeDecision(words, decision, [review]);
        return (
          <div key={id}>
            <p>{said}</p>
            <p class="aside">
              {actor}, <time dateTime={at}>{when(at)}</time>: {reason}
            </p>
            {mayDecide ? (
              <button
                type="button"
                class="quiet"
                aria-label={words('decide.takeUpThis', { decision: said })}
                onClick={async () => setFailure(await undo(id, words('decide.undoReason')))}
              >
                {words('decide.takeUp')}
              </button>
            ) : undefined}
          </div>
        );
      })}
      {failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('decide.failed')}: {failure}
        </p>
      )}
    </>
  );
}
