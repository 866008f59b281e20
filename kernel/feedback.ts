import type { DocumentId, FeedbackId, PassageId, VersionId } from './ids.ts';

/** What a person says of an answer: it is right, something in it is wrong, or something is missing in it. */
export const FEEDBACK_VERDICTS = ['right', 'wrong', 'missing'] as const;
export type FeedbackVerdict = (typeof FEEDBACK_VERDICTS)[number];

/** `noted`: nothing is to be decided, since the answer was right; the rest by the decision in force. */
export const FEEDBACK_STATES = ['open', 'noted', 'confirmed', 'dismissed'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** A place that the answer cited, by ids alone: its words are read anew by whoever may read them. */
export interface FeedbackSource {
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  readonly passageId: PassageId;
}

/** What a person said of one answer. The answer itself is not kept: its digest tells whether the same is still said. */
export interface Feedback {
  readonly id: FeedbackId;
  /** Who said it. */
  readonly actor: string;
  /** Milliseconds, UTC. */
  readonly at: number;
  readonly verdict: FeedbackVerdict;
  /** In the person's words; empty where nothing was added. */
  readonly remark: string;
  readonly question: string;
  /** The whole question, where the one that was asked was completed from a conversation. */
  readonly understood?: string;
  /** The answer was as of this instant (milliseconds, UTC); absent: as of when it was given. */
  readonly asOf?: number;
  /** Hex SHA-256 of the answer's content. */
  readonly digest: string;
  /** What the answer decided, in the words of its contract (`answered`, `nearest`, …). */
  readonly decision: string;
  /** By document and revision, in each as it is read. */
  readonly sources: readonly FeedbackSource[];
}
