import { type Access, type Digest, digestLines } from '../../../kernel/index.ts';
import { checkIntegrity, flushSqlite, openSqlite, storageFault } from '../../../storage/index.ts';
import { capEdges, compareEdges } from '../../cap-edges.ts';
import { gatherBatches } from '../../gather-batches.ts';
import type { Edge, GraphStore } from '../../graph-store.ts';
import { makeGraphReader } from './graph-reader.ts';
import { GRAPH_SCHEMA } from './graph-schema.ts';
import { makeGraphWriter } from './graph-writer.ts';
import { SnapshotCache, type StillReader } from './snapshot-cache.ts';
import { openSnapshotExchange } from './snapshot-exchange.ts';

const HELD_A_PAGE = 1_000;
/** Rows written in one transaction, some 50 ms: keys are hashes, so each transaction touches pages all over the file. */
const ROWS_A_STEP = 2_000;

/** A graph in one SQLite file; `close` gives the file back. */
export interface SqliteGraphStore extends GraphStore {
  close(): void;
}

interface SqliteGraphOptions {
  /** For readers beside a writer that has opened the file before; writing through it is `storage-failed`. */
  readonly readonly?: boolean;
}

/**
 * Adjacency rows indexed from both ends, and a snapshot of them in memory for walks that ask for many keys (see
 * `SnapshotCache`); both give the same answers. A replacement writes batch by batch under a run number and deletes what the
 * run did not write last, so readers never see a unit empty and a large unit needs little memory.
 * @throws FaultlineError `storage-failed` or `busy`, from every method, when the file cannot be read or written.
 */
export function openSqliteGraphStore(path: string, { readonly = false }: SqliteGraphOptions = {}): SqliteGraphStore {
  const database = storageFault('graph', () => {
    const opened = openSqlite(path, { durable: 'at-flush', readonly });
    if (!readonly) opened.exec(GRAPH_SCHEMA);
    return opened;
  });
  const writer = makeGraphWriter(database);
  const reader = makeGraphReader(database);
  const snapshots =
    path === ':memory:'
      ? new SnapshotCache(reader, undefined)
      : new SnapshotCache(
          reader,
          () => openStill(path),
          (take) => openSnapshotExchange(path, take),
        );

  return {
    async replace(unit, generation, batches) {
      const run = storageFault('graph', () => writer.begin(unit, generation));
      if (run === undefined) return;
      for await (const step of gatherBatches(batches, ROWS_A_STEP)) {
        if (!storageFault('graph', () => writer.write(unit, run, step))) return;
      }
      storageFault('graph', () => writer.finish(unit, run));
    },
    async drop(unit, generation) {
      storageFault('graph', () => {
        const run = writer.begin(unit, generation);
        if (run !== undefined) writer.finish(unit, run);
      });
    },
    async replaceKeys(states) {
      storageFault('graph', () => writer.keys(states));
    },
    async flush() {
      storageFault('graph', () => flushSqlite(database));
    },
    async *held() {
      for (let after = ''; ; ) {
        const page = storageFault('graph', () => reader.held(after, HELD_A_PAGE));
        yield* page;
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.unit.id;
      }
    },
    async examine(mend) {
      const faults = storageFault('graph', () => checkIntegrity(database));
      if (mend && faults.length > 0) storageFault('graph', () => database.exec('reindex'));
      return faults;
    },
    async revision() {
      return storageFault('graph', () => reader.revision());
    },
    async digest(unit): Promise<Digest> {
      return storageFault('graph', () => digestLines(reader.lines(unit)));
    },
    async neighbours(access: Access, query, signal) {
      signal.throwIfAborted();
      const byFact = new Map<string, Edge>();
      const keys = new Set(query.keys);
      const edgesAt = storageFault('graph', () => snapshots.edgesFor(access, keys.size));
      for (const key of keys) {
        signal.throwIfAborted();
        for (const edge of storageFault('graph', () => edgesAt(key, query))) byFact.set(edge.fact, edge);
      }
      return capEdges([...byFact.values()].sort(compareEdges), query);
    },
    close() {
      snapshots.close();
      database.close();
    },
  };
}

function openStill(path: string): StillReader {
  const database = storageFault('graph', () => {
    const opened = openSqlite(path, { readonly: true });
    opened.exec('begin');
    return opened;
  });
  return { reader: makeGraphReader(database), close: () => database.close() };
}
