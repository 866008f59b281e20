import { expect, test, vi } from 'vitest';
import { type KeyId, makeEntityId, type Unit } from '../../../kernel/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import type { Edge } from '../../graph-store.ts';
import { anyEdges, fill, keyAt } from '../../random-graph.test-support.ts';
import { runByHand, sampleOne, withNewStore } from './neo4j.test-support.ts';

vi.setConfig({ testTimeout: 180_000 });

const edges = sampleOne(anyEdges(5, 30), 11);
const version = edges[0]?.versionId as Edge['versionId'];
const node = (key: KeyId, entity: KeyId, ...names: readonly string[]) => ({
  key,
  generation: 1,
  node: { key, entity: makeEntityId(entity), type: 'FunctionalLocation' as const, names },
});

describeServers('a graph in Neo4j that somebody changed by hand', ({ neo4j }) => {
  test('is sound before, is found out after, and is mended or shows in the digest', async () => {
    await withNewStore(neo4j, async (store, options) => {
      await fill(store, edges);
      await store.replaceKeys([node(keyAt(0), keyAt(0), 'P-101'), node(keyAt(1), keyAt(0), '循环水泵', 'circulating pump')]);
      expect(await store.examine(false)).toEqual([]);
      const digest = await store.digest({ kind: 'version', id: version });
      const parameters = { store: options.store, zero: keyAt(0), version };
      for (const change of [
        'MATCH (s:FaultlineStore {name: $store}) MATCH (k:Key {slot: s.slot, key: $zero}) REMOVE k:FunctionalLocation SET k:Hazard',
        'MATCH (s:FaultlineStore {name: $store}) MATCH (k:Key {slot: s.slot, key: $zero})-[l:NAMES]->() DELETE l',
        "MATCH (s:FaultlineStore {name: $store}) CREATE (:Key {slot: s.slot, key: 'key_made_by_hand'})",
        'MATCH (s:FaultlineStore {name: $store}) MATCH ()-[e {slot: s.slot, version: $version}]->() WITH e LIMIT 1 SET e.from = e.fact',
      ]) {
        await runByHand(options, change, parameters);
      }
      const faults = await store.examine(true);
      expect(faults).toEqual([
        expect.stringContaining('label of their kind'),
        expect.stringContaining('do not join the keys'),
        expect.stringContaining('not linked to their entity'),
        expect.stringContaining('neither content nor edges'),
      ]);
      expect(await store.examine(false)).toEqual([]);
      expect(await store.digest({ kind: 'version', id: version })).not.toBe(digest);
      const [entity] = await runByHand(
        options,
        'MATCH (s:FaultlineStore {name: $store}) MATCH (e:Entity {slot: s.slot}) RETURN e.name AS name, e.names AS names, e.nameEn AS en',
        parameters,
      );
      expect(entity).toEqual({ name: 'P-101 循环水泵', names: ['P-101', '循环水泵', 'circulating pump'], en: 'circulating pump' });
    });
  });

  test('tells of graphs that a rebuild has left, of its own and not of another site on the same server', async () => {
    await withNewStore(neo4j, async (store, options) => {
      await fill(store, edges);
      const other = `${options.store}-2`;
      for (const left of [options.store, `${options.store}.next`, other]) {
        await runByHand(
          options,
          `MERGE (c:FaultlineCounter {name: 'slot'}) SET c.last = c.last + 1 WITH c.last AS slot
           CREATE (:FaultlineLeftSlot {slot: slot, store: $left})`,
          { left },
        );
      }
      expect(await store.examine(true)).toEqual(['2 graphs that were replaced are still there.']);
      expect(await store.examine(false)).toEqual([]);
      expect(await runByHand(options, 'MATCH (f:FaultlineLeftSlot {store: $other}) DELETE f RETURN 1 AS kept', { other })).toHaveLength(1);
    });
  });

  test('still names the units whose own node was lost, at generation 0, and takes them over whole', async () => {
    await withNewStore(neo4j, async (store, options) => {
      await fill(store, edges, 4);
      const held = async () => {
        const all = [];
        for await (const one of store.held()) all.push(one);
        return all;
      };
      const before = await held();
      const lost: Unit = { kind: 'version', id: version };
      await runByHand(options, 'MATCH (s:FaultlineStore {name: $store}) MATCH (u:FaultlineUnit {slot: s.slot, id: $version}) DELETE u', {
        store: options.store,
        version,
      });
      expect(await held()).toEqual(before.map((one) => (one.unit.id === version ? { unit: lost, generation: 0 } : one)));
      await fill(store, [], 5);
      expect(
        await runByHand(options, 'MATCH (s:FaultlineStore {name: $store}) MATCH (k:Key {slot: s.slot}) RETURN k', { store: options.store }),
      ).toEqual([]);
    });
  });

  test('joins the keys of an entity, moves one to another entity, and forgets an entity without keys', async () => {
    await withNewStore(neo4j, async (store, options) => {
      const entities = () =>
        runByHand(
          options,
          `MATCH (s:FaultlineStore {name: $store}) MATCH (e:Entity {slot: s.slot})<-[:NAMES]-(k:FunctionalLocation)
           RETURN e.name AS name, count(k) AS keys ORDER BY name`,
          { store: options.store },
        );
      await store.replaceKeys([node(keyAt(0), keyAt(0), 'P-101'), node(keyAt(1), keyAt(1), '循环水泵')]);
      expect(await entities()).toEqual([
        { name: 'P-101', keys: 1 },
        { name: '循环水泵', keys: 1 },
      ]);
      await store.replaceKeys([node(keyAt(1), keyAt(0), '循环水泵')]);
      expect(await entities()).toEqual([{ name: 'P-101 循环水泵', keys: 2 }]);
      await store.replaceKeys([{ key: keyAt(0), generation: 2 }]);
      expect(await entities()).toEqual([{ name: '循环水泵', keys: 1 }]);
      await store.replaceKeys([{ key: keyAt(1), generation: 2 }]);
      expect(await entities()).toEqual([]);
      expect(await store.examine(false)).toEqual([]);
    });
  });
});
