import { hashParts } from '../kernel/index.ts';

/** What a text is embedded as: many models want the one told from the other. */
export type EmbeddingUse = 'question' | 'passage';

/** What is set before each text, as the model was trained with (`query: ` and `passage: ` of the E5 models); mostly empty. */
export type Prefixes = Readonly<Record<EmbeddingUse, string>>;

/** Name of a model together with all that its vectors depend on beside the text; vectors of two names are never compared. */
export function modelName(
  kind: 'endpoint' | 'folder',
  name: string,
  { question, passage }: Prefixes,
  parts: readonly string[] = [],
): string {
  return `${kind}:${name}:${hashParts([question, passage, ...parts]).slice(0, 12)}`;
}
