import type { Caller } from '../../kernel/index.ts';
import type { Application } from '../application.ts';

/** Vectors of texts by the model of the search index; one of a text without a known word is all zeros. */
export interface EmbeddedTexts {
  readonly model: string;
  readonly vectors: readonly (readonly number[])[];
}

/** Embeds texts as questions are embedded. */
export async function embedTexts(
  { embedder }: Application,
  _: Caller,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<EmbeddedTexts> {
  const vectors = await embedder.embed(texts, signal);
  return { model: embedder.model, vectors: vectors.map((vector) => [...vector]) };
}
