import type { Embedder } from '../kernel/index.ts';
import { openStaticEmbedder } from '../models/index.ts';

/** By which words and phrases are compared, whatever is configured: all weights of answers and checks were learnt with it. */
export function openPhraseEmbedder(): Embedder {
  return openStaticEmbedder();
}
