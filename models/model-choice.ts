import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { assertNever, type Embedder } from '../kernel/index.ts';
import type { EmbeddingUse } from './embedding-use.ts';
import { openEndpointEmbedder } from './endpoint/endpoint-embedder.ts';
import { openFolderEmbedder } from './folder/folder-embedder.ts';
import { importPackage } from './onnx/load-package.ts';
import { openStaticEmbedder } from './static-embedder.ts';

const prefixes = z.object({ question: z.string(), passage: z.string() });
const MODEL_CHOICE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('static') }),
  z.object({ kind: z.literal('folder'), path: z.string(), prefixes }),
  z.object({
    kind: z.literal('endpoint'),
    url: z.string(),
    key: z.string().exactOptional(),
    model: z.string(),
    dimension: z.int().positive(),
    prefixes,
    batch: z.int().positive(),
    /** Longest wait for one attempt of each use. */
    milliseconds: z.object({ question: z.int().positive(), passage: z.int().positive() }),
  }),
]);

/** Which embedder: the static one, a model of a folder, or an endpoint. */
export type ModelChoice = z.infer<typeof MODEL_CHOICE>;

/** Another try costs a question time that it has little of; passages can wait. */
const ATTEMPTS = { question: 2, passage: 6 } as const;

/**
 * Opens what was chosen for one use; loads no model and asks no endpoint yet.
 * @throws FaultlineError `invalid-configuration` for a folder that holds no model.
 */
export function openModel(choice: ModelChoice, use: EmbeddingUse): Embedder {
  switch (choice.kind) {
    case 'static':
      return openStaticEmbedder();
    case 'folder':
      return openFolderEmbedder({ path: resolve(choice.path), prefixes: choice.prefixes, use, load: importPackage });
    case 'endpoint':
      return openEndpointEmbedder({
        ...choice,
        use,
        milliseconds: choice.milliseconds[use],
        attempts: ATTEMPTS[use],
        pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
      });
    default:
      return assertNever(choice);
  }
}

/** Gives the embedder of passages that a message names, opened once. @throws ZodError for a message that names none. */
export function makePassageModels(): (named: unknown) => Embedder {
  const opened = new Map<string, Embedder>();
  return (named) => {
    const choice = MODEL_CHOICE.parse(named);
    const key = JSON.stringify(choice);
    const held = opened.get(key) ?? openModel(choice, 'passage');
    opened.set(key, held);
    return held;
  };
}
