import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL, OPEN, SECRET, signal, unitOf, version } from '../kernel/ports/projection.test-support.ts';
import { openMemoryGraphStore } from './adapters/memory/memory-graph-store.ts';
import { expand } from './expand.ts';
import { batches, edge, graphFixture, key, near, type OpenGraph, WIDE } from './graph-store.test-support.ts';
import { ALL_ACCESS, anyAccess, anyEdges, anyQuery, fill, readableEdges } from './random-graph.test-support.ts';

/** What every graph store has to give, and to whom. */
export function graphStoreContract(name: string, open: OpenGraph): void {
  const withStore = graphFixture(open);

  describe(`graph store contract: ${name}`, () => {
    test(
      'edges are found from both ends, filtered by direction and predicate, and ordered',
      withStore(async (store) => {
        const causes = edge('轴承过热', 'CAUSED_BY', '润滑不足', 'manual');
        const remedy = edge('轴承过热', 'REMEDIED_BY', 'refill grease', 'manual');
        const part = edge('机械密封', 'PART_OF', '轴承过热', 'manual');
        await store.replace(unitOf('manual'), 1, batches(remedy, part, causes));
        const both = await near(store, [key('轴承过热')]);
        expect(both.truncated).toBe(false);
        expect(new Set(both.edges)).toEqual(new Set([causes, remedy, part]));
        const order = both.edges.map((one) => `${one.from} ${one.predicate} ${one.to} ${one.fact}`);
        expect(order).toEqual([...order].sort());
        expect((await near(store, [key('轴承过热')], { direction: 'in' })).edges).toEqual([part]);
        expect((await near(store, [key('轴承过热')], { direction: 'out', predicates: ['CAUSED_BY'] })).edges).toEqual([causes]);
        expect((await near(store, [key('轴承过热')], { predicates: [] })).edges).toEqual([]);
      }),
    );

    test(
      'a fact of two versions is one edge that counts only what the reader may read',
      withStore(async (store) => {
        const open1 = edge('pump', 'HAS_PART', '叶轮', 'a', OPEN, 2);
        const secret = edge('pump', 'HAS_PART', '叶轮', 'b', SECRET, 5);
        await store.replace(unitOf('a'), 1, batches(open1));
        await store.replace(unitOf('b'), 1, batches(secret));
        const all = (await near(store, [key('pump')])).edges;
        expect(all).toHaveLength(1);
        expect(all[0]?.n).toBe(7);
        expect(all[0]?.versionId).toBe([version('a'), version('b')].sort()[0]);
        expect((await near(store, [key('pump')], {}, { ...ALL, grants: [OPEN] })).edges).toEqual([open1]);
        expect((await near(store, [key('pump')], {}, { ...ALL, hidden: [version('a')] })).edges).toEqual([secret]);
        expect((await near(store, [key('pump')], {}, { ...ALL, grants: [] })).edges).toEqual([]);
      }),
    );

    test(
      'a cap leaves out the last edges in order and says so',
      withStore(async (store) => {
        const edges = Array.from({ length: 12 }, (_, index) => edge('hub', 'HAS_PART', `part ${index}`, 'manual'));
        await store.replace(unitOf('manual'), 1, batches(...edges));
        const ordered = (await near(store, [key('hub')])).edges;
        for (const caps of [
          { ...WIDE, fanOut: 5 },
          { ...WIDE, nodes: 5 },
          { ...WIDE, edges: 5 },
        ]) {
          expect(await near(store, [key('hub')], { caps })).toEqual({ edges: ordered.slice(0, 5), truncated: true });
        }
        expect(await near(store, [key('hub')], { caps: { fanOut: 12, nodes: 12, edges: 12 } })).toEqual({
          edges: ordered,
          truncated: false,
        });
      }),
    );

    test(
      'expansion walks hop by hop and caps the whole subgraph',
      withStore(async (store) => {
        const chain = [edge('a', 'CAUSED_BY', 'b', 'm'), edge('b', 'CAUSED_BY', 'c', 'm'), edge('c', 'CAUSED_BY', 'd', 'm')];
        await store.replace(unitOf('m'), 1, batches(...chain));
        const query = { seeds: [key('a')], hops: 2, direction: 'out', caps: { ...WIDE, group: 1000 } } as const;
        const two = await expand(store, ALL, query, signal());
        expect(two.nodes.map(({ thing, hop }) => [thing.id, hop])).toEqual([
          [key('a'), 0],
          [key('b'), 1],
          [key('c'), 2],
        ]);
        expect(two.links).toHaveLength(2);
        const capped = await expand(store, ALL, { ...query, caps: { ...query.caps, nodes: 1 } }, signal());
        expect(capped.links.map((link) => link.edge)).toEqual([chain[0]]);
        expect(capped.truncated).toBe(true);
      }),
    );

    test(
      'any reader gets for any question what a graph of only the readable edges would give',
      withStore(async (store) => {
        let generation = 0;
        await fc.assert(
          fc.asyncProperty(
            anyEdges(6),
            anyAccess,
            fc.array(anyQuery(6), { minLength: 1, maxLength: 4 }),
            async (edges, access, queries) => {
              generation += 1;
              await fill(store, edges, generation);
              const model = openMemoryGraphStore();
              await fill(model, readableEdges(edges, access));
              for (const query of queries) {
                expect(await store.neighbours(access, query, signal())).toEqual(await model.neighbours(ALL_ACCESS, query, signal()));
              }
            },
          ),
          { numRuns: 40 },
        );
      }),
    );

    test(
      'a cancelled read stops',
      withStore(async (store) => {
        await store.replace(unitOf('a'), 1, batches(edge('pump', 'HAS_PART', 'seal', 'a')));
        const stop = AbortSignal.abort(new Error('too late'));
        await expect(store.neighbours(ALL, { keys: [key('pump')], direction: 'both', caps: WIDE }, stop)).rejects.toThrow('too late');
      }),
    );
  });
}
