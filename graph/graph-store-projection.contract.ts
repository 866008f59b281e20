import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEntityId, type Unit } from '../kernel/index.ts';
import { expectToTellUnits, NO_DIGEST, unitOf } from '../kernel/ports/projection.test-support.ts';
import { batches, edge, graphFixture, key, near, type OpenGraph } from './graph-store.test-support.ts';
import type { Edge, GraphBatch, GraphNode } from './graph-store.ts';

async function* nodesOf(node: GraphNode): AsyncGenerator<GraphBatch> {
  yield { kind: 'nodes', nodes: [node] };
}

/** How every graph store follows the ledger, unit by unit. */
export function graphStoreProjectionContract(name: string, open: OpenGraph): void {
  const withStore = graphFixture(open);

  describe(`graph store projection contract: ${name}`, () => {
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
      withStore((store) => expectToTellUnits(store, (name) => batches(edge('pump', 'HAS_PART', 'seal', name)))),
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
  });
}
