import type { Anchor } from './anchor.ts';
import type { Decision, MadeDecision } from './decision.ts';
import type { Feedback } from './feedback.ts';
import type { DocumentId, FactId, PassageId, ReviewId, VersionId } from './ids.ts';
import type { Key } from './key.ts';
import type { Cell } from './passage.ts';
import type { UnsureRegion } from './quality-report.ts';

export const REVIEW_KINDS = [
  'ambiguous-name',
  'link-conflict',
  'quarantined-fact',
  'doubtful-column',
  'doubtful-row',
  'answer-feedback',
  'unread-part',
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What is to be looked at. */
export type ReviewSubject =
  /** A name that documents give to several identifiers of one site: it stands for none of them until a person decides. */
  | { readonly kind: 'ambiguous-name'; readonly name: Key; readonly site: string; readonly identifiers: readonly Key[] }
  /**
   * Keys that links join though they cannot be one thing: the weakest links between them were dropped.
   * `two-identifiers`: `between` are tags or serial numbers of one site; `parted`: a person parted them; `too-many`: more keys than
   * one thing has names; `contradiction`: decisions join what another parts.
   */
  | {
      readonly kind: 'link-conflict';
      readonly cause: 'two-identifiers' | 'parted' | 'too-many' | 'contradiction';
      readonly between: readonly Key[];
      readonly keys: readonly Key[];
    }
  /** A fact that breaks the schema; `fact` is absent where too little of it was kept to be decided on. */
  | { readonly kind: 'quarantined-fact'; readonly fact?: FactId; readonly statement: string; readonly cause: string }
  /** A column of a log or table whose meaning is not known, so that its cells count for nothing but their words. */
  | { readonly kind: 'doubtful-column'; readonly version: VersionId; readonly table: string; readonly column: string }
  /** A row with a cell that could not be read as what its column holds. */
  | {
      readonly kind: 'doubtful-row';
      readonly version: VersionId;
      readonly passage: PassageId;
      readonly cause: string;
      /** Where its cells stand in the passage's text; empty ones are left out. */
      readonly cells: readonly Pick<Cell, 'column' | 'start' | 'end'>[];
    }
  /** Pages without a text that could be read, and words that were recognised below the floor: of both the first are listed. */
  | {
      readonly kind: 'unread-part';
      readonly version: VersionId;
      readonly document: DocumentId;
      readonly title: string;
      readonly pages: { readonly unread: number; readonly first: readonly number[] };
      readonly words: { readonly unsure: number; readonly first: readonly Omit<UnsureRegion, 'box'>[] };
    }
  /** What a person said of an answer; the evidence is what the answer cited, as far as it still is there. */
  | { readonly kind: 'answer-feedback'; readonly feedback: Feedback };

/** A passage that shows why there is something to decide. */
export interface ReviewEvidence {
  readonly passageId: PassageId;
  readonly versionId: VersionId;
  readonly documentId: DocumentId;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** The passage's text from `start` to `end`. */
  readonly quote: string;
  readonly anchors: readonly Anchor[];
}

/** Something that needs a person, as one reader sees it. */
export interface Review {
  readonly id: ReviewId;
  /** `decided`: a decision in force settles it. */
  readonly state: 'open' | 'decided';
  readonly subject: ReviewSubject;
  /**
   * How much a decision on it touches, out of what this reader may read. Of a column the rows of the tables that it would be read anew
   * in; of a row 1; of a name the places that say it, of joined keys those that say any of them; of a fact in quarantine the places that
   * state it; of what was said of an answer 1, the answer; of unread parts the pages and words.
   */
  readonly touches: number;
  readonly evidence: readonly ReviewEvidence[];
  /** Decisions that would settle it. */
  readonly proposals: readonly Decision[];
  /** Decisions in force on the same matter. */
  readonly decisions: readonly MadeDecision[];
}
