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

  test('says on demand what each leg measures of a hit, and of what its score is the sum', async () => {
    const plant = makeMemoryPlant(embedder);
    const [leak] = await plant.addDocument('手册', ['P-101A 机械密封泄漏时检查冲洗水。', '电机绕组绝缘不低于 10 MΩ。']);
    const asked = { query: 'P-101A 密封泄漏', k: 2 };
    const never = new AbortController().signal;
    const plain = await search({ ...plant, embedder }, EVERYTHING, asked, never);
    const { hits } = await search({ ...plant, embedder }, EVERYTHING, { ...asked, explain: true }, never);
    expect(hits.map(({ explained: _, ...hit }) => hit)).toEqual(plain.hits);
    expect(plain.hits.every((hit) => !('explained' in hit))).toBe(true);
    expect(hits[0]?.passageId).toBe(leak?.passage.id);
    const { scores = [], parts = [] } = hits[0]?.explained ?? {};
    expect(scores.map(({ leg }) => leg)).toEqual(['identifier', 'lexical', 'vector']);
    expect(scores[0]?.score).toBe(1);
    expect(scores.every(({ score }) => score > 0)).toBe(true);
    for (const { score, explained } of hits) {
      expect(explained?.parts.reduce((sum, { value, weight }) => sum + value * weight, 0)).toBeCloseTo(score, 9);
    }
    const worths = parts.map(({ value, weight }) => Math.abs(value * weight));
    expect(worths).toEqual([...worths].sort((a, b) => b - a));
    expect(Math.min(...worths)).toBeGreaterThan(0);
  });

  test('stays within the documents and languages that are asked for', async () => {
    const plant = makeMemoryPlant(embedder);
    const [first] = await plant.addDocument('one', ['The mechanical seal leaks.', '机械密封泄漏。']);
    await plant.addDocument('two', ['The mechanical seal leaks again.']);
    if (first === undefined) throw new Error('the document has two passages');
    const where = { documents: [first.documentId], languages: ['en' as const] };
    const { hits } = await search(
      { ...plant, embedder },
      EVERYTHING,
      { query: 'mechanical seal leaks', k: 9, where },
      new AbortController().signal,
    );
    expect(hits.map(({ passageId }) => passageId)).toEqual([first.passage.id]);
  });
});
