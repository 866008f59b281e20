import { expect, test } from 'vitest';
import { openMemoryGraphStore } from '../../graph/index.ts';
import { FaultlineError, PASSAGE_KINDS } from '../../kernel/index.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { openMemorySearchIndex } from '../adapters/memory/memory-search-index.ts';
import type { CandidateQuery, SearchIndex } from '../search-index.ts';
import { EVERYTHING, makeMemoryPlant } from '../test-support/memory-plant.ts';
import { recall, recallParts } from './recall.ts';

const embedder = openStaticEmbedder();
const signal = new AbortController().signal;
/** As a question is asked: what documents state, and rows of files. */
const PARTS = [
  { where: { kinds: PASSAGE_KINDS.filter((kind) => kind !== 'log-entry') }, n: 60 },
  { where: { kinds: ['log-entry'] as const }, n: 30 },
];

/** A plant whose stores write down what they are asked. */
async function countingPlant() {
  const asked: CandidateQuery[] = [];
  const calls = { walks: 0, statistics: 0, cosines: 0 };
  const memory = openMemorySearchIndex();
  const index: SearchIndex = {
    ...memory,
    replace: (...given) => memory.replace(...given),
    candidates: (access, query, stop) => {
      asked.push(query);
      return memory.candidates(access, query, stop);
    },
    cosines: (...given) => {
      calls.cosines += 1;
      return memory.cosines(...given);
    },
  };
  const plant = makeMemoryPlant(embedder, { index, graph: openMemoryGraphStore() });
  await plant.addDocument('循环水泵手册', ['P-101A 轴承温度超过 85 ℃ 时检查润滑脂。', 'Bearing grease of P-101A: lithium soap.']);
  await plant.addDocument('log', [{ text: 'P-101A 轴承过热 bearing hot', kind: 'log-entry' }]);
  plant.addKey('FunctionalLocation', 'tag', 'P101A');
  const passages: typeof plant.passages = {
    ...plant.passages,
    statistics: (...given) => {
      calls.statistics += 1;
      return plant.passages.statistics(...given);
    },
  };
  const keys: typeof plant.keys = {
    ...plant.keys,
    entities: (...given) => {
      calls.walks += 1;
      return plant.keys.entities(...given);
    },
  };
  return { dependencies: { ...plant, passages, keys, embedder }, asked, calls };
}

const queryOf = (text: string) => ({
  text,
  identifiers: siteGrammar([])
    .find(text)
    .map(({ identifier }) => identifier),
});
const QUESTIONS = ['P-101A 轴承过热怎么办', 'Why does the bearing of P-101A run hot?'];

test.each(QUESTIONS)('"%s" is recalled with seven calls of the index, none empty by construction, and one walk', async (text) => {
  const { dependencies, asked, calls } = await countingPlant();
  await recallParts(dependencies, EVERYTHING, { ...queryOf(text), parts: PARTS }, signal);
  expect(asked).toHaveLength(7);
  expect(asked.filter(({ where = {} }) => Object.values(where).some((list) => list.length === 0))).toEqual([]);
  expect(calls).toEqual({ walks: 1, statistics: 1, cosines: 1 });
});

test.each(QUESTIONS)('"%s" is recalled by words, codes and graph while the embedder is away, which is told', async (text) => {
  const { dependencies, asked, calls } = await countingPlant();
  const away = async () => Promise.reject(new FaultlineError('store-unavailable', 'away'));
  const found = await recallParts(
    { ...dependencies, embedder: { ...embedder, embed: away } },
    EVERYTHING,
    { ...queryOf(text), parts: PARTS },
    signal,
  );
  expect(found.degraded).toEqual(['no-embedding']);
  expect(found.parts.map((hits) => hits.length > 0)).toEqual([true, true]);
  expect([asked.filter(({ vector }) => vector !== undefined), calls.cosines]).toEqual([[], 0]);
  const broken = { ...embedder, embed: async () => Promise.reject(new Error('a bug')) };
  await expect(recallParts({ ...dependencies, embedder: broken }, EVERYTHING, { ...queryOf(text), parts: PARTS }, signal)).rejects.toThrow(
    'a bug',
  );
});

test.each(QUESTIONS)('"%s" finds in parts what it finds in each part alone', async (text) => {
  const { dependencies } = await countingPlant();
  const query = queryOf(text);
  const { parts } = await recallParts(dependencies, EVERYTHING, { ...query, parts: PARTS }, signal);
  const alone = await Promise.all(PARTS.map((part) => recall(dependencies, EVERYTHING, { ...query, ...part }, signal)));
  expect(parts).toEqual(alone.map(({ hits }) => hits));
  expect(parts.map((hits) => hits.length > 0)).toEqual([true, true]);
});
