import { describe, expect, test } from 'vitest';
import { openStaticEmbedder } from '../models/index.ts';
import { search } from './search.ts';
import { EVERYTHING, makeMemoryPlant } from './test-support/memory-plant.ts';

const embedder = openStaticEmbedder();

describe('search', () => {
  test('gives passages with place, score and the legs that found them, at most k', async () => {
    const plant = makeMemoryPlant(embedder);
    const [seal] = await plant.addDocument('手册', [
      '机械密封泄漏时检查冲洗水。',
      '电机绕组绝缘不低于 10 MΩ。',
      'The coupling guard must be in place.',
    ]);
    const asked = { query: 'mechanical seal leakage', k: 1 };
    const { hits, degraded } = await search({ ...plant, embedder }, EVERYTHING, asked, new AbortController().signal);
    expect(degraded).toEqual([]);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      passageId: seal?.passage.id,
      documentId: seal?.documentId,
      text: '机械密封泄漏时检查冲洗水。',
      anchors: seal?.passage.anchors,
    });
    expect(hits[0]?.score).toBeGreaterThan(0);
    expect(hits[0]?.legs.length).toBeGreaterThan(0);
  });

  test('links a code of the query to its key, so that the graph takes part', async () => {
    const plant = makeMemoryPlant(embedder);
    const [support] = await plant.addDocument('drawing', ['cooling water comes from there']);
    if (support === undefined) throw new Error('the document has one passage');
    const pump = { ...plant.addKey('FunctionalLocation', 'tag', 'P-101A') };
    await plant.addFact(pump, 'CONNECTS_TO', plant.addKey('FunctionalLocation', 'tag', 'V-7'), support);
    const keys = { ...plant.keys, find: async (_: unknown, folded: readonly string[]) => (folded.includes('P101A') ? [pump] : []) };
    const asked = { query: 'P-101A 的上游是什么', k: 5 };
    const { hits } = await search({ ...plant, keys, embedder }, EVERYTHING, asked, new AbortController().signal);
    expect(hits[0]?.legs.map(({ leg }) => leg)).toContain('graph');
  });
});
