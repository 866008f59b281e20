import { useCallback, useEffect, useState } from 'preact/hooks';
import { decideReview, madeDecisions, namingReviews, openReviews, undoDecision } from '../client/reviews.ts';
import { untilReached } from '../client/until-reached.ts';
import type { DecisionDraft, MadeDecision, Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';

/** Open matters that are shown at once, and added at each wish for more. */
const PAGE = 50;

interface Loaded {
  /** The open ones that are shown, those that touch most first. */
  readonly open: readonly Review[];
  /** All that are open. */
  readonly total: number;
  /** Decided ones that name the things their decisions are about. */
  readonly naming: readonly Review[];
  readonly decisions: readonly MadeDecision[];
}

export interface ReviewControls {
  /** Absent until they have come. */
  readonly loaded?: Loaded;
  readonly failure?: string;
  readonly showMore: () => void;
  /** Give why they failed, undefined where they did not. */
  readonly decide: (review: string, decision: DecisionDraft, reason: string) => Promise<string | undefined>;
  readonly undo: (decision: string, reason: string) => Promise<string | undefined>;
}

/**
 * Matters and decisions, read anew after each decision, since one may settle several. What was there stays until they have come; while
 * the service cannot be reached it is asked again.
 */
export function useReviews(): ReviewControls {
  const words = useWords();
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const [failure, setFailure] = useState<'lost' | { readonly text: string } | undefined>(undefined);
  const [shown, setShown] = useState(PAGE);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    untilReached(
      (signal) => load(shown, signal),
      () => setFailure('lost'),
      abort.signal,
    ).then(
      (all) => {
        setLoaded(all);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setFailure({ text: messageOf(error) });
      },
    );
    return () => abort.abort();
  }, [round, shown]);
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
    ...(failure === undefined ? {} : { failure: failure === 'lost' ? words('connection.lost') : failure.text }),
    showMore: useCallback(() => setShown((before) => before + PAGE), []),
    decide: useCallback((review, decision, reason) => change(() => decideReview(review, decision, reason)), [change]),
    undo: useCallback((id, reason) => change(() => undoDecision(id, reason)), [change]),
  };
}

/** The first open matters, page after page as the service gives them, with what was decided. */
async function load(shown: number, signal: AbortSignal): Promise<Loaded> {
  const [{ open, total }, naming, decisions] = await Promise.all([firstOpen(shown, signal), namingReviews(signal), madeDecisions(signal)]);
  return { open, total, naming, decisions };
}

async function firstOpen(shown: number, signal: AbortSignal): Promise<Pick<Loaded, 'open' | 'total'>> {
  const MOST = 1_000;
  const open: Review[] = [];
  let cursor: string | undefined;
  for (;;) {
    const limit = Math.min(MOST, shown - open.length);
    const page = await openReviews({ limit, ...(cursor === undefined ? {} : { cursor }) }, signal);
    open.push(...page.reviews);
    cursor = page.next;
    if (cursor === undefined || open.length >= shown) return { open, total: page.total };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
