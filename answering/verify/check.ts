import type { Verdict } from '../../kernel/index.ts';

export const CHECK_NAMES = [
  'verbatim',
  'quantity',
  'identifier',
  'modality',
  'negation',
  'opposite',
  'cause-direction',
  'step-order',
  'asset-scope',
  'polarity',
  'revision',
  'alignment',
  'row',
  'condition',
  'addition',
  'support',
  'citation',
  'question',
  'recomputed',
  'words-accounted',
  'intact',
  'drawn',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** `contradicted`: the source says otherwise; `failed`: the source does not say it. */
export type CheckOutcome = 'passed' | 'failed' | 'contradicted';

/** One test of a claim; `detail` says in words what was compared, for a person who wants to know why. */
export interface Check {
  readonly name: CheckName;
  readonly outcome: CheckOutcome;
  readonly detail: string;
}

/** A claim without its verdict: `citations` are ids of the sources it leans on; absent: any. Offsets are into the answer. */
export interface ClaimInput {
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  readonly citations?: readonly string[];
  /** Who hands it in knows that it asserts something: it is checked whatever it looks like, unless it has no word or asks. */
  readonly asserts?: true;
}

export interface CheckedClaim {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  /**
   * Of `verifyClaims`: share of the claim's content words that the supporting unit accounts for, 0 when a check failed. Of
   * `assessClaims`: how likely it is supported, from 0 to 1, failed checks included.
   */
  readonly score: number;
  readonly checks: readonly Check[];
  /** Ids of the sources that support or contradict it. */
  readonly citations: readonly string[];
}

/** The worst outcome of some checks decides the verdict. */
export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some((check) => check.outcome === 'contradicted')) return 'contradicted';
  return checks.some((check) => check.outcome === 'failed') ? 'unsupported' : 'supported';
}
