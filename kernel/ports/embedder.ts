/** Turns texts into unit vectors. Vectors of two models are never compared: `model` is stored with every index. */
export interface Embedder {
  readonly model: string;
  readonly dimension: number;
  /** Mean of a fixed sample, subtracted before the sign bits of the approximate search are taken. */
  readonly centre: Float32Array;
  /** One vector of length `dimension` a text, unit length, or all zeros where no word is known (treat as "no vector"). */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>;
}
