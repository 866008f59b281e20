import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type HeldUnit, type KeyId, makeEntityId, NODE_KINDS, type Unit } from '../../../kernel/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import type { Edge, GraphBatch, GraphNode, GraphStore } from '../../graph-store.ts';
import { openSqliteGraphStore } from '../../index.ts';
import { anyAccess, anyEdges, anyQuery, keyAt } from '../../random-graph.test-support.ts';
import { withNewStore } from './neo4j.test-support.ts';

vi.setConfig({ testTimeout: 300_000 });

const KEYS = 6;
type Change =
  | { readonly kind: 'replace'; readonly edges: readonly Edge[]; readonly generation: number }
  | { readonly kind: 'drop'; readonly edges: readonly Edge[]; readonly generation: number }
  | { readonly kind: 'keys'; readonly nodes: readonly (GraphNode & { readonly isGone: boolean })[]; readonly generation: number }
  | { readonly kind: 'key'; readonly node: GraphNode; readonly generation: number };

const anyKey: fc.Arbitrary<KeyId> = fc.nat(KEYS - 1).map(keyAt);
const anyNode: fc.Arbitrary<GraphNode> = fc.record({
  key: anyKey,
  entity: anyKey.map(makeEntityId),
  type: fc.constantFrom(...NODE_KINDS),
  names: fc.array(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('P-101', '轴承过热', 'bearing'), fc.constant('`}) //\'"\\')),
    {
      maxLength: 4,
    },
  ),
});
const generation = fc.nat(6);
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), edges: anyEdges(KEYS, 15), generation }),
  fc.record({ kind: fc.constant('drop' as const), edges: anyEdges(KEYS, 3), generation }),
  fc.record({
    kind: fc.constant('keys' as const),
    nodes: fc.array(
      fc.tuple(anyNode, fc.boolean()).map(([node, isGone]) => ({ ...node, isGone })),
      { maxLength: 5 },
    ),
    generation,
  }),
  fc.record({ kind: fc.constant('key' as const), node: anyNode, generation }),
);

async function* batchOf(batch: GraphBatch): AsyncGenerator<GraphBatch> {
  yield batch;
}

async function apply(store: GraphStore, change: Change): Promise<void> {
  if (change.kind === 'keys') {
    const states = change.nodes.map(({ isGone, ...node }) => ({
      key: node.key,
      generation: change.generation,
      ...(isGone ? {} : { node }),
    }));
    return store.replaceKeys(states);
  }
  if (change.kind === 'key') {
    return store.replace({ kind: 'key', id: change.node.key }, change.generation, batchOf({ kind: 'nodes', nodes: [change.node] }));
  }
  for (const id of new Set(change.edges.map((edge) => edge.versionId))) {
    const unit: Unit = { kind: 'version', id };
    const edges = change.edges.filter((edge) => edge.versionId === id);
    if (change.kind === 'drop') await store.drop(unit, change.generation);
    else await store.replace(unit, change.generation, batchOf({ kind: 'edges', edges }));
  }
}

async function heldBy(store: GraphStore): Promise<readonly HeldUnit[]> {
  const held: HeldUnit[] = [];
  for await (const one of store.held()) held.push(one);
  return held;
}

describeServers('Neo4j beside SQLite', ({ neo4j }) => {
  test('the same changes in the same order give the same units, digests and answers', async () => {
    const signal = new AbortController().signal;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(anyAccess, anyQuery(KEYS)), { minLength: 1, maxLength: 5 }),
        async (changes, questions) => {
          const sqlite = openSqliteGraphStore(':memory:');
          await withNewStore(neo4j, async (store) => {
            for (const change of changes) for (const each of [sqlite, store]) await apply(each, change);
            const held = await heldBy(sqlite);
            expect(await heldBy(store)).toEqual(held);
            for (const { unit } of held) expect([unit.id, await store.digest(unit)]).toEqual([unit.id, await sqlite.digest(unit)]);
            for (const [access, query] of questions) {
              expect(await store.neighbours(access, query, signal)).toEqual(await sqlite.neighbours(access, query, signal));
            }
            expect(await store.examine(false)).toEqual([]);
          });
          sqlite.close();
        },
      ),
      { numRuns: 20 },
    );
  });
});
