import { type Embedder, RecentLookups } from '../kernel/index.ts';

/** Vectors that this embedder gave before; a plant's phrases come again with every question. */
const given = new WeakMap<Embedder, RecentLookups<string, Float32Array>>();
const SPAN = 20_000;

/**
 * Vectors of texts by text, of these texts alone, or an answer would depend on what was asked before it; one whose words are all
 * unknown has none.
 */
export async function textVectors(
  embedder: Embedder,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
  const known = given.get(embedder) ?? new RecentLookups<string, Float32Array>(SPAN);
  given.set(embedder, known);
  const asked = new Map<string, Float32Array>();
  const fresh = new Set<string>();
  for (const text of texts) {
    const vector = known.get(text);
    if (vector === undefined) fresh.add(text);
    else asked.set(text, vector);
  }
  const made = await embedder.embed([...fresh], signal);
  for (const [place, text] of [...fresh].entries()) {
    const vector = made[place];
    if (vector === undefined) continue;
    known.set(text, vector);
    asked.set(text, vector);
  }
  return asked;
}

/** Of unit vectors, from -1 to 1; 0 where one is missing. */
export function cosine(left: Float32Array | undefined, right: Float32Array | undefined): number {
  if (left === undefined || right === undefined) return 0;
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}
