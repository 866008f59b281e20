import { expect, test, vi } from 'vitest';
import { type Access, hashParts, makeEntityId, type Unit } from '../../../kernel/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import type { Edge, GraphBatch } from '../../graph-store.ts';
import { openMemoryGraphStore, openNeo4jGraphStore, replaceNeo4jGraph } from '../../index.ts';
import { ALL_ACCESS, anyEdges, fill, keyAt } from '../../random-graph.test-support.ts';
import { newStore, runByHand, sampleOne, withNewStore } from './neo4j.test-support.ts';

vi.setConfig({ testTimeout: 180_000 });

const query = { keys: [0, 1, 2, 3, 4, 5].map(keyAt), direction: 'both', caps: { fanOut: 100, nodes: 100, edges: 100 } } as const;
const signal = () => new AbortController().signal;

async function expected(edges: readonly Edge[], access: Access = ALL_ACCESS) {
  const model = openMemoryGraphStore();
  await fill(model, edges);
  return model.neighbours(access, query, signal());
}

describeServers('a rebuilt graph in Neo4j', ({ neo4j }) => {
  const [before, after] = [sampleOne(anyEdges(6), 3), sampleOne(anyEdges(6), 4)];

  test('takes the place of the live one for stores that are open, at a higher revision, and the old one is deleted', async () => {
    await withNewStore(neo4j, async (live, options) => {
      await fill(live, before, 2);
      const made = { ...options, store: `${options.store}.next` };
      const rebuilt = openNeo4jGraphStore(made);
      await fill(rebuilt, after, 3);
      await rebuilt.replaceKeys([
        { key: keyAt(0), generation: 3, node: { key: keyAt(0), entity: makeEntityId(keyAt(0)), type: 'Component', names: ['泵'] } },
      ]);
      await rebuilt.close();
      const revision = await live.revision();
      expect(await live.neighbours(ALL_ACCESS, query, signal())).toEqual(await expected(before));
      const [slot] = await runByHand(options, 'MATCH (s:FaultlineStore {name: $store}) RETURN s.slot AS slot', options as never);
      expect(await replaceNeo4jGraph(options, made.store, options.store)).toBe('content');
      expect(await live.neighbours(ALL_ACCESS, query, signal())).toEqual(await expected(after));
      expect(await live.revision()).toBeGreaterThan(revision);
      const left = await runByHand(
        options,
        'OPTIONAL MATCH (n {slot: $slot}) WITH count(n) AS nodes OPTIONAL MATCH ()-[e {slot: $slot}]->() RETURN nodes, count(e) AS edges',
        slot,
      );
      expect(left).toEqual([{ nodes: 0, edges: 0 }]);
      await expect(replaceNeo4jGraph(options, made.store, options.store)).rejects.toMatchObject({ code: 'conflict' });
    });
  });

  test('takes the place of the live one also when it holds nothing, as the graph of a site that has read nothing yet', async () => {
    await withNewStore(neo4j, async (live, options) => {
      await fill(live, before, 2);
      const made = { ...options, store: `${options.store}.next` };
      const rebuilt = openNeo4jGraphStore(made);
      await rebuilt.flush();
      await rebuilt.close();
      expect(await replaceNeo4jGraph(options, made.store, options.store)).toBe('content');
      expect(await live.neighbours(ALL_ACCESS, query, signal())).toEqual({ edges: [], truncated: false });
    });
  });

  test('ends a replacement of the old one that is under way', async () => {
    await withNewStore(neo4j, async (live, options) => {
      const version = before[0]?.versionId as Edge['versionId'];
      const unit: Unit = { kind: 'version', id: version };
      const rowsOf = (part: number): GraphBatch => ({
        kind: 'edges',
        edges: Array.from({ length: 5_000 }, (_, index) => ({
          ...(before[0] as Edge),
          fact: `fct_${hashParts([`${part} ${index}`])}` as Edge['fact'],
        })),
      });
      const made = { ...options, store: `${options.store}.next` };
      const rebuilt = openNeo4jGraphStore(made);
      await fill(rebuilt, after, 3);
      await rebuilt.close();
      await live.replace(
        unit,
        2,
        (async function* () {
          yield rowsOf(1);
          yield rowsOf(2);
          await replaceNeo4jGraph(options, made.store, options.store);
          yield rowsOf(3);
        })(),
      );
      expect(await live.neighbours(ALL_ACCESS, query, signal())).toEqual(await expected(after));
    });
  });

  test('is made in a store of its own, of which the live one shows nothing', async () => {
    await withNewStore(neo4j, async (one) => {
      await withNewStore(neo4j, async (other) => {
        await fill(one, before);
        expect(await other.neighbours(ALL_ACCESS, query, signal())).toEqual({ edges: [], truncated: false });
        await fill(other, after);
        expect(await one.neighbours(ALL_ACCESS, query, signal())).toEqual(await expected(before));
      });
    });
    const nowhere = openNeo4jGraphStore(newStore(neo4j));
    expect(await nowhere.revision()).toBe(0);
    await nowhere.close();
  });
});
