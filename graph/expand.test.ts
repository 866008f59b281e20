import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryGraphStore } from './adapters/memory/memory-graph-store.ts';
import { openSqliteGraphStore } from './adapters/sqlite/sqlite-graph-store.ts';
import { type ExpandQuery, expand } from './expand.ts';
import type { Edge } from './graph-store.ts';
import { ALL_ACCESS, anyAccess, anyEdges, fill, keyAt, pairsOfKeys, readableEdges } from './random-graph.test-support.ts';

const KEYS = 7;
const WIDE = { fanOut: 1000, nodes: 1000, edges: 1000, group: 1000 };
const signal = () => new AbortController().signal;

async function around(edges: readonly Edge[], query: Partial<ExpandQuery>, access = ALL_ACCESS) {
  const store = openMemoryGraphStore();
  await fill(store, edges);
  return expand(store, access, { seeds: [keyAt(0)], hops: 2, direction: 'both', caps: WIDE, ...query }, signal());
}

describe('expansion', () => {
  test('goes on from every name of a thing that it reached by one of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), pairsOfKeys(KEYS), async (edges, { find, thingOf }) => {
        const { nodes, links } = await around(edges, { find, hops: 3 });
        const hopOf = new Map([[thingOf(keyAt(0)).id, 0]]);
        for (let hop = 1; hop <= 3; hop++) {
          for (const edge of edges) {
            const ends = [thingOf(edge.from).id, thingOf(edge.to).id];
            if (!ends.some((end) => (hopOf.get(end) ?? hop) < hop)) continue;
            for (const end of ends) hopOf.set(end, Math.min(hop, hopOf.get(end) ?? hop));
          }
        }
        expect(new Map(nodes.map(({ thing, hop }) => [thing.id, hop]))).toEqual(hopOf);
        const near = edges.filter(({ from, to }) => [from, to].some((key) => (hopOf.get(thingOf(key).id) ?? 3) < 3));
        expect(new Set(links.map(({ edge }) => edge.fact))).toEqual(new Set(near.map(({ fact }) => fact)));
      }),
    );
  });

  test('keeps of each kind of fact at a thing those with most evidence, and counts the others', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(4, 60), fc.integer({ min: 1, max: 3 }), async (edges, group) => {
        const query = { hops: 1, direction: 'out' } as const;
        const all = (await around(edges, query)).links.map(({ edge }) => edge);
        const { links, leftOut } = await around(edges, { ...query, caps: { ...WIDE, group } });
        for (const predicate of new Set(all.map((edge) => edge.predicate))) {
          const own = all.filter((edge) => edge.predicate === predicate);
          const kept = links.flatMap(({ edge }) => (edge.predicate === predicate ? [edge] : []));
          expect(kept).toHaveLength(Math.min(group, own.length));
          const least = Math.min(...kept.map(({ n }) => n));
          expect(own.filter((edge) => edge.n > least && !kept.some(({ fact }) => fact === edge.fact))).toEqual([]);
          const counted = leftOut.filter((one) => one.predicate === predicate).reduce((sum, { count }) => sum + count, 0);
          expect(counted).toBe(own.length - kept.length);
        }
      }),
    );
  });

  test('gives what a graph of only the readable facts gives, on every store, also when caps cut it', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), anyAccess, fc.constantFrom(1, 2, 5, 1000), async (edges, access, cap) => {
        const caps = { fanOut: cap, nodes: cap, edges: cap, group: cap };
        const expected = await around(readableEdges(edges, access), { caps });
        expect(await around(edges, { caps }, access)).toEqual(expected);
        const sqlite = openSqliteGraphStore(':memory:');
        try {
          await fill(sqlite, [...edges].reverse());
          expect(await expand(sqlite, access, { seeds: [keyAt(0)], hops: 2, direction: 'both', caps }, signal())).toEqual(expected);
        } finally {
          sqlite.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
