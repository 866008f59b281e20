import { useCallback, useEffect, useState } from 'preact/hooks';
import { allReviews, decideReview, madeDecisions, undoDecision } from '../client/reviews.ts';
import type { DecisionDraft, MadeDecision, Review } from '../contract.ts';

interface Loaded {
  /** Open ones and decided ones. */
  readonly reviews: readonly Review[];
  readonly decisions: readonly MadeDecision[];
}

export interface ReviewControls {
  /** Absent until they have come. */
  readonly loaded?: Loaded;
  readonly failure?: string;
  /** Give why they failed, undefined where they did not. */
  readonly decide: (review: string, decision: DecisionDraft, reason: string) => Promise<string | undefined>;
  readonly undo: (decision: string, reason: string) => Promise<string | undefined>;
}

/** Matters and decisions, read anew after each decision, since one may settle several. */
export function useReviews(): ReviewControls {
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    Promise.all([allReviews(abort.signal), madeDecisions(abort.signal)]).then(
      ([reviews, decisions]) => {
        setLoaded({ reviews, decisions });
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setFailure(messageOf(error));
      },
    );
    return () => abort.abort();
  }, [round]);
  const change = useCallback(async (work: () => Promise<void>) => {
    try {
      await work();
      setRound((before) => before + 1);
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  }, []);
  return {
    ...(loaded === undefined ? {} : { loaded }),
    ...(failure === undefined ? {} : { failure }),
    decide: useCallback((review, decision, reason) => change(() => decideReview(review, decision, reason)), [change]),
    undo: useCallback((id, reason) => change(() => undoDecision(id, reason)), [change]),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
