import type { Feedback, FeedbackRequest } from '../contract.ts';
import { postJson } from './post-json.ts';
import { RequestFailure } from './request-failure.ts';
import { sendRequest } from './send-request.ts';

/** Says what an answer or a diagnosis was worth; the last word counts. @throws RequestFailure. */
export function giveFeedback(request: FeedbackRequest): Promise<Feedback> {
  return postJson('/v1/feedback', request);
}

/** Takes back what was said; what is gone already was taken back elsewhere. @throws RequestFailure. */
export async function withdrawFeedback(id: string): Promise<void> {
  try {
    await sendRequest(`/v1/feedback/${encodeURIComponent(id)}`, { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.code !== 'not-found') throw error;
  }
}
