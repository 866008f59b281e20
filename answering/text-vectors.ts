import type { Embedder } from '../kernel/index.ts';

/** Vectors that this embedder gave before; a plant's phrases come again with every question. */
const given = new WeakMap<Embedder, Map<string, Float32Array>>();
const MOST_GIVEN = 20_000;

/** Vectors of texts by text; one whose words are all unknown has none. */
export async function textVectors(
  embedder: Embedder,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
  let known = given.get(embedder);
  if (known === undefined || known.size > MOST_GIVEN) {
    known = new Map();
    given.set(embedder, known);
  }
  const cache = known;
  const fresh = [...new Set(texts)].filter((text) => !cache.has(text));
  const vectors = await embedder.embed(fresh, signal);
  fresh.forEach((text, index) => {
    const vector = vectors[index];
    if (vector !== undefined) cache.set(text, vector);
  });
  return cache;
}

/** Of unit vectors, from -1 to 1; 0 where one is missing. */
export function cosine(left: Float32Array | undefined, right: Float32Array | undefined): number {
  if (left === undefined || right === undefined) return 0;
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
