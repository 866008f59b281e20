import {
  type Caller,
  compareText,
  type DecisionKind,
  FaultlineError,
  type Review,
  type ReviewId,
  type ReviewKind,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { maySeeReview } from '../may-see-feedback.ts';
import { readerAccess } from '../reader-access.ts';

/** Where a page of reviews ends. */
export interface ReviewPlace {
  readonly touches: number;
  readonly id: ReviewId;
}

export interface ReviewFilter {
  readonly kind?: ReviewKind;
  readonly state?: Review['state'];
  /** Only those on which a decision of this kind is in force. */
  readonly decision?: DecisionKind;
  /** Only those that follow. */
  readonly after?: ReviewPlace;
  readonly limit: number;
}

export interface ReviewPage {
  readonly reviews: readonly Review[];
  /** Reviews that were asked for, on all pages. */
  readonly total: number;
  /** Absent: none follow. */
  readonly next?: ReviewPlace;
}

/** What needs a person, out of what the caller may read: those that touch most first, then by id. */
export async function listReviews(
  application: Application,
  caller: Caller,
  { kind, state, decision, after, limit }: ReviewFilter,
): Promise<ReviewPage> {
  const all = (await reviewsFor(application, caller)).filter(
    (review) =>
      (kind === undefined || review.subject.kind === kind) &&
      (state === undefined || review.state === state) &&
      (decision === undefined || review.decisions.some((made) => made.decision.kind === decision)),
  );
  const left = after === undefined ? all : all.filter((review) => follows(placeOf(review), after));
  const reviews = left.slice(0, limit);
  const last = reviews.at(-1);
  return { reviews, total: all.length, ...(left.length > reviews.length && last !== undefined ? { next: placeOf(last) } : {}) };
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

function placeOf({ id, touches }: Review): ReviewPlace {
  return { touches, id };
}

function follows(place: ReviewPlace, after: ReviewPlace): boolean {
  return (after.touches - place.touches || compareText(place.id, after.id)) > 0;
}
