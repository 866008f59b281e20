/** How a claim stands to a text: chances from 0 to 1, together 1. */
export interface ClaimReading {
  readonly supported: number;
  readonly contradicted: number;
  /** Neither said nor denied. */
  readonly open: number;
}

/**
 * A model that reads two texts together, word by word (a cross-encoder), where an embedder sees each alone. The same texts have the
 * same reading. None of what it says clears what a typed check of the gate refused.
 */
export interface CrossEncoder {
  readonly model: string;
  /**
   * How likely each passage answers the question, as natural log odds, in their order. A passage that is longer than the model takes
   * in is read from its begin.
   * @throws FaultlineError `invalid-configuration` where the model cannot run; the signal's reason.
   */
  answers(question: string, passages: readonly string[], signal: AbortSignal): Promise<readonly number[]>;
  /** How a claim stands to each text; of a long one the part that supports it best counts. @throws what `answers` throws. */
  judge(claim: string, texts: readonly string[], signal: AbortSignal): Promise<readonly ClaimReading[]>;
}
