import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, type KeyId } from '../kernel/index.ts';
import { openMemoryGraphStore } from './adapters/memory/memory-graph-store.ts';
import { openSqliteGraphStore } from './adapters/sqlite/sqlite-graph-store.ts';
import type { Edge } from './graph-store.ts';
import { ALL_ACCESS, anyAccess, anyEdges, fill, keyAt, readableEdges } from './random-graph.test-support.ts';
import { type NearQuery, rankNear } from './rank-near.ts';

const KEYS = 8;
const ROUNDING = 1e-9;
const signal = () => new AbortController().signal;

const anyNear: fc.Arbitrary<NearQuery> = fc.record({
  seeds: fc
    .uniqueArray(fc.tuple(fc.nat(KEYS), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 3, selector: ([n]) => n })
    .map((seeds) => new Map(seeds.map(([n, share]) => [keyAt(n), share]))),
  restart: fc.constantFrom(0.1, 0.2, 0.5),
  tolerance: fc.constantFrom(0.3, 0.05, 0.001),
  edges: fc.constant(100_000),
});

async function rankIn(edges: readonly Edge[], query: NearQuery, access = ALL_ACCESS) {
  const store = openMemoryGraphStore();
  await fill(store, edges);
  return rankNear(store, access, query, signal());
}

/** The same by iterating over the whole graph until nothing changes any more, with the degree of each key. */
function denseRank(edges: readonly Edge[], { seeds, restart }: NearQuery) {
  const facts = [...new Map(edges.map((edge) => [edge.fact, edge])).values()];
  const keys = [...new Set<KeyId>([...facts.flatMap(({ from, to }) => [from, to]), ...seeds.keys()])].sort(compareText);
  const ends = new Map(
    keys.map((key) => [key, facts.flatMap(({ from, to }) => (from === key ? [to] : to === key ? [from] : []))] as const),
  );
  const total = [...seeds.values()].reduce((sum, share) => sum + share, 0);
  let walk = new Map(keys.map((key) => [key, (seeds.get(key) ?? 0) / total]));
  for (let round = 0; round < 600; round++) {
    const next = new Map(keys.map((key) => [key, (restart * (seeds.get(key) ?? 0)) / total]));
    for (const key of keys) {
      const others = ends.get(key) ?? [];
      const to = others.length === 0 ? [key] : others;
      for (const end of to) next.set(end, (next.get(end) ?? 0) + ((1 - restart) * (walk.get(key) ?? 0)) / to.length);
    }
    walk = next;
  }
  return { walk, degree: (key: KeyId) => ends.get(key)?.length ?? 0 };
}

describe('keys near some others', () => {
  test('have shares that with what is left add up to one, and that are within the tolerance of the true ones', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), anyNear, async (edges, query) => {
        const { ranks, steps, left, truncated } = await rankIn(edges, query);
        expect(truncated).toBe(false);
        expect(ranks.reduce((sum, { share }) => sum + share, left)).toBeCloseTo(1, 9);
        const shares = new Map(ranks.map(({ key, share }) => [key, share]));
        const { walk, degree } = denseRank(edges, query);
        for (const [key, share] of walk) {
          const short = share - (shares.get(key) ?? 0);
          expect(short).toBeGreaterThanOrEqual(-ROUNDING);
          expect(short).toBeLessThanOrEqual(query.tolerance * Math.max(1, degree(key)) + ROUNDING);
        }
        const restarts = ranks.reduce((sum, { key, share }) => sum + (degree(key) === 0 ? 0 : share), 0);
        expect(steps.reduce((sum, step) => sum + step.share, 0)).toBeCloseTo((restarts * (1 - query.restart)) / query.restart, 9);
        for (const key of shares.keys()) expect(walk.has(key)).toBe(true);
      }),
    );
  });

  test('are those of a graph that holds only what the reader may read, to the last digit', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), anyAccess, anyNear, async (edges, access, query) => {
        expect(await rankIn(edges, query, access)).toEqual(await rankIn(readableEdges(edges, access), query));
      }),
    );
  });

  test('are the same on every store and in whichever order facts arrived, also when the cap ends the ranking', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEdges(KEYS),
        anyAccess,
        anyNear,
        fc.constantFrom(1, 10, 1000),
        fc.nat(),
        async (edges, access, near, cap, seed) => {
          const sqlite = openSqliteGraphStore(':memory:');
          try {
            const shuffled = fc.sample(fc.shuffledSubarray([...edges], { minLength: edges.length }), { numRuns: 1, seed })[0] ?? [];
            await fill(sqlite, shuffled);
            const query = { ...near, edges: cap };
            expect(await rankNear(sqlite, access, query, signal())).toEqual(await rankIn(edges, query, access));
          } finally {
            sqlite.close();
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a hub with more facts than the tolerance lets matter is neither read whole nor spread', async () => {
    const [hub, seed] = [keyAt(1000), keyAt(1001)];
    const like = fc.sample(anyEdges(2, 1), { numRuns: 30, seed: 2 }).flat()[0];
    if (like === undefined) throw new Error('one edge is needed');
    const join = (from: KeyId, to: KeyId, n: number): Edge => ({
      ...like,
      from,
      to,
      fact: `${like.fact.slice(0, -6)}${String(n).padStart(6, '0')}` as Edge['fact'],
    });
    const edges = [...Array.from({ length: 500 }, (_, n) => join(hub, keyAt(n), n)), join(seed, hub, 999)];
    const asked: number[] = [];
    const store = openMemoryGraphStore();
    await fill(store, edges);
    const counting = {
      ...store,
      neighbours: async (...call: Parameters<typeof store.neighbours>) => {
        const answer = await store.neighbours(...call);
        asked.push(answer.edges.length);
        return answer;
      },
    };
    const query = { seeds: new Map([[seed, 1]]), restart: 0.2, tolerance: 0.01, edges: 100_000 };
    const { ranks, left } = await rankNear(counting, ALL_ACCESS, query, signal());
    expect(ranks.map(({ key }) => key)).toEqual([seed]);
    expect(left).toBeCloseTo(0.8, 9);
    expect(Math.max(...asked)).toBeLessThanOrEqual(101);
  });
});
