import { createHash } from 'node:crypto';
import type { Embedder } from '../../kernel/index.ts';

const DIMENSION = 64;
const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;

/** A double that needs no data file: texts are near when they share words or characters. It knows nothing of meaning. */
export function hashedWordsEmbedder(): Embedder {
  return {
    model: 'hashed-words',
    dimension: DIMENSION,
    centre: new Float32Array(DIMENSION),
    embed: async (texts) => texts.map(vectorOf),
  };
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMENSION);
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    const hash = createHash('sha256').update(word).digest();
    const place = (hash[0] ?? 0) % DIMENSION;
    vector[place] = (vector[place] ?? 0) + ((hash[1] ?? 0) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
