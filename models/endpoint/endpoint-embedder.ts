import { type Embedder, FaultlineError } from '../../kernel/index.ts';
import { type EmbeddingUse, modelName, type Prefixes } from '../embedding-use.ts';
import { askEndpoint, type EndpointCall } from './ask-endpoint.ts';
import { readEmbeddings } from './read-embeddings.ts';

export interface EndpointOptions extends EndpointCall {
  /** As the endpoint knows it. */
  readonly model: string;
  /** Numbers a vector; what comes back is held against it. */
  readonly dimension: number;
  readonly prefixes: Prefixes;
  readonly use: EmbeddingUse;
  /** Texts a request. */
  readonly batch: number;
}

const EMBEDDINGS = { name: 'embedding endpoint', path: '/embeddings', settings: 'FAULTLINE_EMBEDDING' } as const;

/**
 * The embeddings of an OpenAI-compatible endpoint (`POST {url}/embeddings`). Opening asks nothing of it. A blank text is not sent
 * and has no vector. That a text has one vector, whatever is sent beside it, is as true as the endpoint makes it.
 * @throws FaultlineError from `embed`: `store-unavailable` when it cannot be reached, is late or overloaded after all attempts;
 * `invalid-configuration` when it refuses the request or answers with something else than such vectors; the signal's reason.
 */
export function openEndpointEmbedder(options: EndpointOptions): Embedder {
  const { model, dimension, prefixes, use, batch } = options;

  async function vectorsOf(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]> {
    // Numbers as JSON writes them take up to 24 characters each.
    const mostBytes = 65_536 + texts.length * (dimension * 32 + 256);
    const answer = await askEndpoint(EMBEDDINGS, options, { model, input: texts, encoding_format: 'float' }, mostBytes, signal);
    return readEmbeddings(answer, texts.length, dimension);
  }

  return {
    model: modelName('endpoint', model, prefixes),
    dimension,
    centre: new Float32Array(dimension),
    readsOrder: true,
    async embed(texts, signal) {
      signal.throwIfAborted();
      const vectors: Float32Array[] = texts.map(() => new Float32Array(dimension));
      const sent = texts.flatMap((text, place) => (text.trim() === '' ? [] : [{ text: prefixes[use] + text, place }]));
      for (let start = 0; start < sent.length; start += batch) {
        const part = sent.slice(start, start + batch);
        const made = await vectorsOf(
          part.map(({ text }) => text),
          signal,
        );
        for (const [at, { place }] of part.entries()) {
          const vector = made[at];
          if (vector === undefined) throw new FaultlineError('internal', 'fewer embeddings than were checked');
          vectors[place] = vector;
        }
      }
      return vectors;
    },
  };
}
