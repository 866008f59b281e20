import type { DecisionDraft, DecisionEffect, MadeDecision, Review, ReviewList } from '../contract.ts';
import { getJson } from './get-json.ts';
import { postJson } from './post-json.ts';

/** Kinds whose decisions name things by what their matters call them. */
const NAMING = ['ambiguous-name', 'link-conflict'] as const;
const MOST_NAMING = 1_000;
export const MOST_DECISIONS = 200;

/** What the page lists: what is open, or facts that people rejected. */
export const REVIEW_LISTS = ['open', 'rejected'] as const;
export type ReviewListed = (typeof REVIEW_LISTS)[number];

const FILTERS: Readonly<Record<ReviewListed, Readonly<Record<string, string>>>> = {
  open: { state: 'open' },
  rejected: { state: 'decided', decision: 'reject-fact' },
};

/** A page of one list, what touches most first; `cursor` is `next` of the page before. @throws RequestFailure. */
export function listedReviews(
  { list, limit, cursor }: { readonly list: ReviewListed; readonly limit: number; readonly cursor?: string },
  signal: AbortSignal,
): Promise<ReviewList> {
  const query = new URLSearchParams({ ...FILTERS[list], limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
  return getJson(`/v1/reviews?${query}`, signal);
}

/** Decided matters that name the things their decisions are about. @throws RequestFailure. */
export async function namingReviews(signal: AbortSignal): Promise<readonly Review[]> {
  const lists = await Promise.all(
    NAMING.map((kind) => getJson<ReviewList>(`/v1/reviews?state=decided&kind=${kind}&limit=${MOST_NAMING}`, signal)),
  );
  return lists.flatMap(({ reviews }) => reviews);
}

/** What people decided, newest first, the newest alone. @throws RequestFailure. */
export async function madeDecisions(signal: AbortSignal): Promise<readonly MadeDecision[]> {
  const path = `/v1/decisions?limit=${MOST_DECISIONS}`;
  return (await getJson<{ readonly decisions: readonly MadeDecision[] }>(path, signal)).decisions;
}

/** What a decision would change; it is not made. @throws RequestFailure. */
export function previewDecision(decision: DecisionDraft, signal: AbortSignal): Promise<DecisionEffect> {
  return postJson('/v1/decisions/preview', { decision }, signal);
}

/** @throws RequestFailure. */
export async function decideReview(review: string, decision: DecisionDraft, reason: string): Promise<void> {
  await postJson(`/v1/reviews/${encodeURIComponent(review)}/decision`, { decision, reason });
}

/** @throws RequestFailure. */
export async function undoDecision(id: string, reason: string): Promise<void> {
  await postJson(`/v1/decisions/${encodeURIComponent(id)}/undo`, { reason });
}
