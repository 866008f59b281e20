import type { UnsureRegion } from '../../../kernel/index.ts';

/** What was recognised so far. */
export interface RecognisedCounts {
  readonly engine: string;
  readonly pages: number;
  readonly characters: number;
  /** Sum over the characters, each from 0 to 1. */
  readonly confidence: number;
  readonly unsure: number;
  /** The first of the unsure words. */
  readonly regions: readonly UnsureRegion[];
}
