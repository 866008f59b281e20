import type { DocumentId, FeedbackId, PassageId, VersionId } from './ids.ts';
import type { Observation } from './observation.ts';

/** What a person says of an answer: it is right, something in it is wrong, or something is missing in it. */
export const FEEDBACK_VERDICTS = ['right', 'wrong', 'missing'] as const;
export type FeedbackVerdict = (typeof FEEDBACK_VERDICTS)[number];

/** What it is said of: the answer to a question, or a step of finding a fault. */
export const FEEDBACK_SUBJECTS = ['answer', 'diagnosis'] as const;
export type FeedbackSubject = (typeof FEEDBACK_SUBJECTS)[number];

/** `noted`: nothing is to be decided, since the answer was right; the rest by the decision in force. */
export const FEEDBACK_STATES = ['open', 'noted', 'confirmed', 'dismissed'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** A place that the answer cited, by ids alone: its words are read anew by whoever may read them. */
export interface FeedbackSource {
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  readonly passageId: PassageId;
}

/** What a person said of one answer or diagnosis, which is called answer here. The answer itself is not kept: its digest tells whether the same is still said. */
export interface Feedback {
  readonly id: FeedbackId;
  /** Who said it. */
  readonly actor: string;
  /** Milliseconds, UTC. */
  readonly at: number;
  readonly about: FeedbackSubject;
  readonly verdict: FeedbackVerdict;
  /** In the person's words; empty where nothing was added. */
  readonly remark: string;
  /** As it was asked; of a diagnosis the fault. */
  readonly question: string;
  /** The whole question, where the one that was asked was completed from a conversation. */
  readonly understood?: string;
  /** What had been seen when the diagnosis said so, oldest first; empty of an answer. */
  readonly observations: readonly Observation[];
  /** The answer was as of this instant (milliseconds, UTC); absent: as of when it was given. */
  readonly asOf?: number;
  /** Hex SHA-256 of the answer's content. */
  readonly digest: string;
  /** What the answer decided, in the words of its contract (`answered`, `nearest`, …); of a diagnosis its state (`open`, `found`, …). */
  readonly decision: string;
  /** By document and revision, in each as it is read. */
  readonly sources: readonly FeedbackSource[];
}
