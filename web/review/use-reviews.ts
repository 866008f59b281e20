import { useCallback, useEffect, useState } from 'preact/hooks';
import { decideReview, listedReviews, madeDecisions, namingReviews, type ReviewListed, undoDecision } from '../client/reviews.ts';
import { untilReached } from '../client/until-reached.ts';
import type { DecisionDraft, MadeDecision, Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';

/** Matters that are shown at once, and added at each wish for more. */
const PAGE = 50;

interface Loaded {
  readonly list: ReviewListed;
  /** Those of the list that are shown, those that touch most first. */
  readonly reviews: readonly Review[];
  /** All of the list. */
  readonly total: number;
  /** Decided ones that name the things their decisions are about. */
  readonly naming: readonly Review[];
  readonly decisions: readonly MadeDecision[];
}

export interface ReviewControls {
  /** Absent until those of the list have come. */
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
export function useReviews(list: ReviewListed): ReviewControls {
  const words = useWords();
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const [failure, setFailure] = useState<'lost' | { readonly text: string } | undefined>(undefined);
  const [shown, setShown] = useState(PAGE);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    untilReached(
      (signal) => load(list, shown, signal),
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
  }, [list, round, shown]);
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
    ...(loaded?.list !== list ? {} : { loaded }),
    ...(failure === undefined ? {} : { failure: failure === 'lost' ? words('connection.lost') : failure.text }),
    showMore: useCallback(() => setShown((before) => before + PAGE), []),
    decide: useCallback((review, decision, reason) => change(() => decideReview(review, decision, reason)), [change]),
    undo: useCallback((id, reason) => change(() => undoDecision(id, reason)), [change]),
  };
}

/** The first matters of a list, page after page as the service gives them, with what was decided. */
async function load(list: ReviewListed, shown: number, signal: AbortSignal): Promise<Loaded> {
  const [first, naming, decisions] = await Promise.all([firstOf(list, shown, signal), namingReviews(signal), madeDecisions(signal)]);
  return { list, ...first, naming, decisions };
}

async function firstOf(list: ReviewListed, shown: number, signal: AbortSignal): Promise<Pick<Loaded, 'reviews' | 'total'>> {
  const MOST = 1_000;
  const reviews: Review[] = [];
  let cursor: string | undefined;
  for (;;) {
    const limit = Math.min(MOST, shown - reviews.length);
    const page = await listedReviews({ list, limit, ...(cursor === undefined ? {} : { cursor }) }, signal);
    reviews.push(...page.reviews);
    cursor = page.next;
    if (cursor === undefined || reviews.length >= shown) return { reviews, total: page.total };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
