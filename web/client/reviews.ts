import type { DecisionDraft, MadeDecision, Review } from '../contract.ts';
import { postJson } from './post-json.ts';
import { sendRequest } from './send-request.ts';

const MOST = 200;

/** What needs a person or was decided by one, ordered by kind. @throws RequestFailure. */
export async function allReviews(signal: AbortSignal): Promise<readonly Review[]> {
  const response = await sendRequest(`/v1/reviews?limit=${MOST}`, { signal });
  return ((await response.json()) as { readonly reviews: readonly Review[] }).reviews;
}

/** What people decided, newest first. @throws RequestFailure. */
export async function madeDecisions(signal: AbortSignal): Promise<readonly MadeDecision[]> {
  const response = await sendRequest(`/v1/decisions?limit=${MOST}`, { signal });
  return ((await response.json()) as { readonly decisions: readonly MadeDecision[] }).decisions;
}

/** @throws RequestFailure. */
export async function decideReview(review: string, decision: DecisionDraft, reason: string): Promise<void> {
  await postJson(`/v1/reviews/${encodeURIComponent(review)}/decision`, { decision, reason });
}

/** @throws RequestFailure. */
export async function undoDecision(id: string, reason: string): Promise<void> {
  await postJson(`/v1/decisions/${encodeURIComponent(id)}/undo`, { reason });
}
