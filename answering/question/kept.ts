import type { KeptKind } from '../../ontology/index.ts';

/** What a follow-up takes from the conversation: words that the asker wrote before. */
export interface Kept {
  readonly kind: KeptKind;
  readonly text: string;
}

/** A question as it is answered, and what of it comes from the conversation; with nothing kept the words are the asker's own. */
export interface FollowUp {
  readonly text: string;
  readonly kept: readonly Kept[];
  /** The question cannot be understood by what was said; names that it could be about, those spoken of last first. */
  readonly couldBe?: readonly string[];
}
