import { z } from 'zod';
import {
  type AccountId,
  type DecisionId,
  type DocumentId,
  FaultlineError,
  type FeedbackId,
  type JobId,
  type PassageId,
  parseAccountId,
  parseDecisionId,
  parseDocumentId,
  parseFeedbackId,
  parseJobId,
  parsePassageId,
  parseReviewId,
  parseVersionId,
  type ReviewId,
  type VersionId,
} from '../../kernel/index.ts';

/** Path of one thing with an id. */
export const idParamsSchema = z.object({ id: z.string() });

/** What is no id names nothing. @throws FaultlineError `not-found`. */
export function readDocumentId(text: string): DocumentId {
  const id = parseDocumentId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such document, or you may not read it.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readAccountId(text: string): AccountId {
  const id = parseAccountId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such account.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readFeedbackId(text: string): FeedbackId {
  const id = parseFeedbackId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'You said no such thing of an answer; GET /v1/feedback lists what you said.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readJobId(text: string): JobId {
  const id = parseJobId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such job.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readDecisionId(text: string): DecisionId {
  const id = parseDecisionId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such decision, or you may not read what it is about.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readReviewId(text: string): ReviewId {
  const id = parseReviewId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such review, or you may not read what it is about.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readPassageId(text: string): PassageId {
  const id = parsePassageId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'There is no such passage, or you may not read it.');
  return id;
}

/** @throws FaultlineError `not-found`. */
export function readVersionId(text: string): VersionId {
  const id = parseVersionId(text);
  if (id === undefined) throw new FaultlineError('not-found', 'The document has no such version.');
  return id;
}
