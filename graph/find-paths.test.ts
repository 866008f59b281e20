import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyId } from '../kernel/index.ts';
import { openMemoryGraphStore } from './adapters/memory/memory-graph-store.ts';
import { openSqliteGraphStore } from './adapters/sqlite/sqlite-graph-store.ts';
import { findPaths, type PathQuery, type PathStep } from './find-paths.ts';
import type { Edge } from './graph-store.ts';
import { ALL_ACCESS, anyAccess, anyEdges, fill, keyAt, pairsOfKeys, readableEdges } from './random-graph.test-support.ts';

const WIDE = { fanOut: 1000, nodes: 1000, edges: 1000, paths: 1000 };
const KEYS = 7;
const signal = () => new AbortController().signal;
const namesOf = (paths: readonly (readonly PathStep[])[]) =>
  paths.map((steps) => [steps[0]?.from.id ?? '', ...steps.map(({ to }) => to.id)].join(' '));

async function pathsIn(edges: readonly Edge[], query: Partial<PathQuery> & Pick<PathQuery, 'from' | 'to'>, access = ALL_ACCESS) {
  const store = openMemoryGraphStore();
  await fill(store, edges);
  return findPaths(store, access, { maxLength: 4, caps: WIDE, ...query }, signal());
}

/** Every path without a detour by trying all, the plain way; `idOf` gives the thing of a key. */
function allPaths(edges: readonly Edge[], from: string, to: string, maxLength: number, idOf: (key: KeyId) => string): string[] {
  const beside = new Map<string, Set<string>>();
  for (const edge of edges) {
    const [a, b] = [idOf(edge.from), idOf(edge.to)];
    beside.set(a, (beside.get(a) ?? new Set()).add(b));
    beside.set(b, (beside.get(b) ?? new Set()).add(a));
  }
  const found: string[][] = [];
  const walk = (way: string[]): void => {
    const last = way.at(-1) ?? '';
    if (last === to) found.push(way);
    else if (way.length <= maxLength) for (const next of beside.get(last) ?? []) if (!way.includes(next)) walk([...way, next]);
  };
  if (from !== to) walk([from]);
  const hasDetour = (way: readonly string[]) =>
    way.some((id, at) => way.slice(at + 2).some((other) => beside.get(id)?.has(other) === true));
  const straight = found.filter((way) => !hasDetour(way)).sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1));
  return straight.map((way) => way.join(' '));
}

describe('paths between two things', () => {
  test('are all ways without a detour within the length, shortest first, whatever names the things have', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), pairsOfKeys(KEYS), fc.integer({ min: 1, max: 5 }), async (edges, { find, thingOf }, maxLength) => {
        const [from, to] = [thingOf(keyAt(0)), thingOf(keyAt(KEYS - 1))];
        const { paths, truncated } = await pathsIn(edges, { from: from.keys, to: to.keys, maxLength, find });
        expect(truncated).toBe(false);
        expect(namesOf(paths)).toEqual(allPaths(edges, from.id, to.id, maxLength, (key) => thingOf(key).id));
      }),
    );
  });

  test('explain each step by every fact that joins its two things, and by its direction', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), pairsOfKeys(KEYS), async (edges, { find, thingOf }) => {
        const { paths } = await pathsIn(edges, { from: [keyAt(0)], to: [keyAt(1)], find });
        for (const step of paths.flat()) {
          const joining = edges.filter(({ from, to }) => {
            const ends = [thingOf(from).id, thingOf(to).id];
            return ends.includes(step.from.id) && ends.includes(step.to.id) && ends[0] !== ends[1];
          });
          expect(new Set(step.facts.map(({ edge }) => edge.fact))).toEqual(new Set(joining.map(({ fact }) => fact)));
          for (const { edge, direction } of step.facts) {
            expect(thingOf(edge.from).id).toBe(direction === 'out' ? step.from.id : step.to.id);
          }
        }
      }),
    );
  });

  test('are those of a graph that holds only what the reader may read', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), anyAccess, async (edges, access) => {
        const query = { from: [keyAt(0)], to: [keyAt(1)] };
        expect(await pathsIn(edges, query, access)).toEqual(await pathsIn(readableEdges(edges, access), query));
      }),
    );
  });

  test('are the same on every store, also when a cap cuts them, and in whichever order facts arrived', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdges(KEYS), anyAccess, fc.constantFrom(1, 2, 5, 1000), fc.nat(), async (edges, access, cap, seed) => {
        const sqlite = openSqliteGraphStore(':memory:');
        try {
          const shuffled = fc.sample(fc.shuffledSubarray([...edges], { minLength: edges.length }), { numRuns: 1, seed })[0] ?? [];
          await fill(sqlite, shuffled);
          const query = { from: [keyAt(0)], to: [keyAt(1)], maxLength: 4, caps: { fanOut: cap, nodes: cap, edges: cap, paths: cap } };
          expect(await findPaths(sqlite, access, query, signal())).toEqual(await pathsIn(edges, query, access));
        } finally {
          sqlite.close();
        }
      }),
      { numRuns: 50 },
    );
  });

  test('say so when a cap leaves some out, and give the shortest', async () => {
    const edges = fc
      .sample(anyEdges(6, 12), { numRuns: 400, seed: 5 })
      .filter((one) => allPaths(one, keyAt(0), keyAt(1), 3, String).length > 1);
    expect(edges.length).toBeGreaterThan(3);
    for (const one of edges) {
      const query = { from: [keyAt(0)], to: [keyAt(1)], maxLength: 3 };
      const all = await pathsIn(one, query);
      const few = await pathsIn(one, { ...query, caps: { ...WIDE, paths: 1 } });
      expect(few).toEqual({ paths: all.paths.slice(0, 1), truncated: true });
    }
  });

  test('there are none from a thing to itself', async () => {
    const [edges] = fc.sample(anyEdges(3, 20), { numRuns: 1, seed: 1 });
    expect(await pathsIn(edges ?? [], { from: [keyAt(0)], to: [keyAt(0)] })).toEqual({ paths: [], truncated: false });
  });
});
