import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { embedderContract } from '../../kernel/ports/embedder.contract.ts';
import { openHashedEmbedder } from '../hashed-embedder.test-support.ts';
import { openFolderEmbedder } from './folder-embedder.ts';

const folder = process.env.FAULTLINE_E5;

/** Packages of the folder or one above it, since they are not among those of the checkout. */
const load = (name: string) => {
  const beside = createRequire(join(resolve(folder ?? '.'), 'package.json'));
  return import(pathToFileURL(beside.resolve(name)).href);
};
const open = (path: string) => openFolderEmbedder({ path, prefixes: { question: 'query: ', passage: 'query: ' }, use: 'passage', load });
const never = () => new AbortController().signal;

describe.skipIf(folder === undefined)(
  'multilingual-e5-small (set FAULTLINE_E5 to its folder, which packages of the runtime stand beside)',
  () => {
    const embedder = folder === undefined ? openHashedEmbedder(1) : open(folder);
    embedderContract('multilingual-e5-small', () => ({ embedder, close: () => undefined }));

    it('brings sentences of one meaning together across languages, and tells them from others', async () => {
      const pairs = [
        ['机械密封泄漏的原因', 'cause of a leaking mechanical seal'],
        ['轴承过热', 'the bearing overheats'],
        ['拧紧联轴器螺栓', 'tighten the bolts of the coupling'],
      ];
      const vectors = await embedder.embed(pairs.flat(), never());
      const cosine = (left: number, right: number) => {
        const other = vectors[right];
        return vectors[left]?.reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0) ?? 0;
      };
      for (const at of pairs.keys()) {
        const others = [...pairs.keys()].filter((other) => other !== at);
        for (const other of others) expect(cosine(2 * at, 2 * at + 1)).toBeGreaterThan(cosine(2 * at, 2 * other + 1) + 0.1);
      }
    });
  },
);
