import type { Embedder } from '../../kernel/index.ts';
import { type EmbeddingUse, modelName, type Prefixes } from '../embedding-use.ts';
import type { LoadPackage } from '../onnx/load-package.ts';
import { toUnitLength } from '../unit-length.ts';
import { applyLanguageMap } from './language-map.ts';
import { readModelFolder } from './model-folder.ts';
import { openOnnxModel } from './onnx-model.ts';
import { poolTokens } from './pool-tokens.ts';
import { openTextTokens } from './text-tokens.ts';

/** Raised when a text's vector becomes another one by what is done here. */
const METHOD = '1';

export interface FolderOptions {
  readonly path: string;
  readonly prefixes: Prefixes;
  readonly use: EmbeddingUse;
  readonly load: LoadPackage;
}

/**
 * An embedding model of a folder, run in this process by packages that are installed apart. Model and packages are loaded with the
 * first text. Each text goes through the model alone: quantised models scale by all that is in a batch, and padding changes sums,
 * so that only alone a text's vector is a function of the text.
 * @throws FaultlineError `invalid-configuration` for a folder that is not whole; from `embed` also where a package is missing.
 */
export function openFolderEmbedder({ path, prefixes, use, load }: FolderOptions): Embedder {
  const folder = readModelFolder(path);
  const { dimension, pooling, languageMap } = folder;
  let opening: ReturnType<typeof open> | undefined;

  async function open() {
    const [tokensOf, run] = [await openTextTokens(folder, load), await openOnnxModel(folder, load)];
    return { tokensOf, run };
  }

  return {
    model: modelName('folder', folder.name, prefixes, [METHOD, folder.fingerprint]),
    dimension,
    centre: new Float32Array(dimension),
    readsOrder: true,
    async embed(texts, signal) {
      signal.throwIfAborted();
      opening ??= open();
      const { tokensOf, run } = await opening;
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        signal.throwIfAborted();
        if (text.trim() === '') {
          vectors.push(new Float32Array(dimension));
          continue;
        }
        const vector = toUnitLength(poolTokens(await run(tokensOf(prefixes[use] + text)), pooling));
        vectors.push(languageMap === undefined ? vector : applyLanguageMap(languageMap, text, vector));
      }
      return vectors;
    },
  };
}
