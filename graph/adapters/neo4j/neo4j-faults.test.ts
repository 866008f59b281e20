import { expect, test, vi } from 'vitest';
import { type FactId, hashParts, type KeyId, makeEntityId, type NodeKind, type Predicate, type Unit } from '../../../kernel/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import type { Edge, GraphBatch, GraphNode } from '../../graph-store.ts';
import { openMemoryGraphStore, openNeo4jGraphStore } from '../../index.ts';
import { ALL_ACCESS, anyEdges, fill, keyAt } from '../../random-graph.test-support.ts';
import { connectNeo4j } from './connect-neo4j.ts';
import { newStore, runByHand, sampleOne, withNewStore } from './neo4j.test-support.ts';

vi.setConfig({ testTimeout: 180_000 });

const SLOW = 'UNWIND range(1, 100000000000) AS x WITH x WHERE x % 7 = 9 RETURN count(x) AS n';
const HOSTILE = 'x`}) DETACH DELETE n //\'"\\ } $key \u0000\n{{';
const query = { keys: [0, 1, 2].map(keyAt), direction: 'both', caps: { fanOut: 100, nodes: 100, edges: 100 } } as const;
const signal = () => new AbortController().signal;
const [edge] = sampleOne(anyEdges(3), 5).slice(0, 1) as [Edge];
const unit: Unit = { kind: 'version', id: edge.versionId };

async function* give(...batches: readonly GraphBatch[]): AsyncGenerator<GraphBatch> {
  yield* batches;
}

const node = (over: Partial<GraphNode> = {}): GraphNode => ({
  key: keyAt(0),
  entity: makeEntityId(keyAt(0)),
  type: 'Component',
  names: ['泵'],
  ...over,
});

test('a server that is not there is named as such, for reads and the first write', async () => {
  const store = openNeo4jGraphStore({ uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'secret-word', store: 'plant' });
  for (const ask of [() => store.neighbours(ALL_ACCESS, query, signal()), () => store.revision(), () => store.drop(unit, 1)]) {
    await expect(ask()).rejects.toMatchObject({
      code: 'store-unavailable',
      retryable: true,
      message: expect.stringContaining('127.0.0.1:9'),
    });
  }
  await store.close();
});

test('an address or a store name of the wrong form is a fault of the configuration', async () => {
  const server = { uri: 'bolt://127.0.0.1:9', username: 'neo4j', password: 'x' };
  for (const name of ['', 'Plant', '车间', "a'b", `a${'b'.repeat(63)}`, HOSTILE]) {
    expect(() => openNeo4jGraphStore({ ...server, store: name })).toThrow(expect.objectContaining({ code: 'invalid-configuration' }));
  }
  const store = openNeo4jGraphStore({ ...server, uri: 'http://127.0.0.1', store: 'plant' });
  await expect(store.revision()).rejects.toMatchObject({ code: 'invalid-configuration' });
  await store.close();
});

describeServers('faults and hostile input in Neo4j', ({ neo4j }) => {
  test('a wrong password is named as such and is not in the message', async () => {
    const store = openNeo4jGraphStore({ ...newStore(neo4j), password: 'wrong-password' });
    const fault = await store.revision().catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'store-unavailable', message: expect.stringContaining('password') });
    expect(String(fault)).not.toContain('wrong-password');
    await store.close();
  });

  test('a read that takes too long ends with a deadline, and one that is aborted with the reason, on the server too', async () => {
    const short = connectNeo4j({ ...newStore(neo4j), readTimeoutMs: 300 });
    await expect(short.read((run) => run(SLOW, {}))).rejects.toMatchObject({ code: 'deadline-exceeded' });
    await short.close();
    const patient = connectNeo4j({ ...newStore(neo4j), readTimeoutMs: 60_000 });
    const stop = new AbortController();
    const asked = patient.read((run) => run(`${SLOW} // aborted`, {}), stop.signal);
    const refused = expect(asked).rejects.toThrow('too late');
    const running = () =>
      patient.read((run) => run('SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery ENDS WITH "// aborted" RETURN 1', {}));
    await expect.poll(running).toHaveLength(1);
    stop.abort(new Error('too late'));
    await refused;
    await expect.poll(running).toEqual([]);
    await patient.close();
  });

  test('a read session cannot write', async () => {
    const connection = connectNeo4j(newStore(neo4j));
    await expect(connection.read((run) => run('CREATE (n:Key)', {}))).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.AccessMode',
    });
    await connection.close();
  });

  test('kinds and predicates that are not in the ontology are refused, and change nothing', async () => {
    await withNewStore(neo4j, async (store) => {
      await store.replace(unit, 1, give({ kind: 'edges', edges: [edge] }));
      const before = [await store.neighbours(ALL_ACCESS, query, signal()), await store.digest(unit)];
      for (const text of [HOSTILE, 'PART_OF|CAUSED_BY', '', 'part_of']) {
        const predicate = text as Predicate;
        await expect(store.replace(unit, 2, give({ kind: 'edges', edges: [{ ...edge, predicate }] }))).rejects.toMatchObject({
          code: 'internal',
        });
        expect(await store.neighbours(ALL_ACCESS, { ...query, predicates: [predicate] }, signal())).toEqual({
          edges: [],
          truncated: false,
        });
      }
      for (const text of [HOSTILE, 'Key', 'FaultlineStore']) {
        const type = text as NodeKind;
        const state = { key: keyAt(0), generation: 2, node: node({ type }) };
        await expect(store.replaceKeys([state])).rejects.toMatchObject({ code: 'internal' });
      }
      await expect(store.replace(unit, 2, give({ kind: 'nodes', nodes: [node()] }))).rejects.toMatchObject({ code: 'internal' });
      expect([await store.neighbours(ALL_ACCESS, query, signal()), await store.digest(unit)]).toEqual(before);
    });
  });

  test('hostile texts are stored and asked for as they are', async () => {
    await withNewStore(neo4j, async (store, options) => {
      const model = openMemoryGraphStore();
      const hostile = { ...edge, from: HOSTILE as KeyId, fact: HOSTILE as FactId };
      const extra = { toString: 'x', [HOSTILE]: 1, __proto__: { run: 5 } };
      for (const each of [store, model]) {
        await fill(each, sampleOne(anyEdges(3), 8));
        await each.replace(unit, 2, give({ kind: 'edges', edges: [hostile] }));
        await each.replaceKeys([{ key: keyAt(0), generation: 1, node: { ...node({ names: [HOSTILE, '轴承"', '\u{20000}'] }), ...extra } }]);
      }
      for (const asked of [unit, { kind: 'key', id: keyAt(0) } as const]) expect(await store.digest(asked)).toBe(await model.digest(asked));
      const readers = [
        ALL_ACCESS,
        { ...ALL_ACCESS, hidden: [HOSTILE as Edge['versionId']] },
        { ...ALL_ACCESS, grants: [HOSTILE as Edge['labelSet']] },
      ];
      for (const access of readers) {
        const question = { ...query, keys: [HOSTILE as KeyId, keyAt(0), keyAt(1)] };
        expect(await store.neighbours(access, question, signal())).toEqual(await model.neighbours(access, question, signal()));
      }
      const [shown] = await runByHand(options, 'MATCH (k:Key {key: $key})-[:NAMES]->(e) RETURN keys(k) AS properties, e.names AS names', {
        key: keyAt(0),
      });
      expect(shown?.properties).not.toContain(HOSTILE);
      expect(shown?.names).toEqual([HOSTILE, '轴承"', '\u{20000}']);
    });
  });

  test('a large replacement that is cut off holds no generation, keeps late ones off, and is made whole by running it again', async () => {
    await withNewStore(neo4j, async (store) => {
      const model = openMemoryGraphStore();
      const rows = (part: number, count: number): GraphBatch => ({
        kind: 'edges',
        edges: Array.from({ length: count }, (_, index) => ({ ...edge, fact: `fct_${hashParts([`${part} ${index}`])}` as FactId })),
      });
      const cutOff = async function* () {
        yield rows(1, 5_000);
        yield rows(2, 5_000);
        throw new Error('the process died here');
      };
      await expect(store.replace(unit, 5, cutOff())).rejects.toThrow('died here');
      const held = async () => {
        const all = [];
        for await (const one of store.held()) all.push(one);
        return all;
      };
      expect(await held()).toEqual([{ unit, generation: 0 }]);
      await store.replace(unit, 4, give(rows(9, 1)));
      // The second time the first part comes twice, and the second part not at all.
      const whole = [rows(3, 5_000), rows(3, 5_000), rows(1, 10)];
      await store.replace(unit, 5, give(...whole));
      await model.replace(unit, 5, give(...whole));
      expect(await store.digest(unit)).toBe(await model.digest(unit));
      expect(await held()).toEqual([{ unit, generation: 5 }]);
      await withNewStore(neo4j, async (fresh) => {
        await fresh.replace(unit, 5, give(...whole));
        expect(await fresh.digest(unit)).toBe(await model.digest(unit));
      });
    });
  });
});
