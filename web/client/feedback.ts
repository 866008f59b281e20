import type { Feedback, FeedbackRequest } from '../contract.ts';
import { postJson } from './post-json.ts';

/** Says what an answer was worth; the last word counts. @throws RequestFailure. */
export function giveFeedback(request: FeedbackRequest): Promise<Feedback> {
  return postJson('/v1/feedback', request);
}
