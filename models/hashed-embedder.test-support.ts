import { type Embedder, fold, sha256 } from '../kernel/index.ts';
import { toUnitLength } from './unit-length.ts';

/** A double of any dimension: each Han character and each other word adds to one number, which its hash chooses. */
export function openHashedEmbedder(dimension: number, model = `hashed-${dimension}`): Embedder {
  return {
    model,
    dimension,
    centre: new Float32Array(dimension),
    readsOrder: true,
    async embed(texts, signal) {
      signal.throwIfAborted();
      return texts.map((text) => {
        const vector = new Float32Array(dimension);
        for (const [word] of fold(text).matchAll(/\p{sc=Han}|[\p{L}\p{N}]+/gu)) {
          const place = Number.parseInt(sha256(word).slice(0, 8), 16) % dimension;
          vector[place] = (vector[place] ?? 0) + 1;
        }
        return toUnitLength(vector);
      });
    },
  };
}
