import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Access,
  type FactId,
  hashParts,
  type KeyId,
  type LabelSetId,
  makeEntityId,
  makeFactId,
  makeKeyId,
  makeLabelSetId,
  type Predicate,
  parseTenantId,
  parseVersionId,
  type TenantId,
  type Unit,
  type VersionId,
} from '../kernel/index.ts';
import { openMemoryGraphStore } from './adapters/memory/memory-graph-store.ts';
import { expand } from './expand.ts';
import type { Edge, GraphBatch, GraphCaps, GraphNode, GraphStore } from './graph-store.ts';
import { ALL_ACCESS, anyAccess, anyEdges, anyQuery, fill, readableEdges } from './random-graph.test-support.ts';

const TENANT = parseTenantId('plant') as TenantId;
const OPEN = makeLabelSetId(TENANT, ['open']);
const SECRET = makeLabelSetId(TENANT, ['secret']);
const ALL: Access = { tenant: TENANT, grants: [OPEN, SECRET], hidden: [] };
const WIDE: GraphCaps = { fanOut: 1000, nodes: 1000, edges: 1000 };
const NO_DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const key = (name: string): KeyId => makeKeyId(TENANT, 'Component', 'name', 'site', name);
const version = (name: string): VersionId => parseVersionId(`ver_${hashParts([name])}`) as VersionId;
const unitOf = (name: string): Unit => ({ kind: 'version', id: version(name) });

function edge(from: string, predicate: Predicate, to: string, versionName: string, labelSet: LabelSetId = OPEN, n = 1): Edge {
  const fact: FactId = makeFactId(key(from), predicate, JSON.stringify(key(to)), '[]');
  return { fact, from: key(from), to: key(to), predicate, versionId: version(versionName), labelSet, n };
}

async function* batches(...edges: readonly Edge[]): AsyncGenerator<GraphBatch> {
  for (const one of edges) yield { kind: 'edges', edges: [one] };
}

async function* nodesOf(node: GraphNode): AsyncGenerator<GraphBatch> {
  yield { kind: 'nodes', nodes: [node] };
}

const signal = () => new AbortController().signal;

/** What every graph store has to do; `open` gives an empty store, `close` gives it back. */
export function graphStoreContract(name: string, open: () => { store: GraphStore; close: () => void | Promise<void> }): void {
  const withStore = (body: (store: GraphStore) => Promise<void>) => async () => {
    const { store, close } = open();
    try {
      await body(store);
    } finally {
      await close();
    }
  };
  const near = async (
    store: GraphStore,
    keys: readonly KeyId[],
    rest: Partial<Parameters<GraphStore['neighbours']>[1]> = {},
    access = ALL,
  ) => store.neighbours(access, { keys, direction: 'both', caps: WIDE, ...rest }, signal());

  describe(`graph store contract: ${name}`, () => {
    test(
      'replaces and drops many keys at once as one by one, late deliveries ignored',
      withStore(async (store) => {
        const node = (name: string, entity: string): GraphNode => ({
          key: key(name),
          entity: makeEntityId(key(entity)),
          type: 'Component',
          names: [name],
        });
        const unit = (name: string): Unit => ({ kind: 'key', id: key(name) });
        await store.replaceKeys([
          { key: key('泵'), generation: 1, node: node('泵', '泵') },
          { key: key('seal'), generation: 2, node: node('seal', 'seal') },
          { key: key('gone'), generation: 1, node: node('gone', 'gone') },
        ]);
        await store.replaceKeys([
          { key: key('泵'), generation: 2, node: node('泵', 'pump') },
          { key: key('seal'), generation: 1, node: node('seal', 'late') },
          { key: key('gone'), generation: 2 },
        ]);
        const { store: single, close: closeSingle } = open();
        try {
          for (const one of [node('泵', 'pump'), node('seal', 'seal')]) {
            await single.replace({ kind: 'key', id: one.key }, 1, nodesOf(one));
          }
          for (const name of ['泵', 'seal', 'gone']) expect(await store.digest(unit(name))).toBe(await single.digest(unit(name)));
        } finally {
          await closeSingle();
        }
        expect(await store.digest(unit('gone'))).toBe(NO_DIGEST);
      }),
    );

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
      'replacing a version leaves nothing of what it said before and touches no other version',
      withStore(async (store) => {
        const old = edge('pump', 'HAS_PART', 'seal', 'a');
        const kept = edge('pump', 'HAS_PART', 'shaft', 'b');
        const fresh = edge('pump', 'HAS_PART', '联轴器', 'a');
        await store.replace(unitOf('b'), 1, batches(kept));
        await store.replace(unitOf('a'), 1, batches(old));
        await store.replace(unitOf('a'), 2, batches(fresh));
        expect(new Set((await near(store, [key('pump')])).edges)).toEqual(new Set([kept, fresh]));
        await store.drop(unitOf('a'), 3);
        expect((await near(store, [key('pump')])).edges).toEqual([kept]);
        expect(await store.digest(unitOf('a'))).toBe(NO_DIGEST);
      }),
    );

    test(
      'names every unit that it ever held with its generation, and has a higher revision after each change',
      withStore(async (store) => {
        const held = async () => {
          const found = [];
          for await (const one of store.held()) found.push(one);
          return found;
        };
        expect(await held()).toEqual([]);
        const before = await store.revision();
        await store.replace(unitOf('b'), 2, batches(edge('pump', 'HAS_PART', 'seal', 'b')));
        await store.replace(unitOf('a'), 7, batches(edge('pump', 'HAS_PART', 'seal', 'a')));
        const filled = await store.revision();
        await store.drop(unitOf('b'), 3);
        const expected = [
          { unit: unitOf('a'), generation: 7 },
          { unit: unitOf('b'), generation: 3 },
        ].sort((left, right) => (left.unit.id < right.unit.id ? -1 : 1));
        expect(await held()).toEqual(expected);
        expect(filled).toBeGreaterThan(before);
        expect(await store.revision()).toBeGreaterThan(filled);
      }),
    );

    test(
      'a late delivery of a lower generation changes nothing, also after a drop',
      withStore(async (store) => {
        const current = edge('pump', 'HAS_PART', 'seal', 'a');
        await store.replace(unitOf('a'), 5, batches(current));
        await store.replace(unitOf('a'), 4, batches(edge('pump', 'HAS_PART', 'ghost', 'a')));
        await store.drop(unitOf('a'), 4);
        expect((await near(store, [key('pump')])).edges).toEqual([current]);
        await store.drop(unitOf('a'), 6);
        await store.replace(unitOf('a'), 5, batches(current));
        expect((await near(store, [key('pump')])).edges).toEqual([]);
      }),
    );

    test(
      'a replacement that is cut off is made whole by running it again',
      withStore(async (store) => {
        async function* broken(): AsyncGenerator<GraphBatch> {
          yield { kind: 'edges', edges: [edge('pump', 'HAS_PART', 'seal', 'a')] };
          throw new Error('the process died here');
        }
        await expect(store.replace(unitOf('a'), 1, broken())).rejects.toThrow('died here');
        const whole = [edge('pump', 'HAS_PART', 'shaft', 'a'), edge('pump', 'HAS_PART', '叶轮', 'a')];
        await store.replace(unitOf('a'), 1, batches(...whole));
        expect(new Set((await near(store, [key('pump')])).edges)).toEqual(new Set(whole));
      }),
    );

    test(
      'a node belongs to the unit of its key and is part of its digest',
      withStore(async (store) => {
        const id = key('P-101');
        const unit: Unit = { kind: 'key', id };
        const give = async function* (names: readonly string[]): AsyncGenerator<GraphBatch> {
          yield { kind: 'nodes', nodes: [{ key: id, entity: makeEntityId(id), type: 'FunctionalLocation', names }] };
        };
        await store.replace(unit, 1, give(['P-101']));
        const first = await store.digest(unit);
        await store.replace(unit, 2, give(['P-101', '循环水泵']));
        expect(await store.digest(unit)).not.toBe(first);
        await store.replace(unit, 3, give(['P-101']));
        expect(await store.digest(unit)).toBe(first);
        await store.drop(unit, 4);
        expect(await store.digest(unit)).toBe(NO_DIGEST);
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
      'a store that was changed step by step equals one that was built at once',
      withStore(async (incremental) => {
        const change = fc.record({
          unit: fc.constantFrom('u1', 'u2', 'u3'),
          parts: fc.array(fc.tuple(fc.constantFrom('泵', 'pump', 'motor'), fc.constantFrom('轴', 'seal', 'fan')), { maxLength: 4 }),
          isDropped: fc.boolean(),
        });
        let generation = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
            const last = new Map<string, readonly Edge[]>();
            for (const { unit, parts, isDropped } of changes) {
              generation += 1;
              const edges = isDropped ? [] : parts.map(([from, to]) => edge(from, 'HAS_PART', to, unit));
              last.set(unit, edges);
              if (isDropped) await incremental.drop(unitOf(unit), generation);
              else await incremental.replace(unitOf(unit), generation, batches(...edges));
            }
            const { store: rebuilt, close } = open();
            try {
              for (const [unit, edges] of [...last].reverse()) await rebuilt.replace(unitOf(unit), 1, batches(...edges));
              for (const unit of last.keys()) expect(await incremental.digest(unitOf(unit))).toBe(await rebuilt.digest(unitOf(unit)));
            } finally {
              await close();
            }
          }),
          { numRuns: 25 },
        );
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
