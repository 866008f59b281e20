import { expect, it } from 'vitest';
import { openStaticEmbedder } from '../models/index.ts';
import { textVectors } from './text-vectors.ts';

const { signal } = new AbortController();

it.each([
  ['bearing', 'seal'],
  ['轴承', '密封'],
])('vectors are those of the texts that are asked for, whatever was asked before: %s', async (first, second) => {
  const embedder = openStaticEmbedder();
  const before = await textVectors(embedder, [first], signal);
  const after = await textVectors(embedder, [second, second], signal);
  expect([...before.keys()]).toEqual([first]);
  expect([...after.keys()]).toEqual([second]);
  expect(await textVectors(embedder, [first], signal)).toEqual(before);
  expect(after.get(second)).toEqual((await openStaticEmbedder().embed([second], signal))[0]);
});
