import type {
  Aggregate,
  AggregateQuery,
  Anchor,
  ColumnRole,
  DecisionId,
  DocumentId,
  FilesBeingRead,
  KeyId,
  PassageId,
  SpanRecognition,
  Verdict,
  VersionId,
} from '../kernel/index.ts';
import type { AigcLabel } from './aigc-label.ts';
import type { DrawnStatement } from './drawn-statement.ts';
import type { Kept } from './question/kept.ts';
import type { Intent } from './question/question.ts';
import { CHECK_NAMES, type Check } from './verify/check.ts';

export const DECISIONS = ['answered', 'clarify', 'nearest', 'abstained'] as const;
export type AnswerDecision = (typeof DECISIONS)[number];

export const REFUSAL_REASONS = [
  'absent',
  'wrong-asset',
  'false-premise',
  'damaged-source',
  'unread-part',
  'not-verified',
  'not-found',
  'nothing-read',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What was down or late while the answer was made. */
export const DEGRADATIONS = ['no-graph', 'no-index', 'no-embedding', 'no-model', 'deadline'] as const;
export type Degradation = (typeof DEGRADATIONS)[number];

/**
 * Why something was not there: `late` gave nothing in the time that was left, `busy` is being changed or has more to do than it takes
 * on, `away` cannot be reached, `unreadable` cannot be read where it is kept.
 */
export const LACK_REASONS = ['late', 'busy', 'away', 'unreadable'] as const;
export type LackReason = (typeof LACK_REASONS)[number];

export interface Lack {
  readonly what: Degradation;
  readonly why: LackReason;
}

/** Where a claim stands: a span of a passage with its words and anchors. Offsets are UTF-16 units in the passage's text. */
export interface Citation {
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  /** Title of the section it stands in, as it is printed; absent where the document has none, or where it is the document's own. */
  readonly section?: string;
  readonly passageId: PassageId;
  readonly start: number;
  readonly end: number;
  /** Equals the passage's text from `start` to `end`. */
  readonly quote: string;
  readonly anchors: readonly Anchor[];
  /** What people corrected in the words of the quote or in the roles of its columns: the claim goes by it, the quote does not. */
  readonly corrections?: readonly CitedCorrection[];
  /** Present where the words were recognised in a picture: they are as sure as that. */
  readonly recognition?: SpanRecognition;
}

/** A correction with who made it, when (milliseconds, UTC) and why. */
export type CitedCorrection = { readonly decision: DecisionId; readonly actor: string; readonly at: number; readonly reason: string } & (
  | { readonly kind: 'text'; readonly read: string; readonly text: string }
  | { readonly kind: 'column'; readonly column: string; readonly role: ColumnRole | null }
);

/** A figure with the query that gives it; `proof` names the rows it was computed over. */
export interface Computed {
  readonly query: AggregateQuery;
  readonly rows: Aggregate['rows'];
  readonly matched: number;
  readonly nulls: readonly number[];
  readonly proof: string;
  /** What follows from figures of the answer by arithmetic alone, and is said with this one. */
  readonly derived?: readonly DerivedFigure[];
}

export const DERIVED_KINDS = ['difference', 'share', 'rate', 'interval', 'repeats', 'duration'] as const;
/**
 * `share` in percent, `rate` for each unit of the calendar, `difference` of the first figure and the second, `interval` in days from one
 * row to the next, `repeats` rows that come soon after the one before, `duration` in hours from one time of a row to another.
 */
export interface DerivedFigure {
  readonly kind: (typeof DERIVED_KINDS)[number];
  readonly value: number;
}

interface Checked {
  readonly text: string;
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** A model said it, and the gate found it in what it cites. */
  readonly worded?: true;
  /** Number or letter that a quoted step has in its document, where its words do not begin with it. */
  readonly marker?: string;
}

/**
 * What is said, with indices into the answer's citations. `quote`: the words of a document, a row's cells with their headers;
 * `composed`: whole cells of a row under column labels of which one at least is not the header as it is printed: the cells are
 * verbatim and each is cited, the labels hold no quantity and no code of their own; what a document says under the name of one of two
 * things that are compared; a yes or no to what is asked, which cites the sentence that says it. Neither exists without a citation. `computed`:
 * figures of typed rows, which the proof stands for: it cites some of them, of a count of nothing none.
 */
export type Claim = Checked &
  (
    | {
        readonly kind: 'quote' | 'composed';
        readonly citations: readonly [number, ...number[]];
        readonly computed?: never;
        /** Present where lines of drawings say it, not words: `composed`, with the labels of both ends cited. */
        readonly drawn?: DrawnStatement;
      }
    | { readonly kind: 'computed'; readonly citations: readonly number[]; readonly computed: Computed }
  );

/**
 * Why a sentence of a model may not stand: a check of the gate, or that it holds signs or marks that no answer has (`form`), words that
 * its evidence does not have (`words`), or leaves out what its evidence holds under (`limit`).
 */
export const CUT_REASONS = [...CHECK_NAMES, 'form', 'words', 'limit'] as const;
export type CutReason = (typeof CUT_REASONS)[number];

/** A sentence of a model that is not said; its words are not repeated. */
export interface CutSentence {
  readonly reasons: readonly CutReason[];
  /** Whether what it cites is quoted in its place. */
  readonly isQuoted: boolean;
}

/** What came of having a model word the answer. */
export interface WordingReport {
  readonly model: string;
  /** Names the words by which it was asked. */
  readonly prompt: string;
  /** Sentences that it said, and those of them that stand. */
  readonly said: number;
  readonly kept: number;
  readonly cut: readonly CutSentence[];
}

/** Two valid documents that say different things about one attribute; the one that counts comes first. */
export interface Conflict {
  readonly winner: number;
  readonly other: number;
  /** What the other document says, in its own words. */
  readonly text: string;
}

/** Something the caller can choose to make the question clear. */
export interface Candidate {
  readonly key?: KeyId;
  readonly text: string;
}

/** How a follow-up was understood. */
export interface Resolution {
  /** The question that was answered. */
  readonly question: string;
  /** Words of earlier questions that it was completed with. */
  readonly kept: readonly Kept[];
  /** Says so in a sentence. */
  readonly text: string;
}

/** All of an answer that depends on question and state alone: equal states give equal bytes. */
export interface AnswerContent {
  readonly decision: AnswerDecision;
  readonly reason?: RefusalReason;
  readonly intent: Intent;
  readonly language: 'zh' | 'en';
  /** Present when the question was completed from the conversation. */
  readonly resolution?: Resolution;
  /** `model`: at least one claim is `worded`. */
  readonly mode: 'extractive' | 'model';
  /** Present where a model was asked to word the answer and replied. */
  readonly wording?: WordingReport;
  readonly claims: readonly Claim[];
  readonly citations: readonly Citation[];
  readonly conflicts: readonly Conflict[];
  /** Warnings that go with what the claims tell to do. */
  readonly safety: readonly Claim[];
  /**
   * Of a refusal: why, and what does exist; of a question that is asked back: why, where the candidates do not tell; of an answer: what
   * belongs to it and no document tells. Mostly empty for an answer.
   */
  readonly missing: string;
  readonly candidates: readonly Candidate[];
  readonly degraded: readonly Degradation[];
}

/** How a cited passage was found: its ranks in the legs of recall, best first; empty where it was read beside what was found or by a query over rows. */
export interface FoundCitation {
  readonly passageId: PassageId;
  readonly legs: readonly { readonly leg: string; readonly rank: number }[];
}

export interface Answer {
  readonly content: AnswerContent;
  /** Hex SHA-256 of the canonical JSON of `content`. */
  readonly digest: string;
  readonly envelope: {
    /** Milliseconds by step. */
    readonly timings: Readonly<Record<string, number>>;
    /** Language models that read the evidence or worded the answer and were heard. */
    readonly models?: readonly string[];
    /** What the answer spent on a language model, where its price is known. */
    readonly spending?: {
      readonly currency: string;
      readonly spent: number;
      readonly budget?: number;
      readonly calls: number;
      /** Calls that were not made since they might have passed the budget, and what they would have cost at most. */
      readonly notMade: number;
      readonly notMadeMost: number;
    };
    /** Why what is `degraded` was not there, as far as that is known; absent where nothing is. */
    readonly lacking?: readonly Lack[];
    /** Files that were not looked through since they are being read, where an answer was kept back; absent where there are none. */
    readonly beingRead?: FilesBeingRead;
    /** How each cited passage was found; absent where nothing is cited. */
    readonly found?: readonly FoundCitation[];
    /** To be shown with the answer, in its language: whose words it is given in. */
    readonly notice: string;
    readonly aigc: AigcLabel;
    /** The conversation that the question belongs to, and its place in it from 1. */
    readonly conversation?: { readonly id: string; readonly turn: number };
  };
}

export interface AnswerRequest {
  readonly question: string;
  /** Documents to stay within. */
  readonly scope?: { readonly documents?: readonly DocumentId[] };
  /** `model` has a model word the answer where one is configured; `auto` hears it on the evidence, `extractive` goes without it. */
  readonly mode?: AnswerMode;
  /** Earlier questions of the conversation as they were asked, oldest first. */
  readonly history?: readonly string[];
}

export const ANSWER_MODES = ['auto', 'extractive', 'model'] as const;
export type AnswerMode = (typeof ANSWER_MODES)[number];
