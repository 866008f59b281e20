/** What was measured on parts that were left out of learning, one figure a part. */
export interface FoldScore {
  readonly task: string;
  /** What the figure is, from 0 to 1. */
  readonly measure: string;
  /** How the parts were made. */
  readonly parts: string;
  /** Texts that were measured, all parts together. */
  readonly texts: number;
  readonly figures: readonly number[];
}
