import type { FilesBeingRead, Observation } from '../../kernel/index.ts';
import type { Effort } from '../../ontology/index.ts';
import type { AigcLabel } from '../aigc-label.ts';
import type { Candidate, Citation, Claim, Degradation, Lack, RefusalReason } from '../answer.ts';

export interface DiagnosisRequest {
  /** Symptom, or code and text of an alarm, with the equipment where it is known. */
  readonly fault: string;
  /** What was seen so far, oldest first; of two about one check the later counts. */
  readonly observations: readonly Observation[];
}

/** `found`: one cause is left that was seen; `open`: go on with `next`; `exhausted`: every documented cause was ruled out. */
export const DIAGNOSIS_STATES = ['open', 'found', 'exhausted', 'clarify', 'abstained'] as const;
export type DiagnosisState = (typeof DIAGNOSIS_STATES)[number];

/** Words of a document, and the row that they stand in. */
export interface Told {
  readonly text: string;
  readonly claim: Claim;
}

/**
 * `ruled-out`: looked at, and it is not; `not-checked`: another cause was found before it was seen whether it is this. Neither counts any
 * longer.
 */
export const CAUSE_STANDINGS = ['open', 'found', 'ruled-out', 'not-checked'] as const;
export type CauseStanding = (typeof CAUSE_STANDINGS)[number];

/** A documented cause. Each claim passed the gate; its `citations` count into the diagnosis's. */
export interface DiagnosedCause extends Told {
  readonly id: string;
  /** Id of the check that tells it: what the document says to check, else looking for the cause itself. */
  readonly check: string;
  readonly standing: CauseStanding;
  /** Share of what is still likely, from 0 to 1: each documented cause counts once, and once more for each earlier order that tells of it. */
  readonly chance: number;
  readonly remedies: readonly Told[];
  /** Orders of the log that tell of this cause, the first few quoted; `atLeast`: as many as were found. */
  readonly earlier: { readonly atLeast: number; readonly claims: readonly Claim[] };
}

/**
 * What documents tell of doing what a cause asks for, in `remedy`: a procedure whole and in order, all of it past the gate, or that there
 * is none to give and why.
 */
export type DiagnosedProcedure =
  | {
      readonly kind: 'documented';
      /** Id of the cause. */
      readonly cause: string;
      readonly remedy: string;
      /** Of the section that the steps stand in; empty where they stand under none. */
      readonly title: string;
      /** What stands in the section or heads it: to be read before the first step. */
      readonly warnings: readonly Claim[];
      readonly steps: readonly Claim[];
      /** What to know of the steps, in a sentence; mostly empty. */
      readonly missing: string;
    }
  | { readonly kind: 'none'; readonly cause: string; readonly remedy: string; readonly missing: string };

/** What to look at next. */
export interface NextCheck {
  readonly id: string;
  /** Ids of the causes that it tells. */
  readonly causes: readonly string[];
  /** What the document says to check; absent where it names the causes alone. */
  readonly told?: Told;
  readonly effort: Effort;
  /** Bits that its outcome is expected to tell of which cause it is. */
  readonly gain: number;
}

/** What orders the causes of a diagnosis: earlier orders that tell of them, or the document alone. */
export const CAUSE_ORDERS = ['earlier', 'document'] as const;
export type CauseOrder = (typeof CAUSE_ORDERS)[number];

/** What is found of a fault. */
export interface DiagnosisContent {
  readonly state: DiagnosisState;
  readonly language: 'zh' | 'en';
  readonly causes: readonly DiagnosedCause[];
  /** `earlier`: the likeliest first; `document`: as the document lists them, since nothing tells them apart and chances say nothing. */
  readonly order: CauseOrder;
  readonly next?: NextCheck;
  /** Of the cause that was found or is likelier than every other; empty where none is. */
  readonly procedures: readonly DiagnosedProcedure[];
  /** Warnings of the cited documents for making the machine safe; to be read before anything is opened. */
  readonly safety: readonly Claim[];
  readonly citations: readonly Citation[];
  readonly reason?: RefusalReason;
  /** Why there is no diagnosis, or what to know of one that is exhausted; empty otherwise. */
  readonly missing: string;
  readonly candidates: readonly Candidate[];
  readonly degraded: readonly Degradation[];
}

/** All of it but `lacking` and `beingRead` depends on request and state alone: equal states give equal bytes. */
export interface Diagnosis extends DiagnosisContent {
  /** Why what is `degraded` was not there, as far as that is known; absent where nothing is. */
  readonly lacking?: readonly Lack[];
  /** Files that were not looked through since they are being read, where no cause is told; absent where there are none. */
  readonly beingRead?: FilesBeingRead;
  /** To be shown with it, in its language: whose words it is given in. No model words any of a diagnosis. */
  readonly notice: string;
  /** Its `ProduceID` is the hex SHA-256 of the canonical JSON of the content. */
  readonly aigc: AigcLabel;
}
