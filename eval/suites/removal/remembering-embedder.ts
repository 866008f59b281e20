import { openStaticEmbedder } from '../../../app/index.ts';
import type { Embedder } from '../../../kernel/index.ts';

/** The static embedder, which gives the vector of a text that it has seen before without making it again. */
export function rememberingEmbedder(): Embedder {
  const embedder = openStaticEmbedder();
  const remembered = new Map<string, Float32Array>();
  return {
    ...embedder,
    async embed(texts, signal) {
      const unknown = [...new Set(texts)].filter((text) => !remembered.has(text));
      for (const [index, vector] of (await embedder.embed(unknown, signal)).entries()) {
        const text = unknown[index];
        if (text !== undefined) remembered.set(text, vector);
      }
      return texts.flatMap((text) => remembered.get(text) ?? []);
    },
  };
}
