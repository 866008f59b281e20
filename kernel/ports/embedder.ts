/** Turns texts into unit vectors. Vectors of two models are never compared: `model` is stored with every index. */
export interface Embedder {
  readonly model: string;
  readonly dimension: number;
  /** Mean of a fixed sample, subtracted before the sign bits of the approximate search are taken. */
  readonly centre: Float32Array;
  /**
   * Whether the order of words counts, as in a transformer. A passage is then embedded under the title of its document too, and no
   * longer than such a model takes in.
   */
  readonly readsOrder?: boolean;
  /** One vector of length `dimension` a text, unit length, or all zeros where no word is known (treat as "no vector"). */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>;
}
