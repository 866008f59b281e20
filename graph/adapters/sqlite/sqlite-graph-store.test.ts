import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqlite } from '../../../storage/index.ts';
import { graphStoreContract } from '../../graph-store.contract.ts';
import type { Edge } from '../../graph-store.ts';
import { graphStoreProjectionContract } from '../../graph-store-projection.contract.ts';
import { ALL_ACCESS, anyAccess, anyEdges, anyQuery, fill, keyAt } from '../../random-graph.test-support.ts';
import { buildAdjacency, edgesAtKey, readableSources } from './adjacency.ts';
import { type GraphReader, makeGraphReader } from './graph-reader.ts';
import { SnapshotCache } from './snapshot-cache.ts';
import { type OpenExchange, openSnapshotExchange, type Snapshot } from './snapshot-exchange.ts';
import { openSqliteGraphStore } from './sqlite-graph-store.ts';

const open = () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-graph-'));
  const store = openSqliteGraphStore(join(folder, 'graph.db'));
  return {
    store,
    close: () => {
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
};
graphStoreContract('sqlite', open);
graphStoreProjectionContract('sqlite', open);

async function withFile(work: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-graph-'));
  try {
    await work(join(folder, 'graph.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a snapshot answers every question of every reader as the file does', async () => {
  await withFile(async (path) => {
    const store = openSqliteGraphStore(path);
    const database = openSqlite(path, { readonly: true });
    const reader = makeGraphReader(database);
    let generation = 0;
    await fc.assert(
      fc.asyncProperty(anyEdges(6), fc.array(anyAccess, { maxLength: 3 }), fc.array(anyQuery(6)), async (edges, readers, queries) => {
        generation += 1;
        await fill(store, edges, generation);
        const adjacency = await buildAdjacency(reader, new AbortController().signal);
        for (const access of readers) {
          const readable = readableSources(adjacency, access);
          for (const query of queries)
            for (const key of query.keys) {
              expect(edgesAtKey(adjacency, readable, key, query)).toEqual(reader.edgesAt(access, key, query));
            }
        }
      }),
      { numRuns: 60 },
    );
    database.close();
    store.close();
  });
});

test('a snapshot is made once much is asked, is left when another connection writes, and is made again', async () => {
  await withFile(async (path) => {
    const writer = openSqliteGraphStore(path);
    const [few, many] = fc.sample(anyEdges(8, 60), { numRuns: 2, seed: 7 }).sort((a, b) => a.length - b.length) as [Edge[], Edge[]];
    await fill(writer, few);
    const database = openSqlite(path, { readonly: true });
    const fromFile = makeGraphReader(database);
    let asked = 0;
    const counting: GraphReader = {
      ...fromFile,
      edgesAt: (...all) => {
        asked += 1;
        return fromFile.edgesAt(...all);
      },
    };
    const cache = new SnapshotCache(counting, () => ({ reader: fromFile, close: () => undefined }));
    const query = { direction: 'both', caps: { fanOut: 100, nodes: 100, edges: 100 } } as const;
    const ask = () => Array.from({ length: 8 }, (_, n) => cache.edgesFor(ALL_ACCESS, 8)(keyAt(n), query));
    const first = ask();
    await cache.settled();
    expect(asked).toBe(8);
    expect(ask()).toEqual(first);
    expect(asked).toBe(8);
    await fill(writer, many, 2);
    const second = ask();
    expect(asked).toBe(16);
    expect(second).not.toEqual(first);
    await cache.settled();
    expect(ask()).toEqual(second);
    expect(asked).toBe(16);
    database.close();
    writer.close();
  });
});

test('a reader beside the writer sees what it commits and can write nothing', async () => {
  await withFile(async (path) => {
    const writer = openSqliteGraphStore(path);
    const reader = openSqliteGraphStore(path, { readonly: true });
    const [edges] = fc.sample(anyEdges(5), { numRuns: 1, seed: 3 }) as [Edge[]];
    await fill(writer, edges);
    const query = { keys: [keyAt(0), keyAt(1)], direction: 'both', caps: { fanOut: 100, nodes: 100, edges: 100 } } as const;
    const signal = new AbortController().signal;
    const seen = await reader.neighbours(ALL_ACCESS, query, signal);
    expect(seen.edges.length).toBeGreaterThan(0);
    expect(seen).toEqual(await writer.neighbours(ALL_ACCESS, query, signal));
    await expect(fill(reader, [], 2)).rejects.toMatchObject({ code: 'storage-failed' });
    reader.close();
    writer.close();
  });
});

test('a file that is no database is a typed storage fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-graph-'));
  try {
    const path = join(folder, 'graph.db');
    writeFileSync(
      path,
      '这不是数据库 this is not a database, and it is longer than a header of one hundred bytes, so that it is read as one.',
    );
    expect(() => openSqliteGraphStore(path)).toThrow(expect.objectContaining({ code: 'storage-failed' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('threads come to hold one snapshot of a state, in shared memory, and none of another state', async () => {
  await withFile(async (path) => {
    const store = openSqliteGraphStore(path);
    const [edges] = fc.sample(anyEdges(8, 60), { numRuns: 1, seed: 7 }) as [Edge[]];
    await fill(store, edges);
    const database = openSqlite(path, { readonly: true });
    const reader = makeGraphReader(database);
    let asked = 0;
    const counting: GraphReader = {
      ...reader,
      edgesAt: (...all) => {
        asked += 1;
        return reader.edgesAt(...all);
      },
    };
    const threads = [2, 1, 3].map((maker) => {
      const taken: Snapshot[] = [];
      const open: OpenExchange = (take) => ({
        ...openSnapshotExchange(path, (snapshot) => {
          taken.push(snapshot);
          take(snapshot);
        }),
        maker,
      });
      return { taken, cache: new SnapshotCache(counting, () => ({ reader, close: () => undefined }), open) };
    });
    const [first, second, third] = threads as [(typeof threads)[0], (typeof threads)[0], (typeof threads)[0]];
    const query = { direction: 'both', caps: { fanOut: 100, nodes: 100, edges: 100 } } as const;
    const ask = ({ cache }: typeof first) => Array.from({ length: 8 }, (_, n) => cache.edgesFor(ALL_ACCESS, 8)(keyAt(n), query));
    const expected = ask(first);
    await first.cache.settled();
    await expect.poll(() => third.taken).toHaveLength(1);
    asked = 0;
    // The third has asked nothing, and yet has what the first one made.
    expect(ask(third)).toEqual(expected);
    expect(asked).toBe(0);
    const made = await buildAdjacency(reader, new AbortController().signal);
    const offer = openSnapshotExchange(path, () => undefined);
    offer.offer({ revision: reader.revision() + 1, maker: 0, adjacency: { ...made, sources: [] } });
    offer.offer({ revision: reader.revision(), maker: 1, adjacency: made });
    await expect.poll(() => second.taken.at(-1)?.maker).toBe(1);
    expect(ask(second)).toEqual(expected);
    expect(asked).toBe(0);
    // Memory is one: what is changed on this side is seen on the other.
    made.n[0] = 4711;
    expect(second.taken.at(-1)?.adjacency.n[0]).toBe(4711);
    offer.close();
    for (const { cache } of threads) cache.close();
    database.close();
    store.close();
  });
});
