import { type Caller, FaultlineError, type Review, type ReviewId, type ReviewKind } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { maySeeReview } from '../may-see-feedback.ts';
import { readerAccess } from '../reader-access.ts';

export interface ReviewFilter {
  readonly kind?: ReviewKind;
  readonly state?: Review['state'];
  readonly limit: number;
}

/** What needs a person, out of what the caller may read; ordered by kind, then id. */
export async function listReviews(
  application: Application,
  caller: Caller,
  { kind, state, limit }: ReviewFilter,
): Promise<readonly Review[]> {
  const all = await reviewsFor(application, caller);
  return all
    .filter((review) => (kind === undefined || review.subject.kind === kind) && (state === undefined || review.state === state))
    .slice(0, limit);
}

/** @throws FaultlineError `not-found`. */
export async function getReview(application: Application, caller: Caller, id: ReviewId): Promise<Review> {
  const all = await reviewsFor(application, caller);
  const found = all.find((review) => review.id === id);
  if (found === undefined) throw new FaultlineError('not-found', 'There is no such review, or you may not read what it is about.');
  return found;
}

async function reviewsFor(application: Application, caller: Caller): Promise<readonly Review[]> {
  const all = await application.ledger.reviews.list(await readerAccess(application, caller));
  return all.filter((review) => maySeeReview(caller, review));
}
