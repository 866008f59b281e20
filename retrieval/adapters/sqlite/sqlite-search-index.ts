import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type Digest, digestLines, FaultlineError, sha256 } from '../../../kernel/index.ts';
import { checkIntegrity, flushSqlite, openSqlite, storageFault } from '../../../storage/index.ts';
import { fitting } from '../../fitting.ts';
import { passageLine } from '../../passage-line.ts';
import type { IndexedPassage, IndexIdentity, OpenedIndex, SearchIndex } from '../../search-index.ts';
import { IndexMemory } from './index-memory.ts';
import { makeIndexReader } from './index-reader.ts';
import { FORGET_REMOVALS, INDEX_LAYOUT, INDEX_SCHEMA, META_SCHEMA } from './index-schema.ts';
import { makeIndexWriter } from './index-writer.ts';
import { findIndexFaults, mendIndex } from './mend-index.ts';

/** Passages written or deleted in one transaction: some 100 ms of the writer's thread; each costs the full-text index a segment to merge. */
const BATCH = 500;
const HELD_A_PAGE = 1_000;

/** A search index in one SQLite file; `close` gives the file back. */
export interface SqliteSearchIndex extends OpenedIndex {
  close(): void;
}

/**
 * FTS5 over the analyser's tokens as lists of postings, a table of identifiers, and vectors. What passages are filtered by and the
 * sign bits of their vectors are kept in memory (see `IndexMemory`), read at the first search: so access comes before every
 * ranking, and ranks are by the reader's own statistics.
 * A replacement writes batch by batch under a run number and deletes what the run did not write last.
 * @throws FaultlineError `conflict` when the file was made for another identity; `storage-failed` or `busy`, from every method,
 * when the file cannot be read or written.
 */
export function openSqliteSearchIndex(
  path: string,
  identity: IndexIdentity,
  { readonly = false }: { readonly readonly?: boolean } = {},
): SqliteSearchIndex {
  const database = storageFault('search', () => openSqlite(path, { durable: 'at-flush', readonly }));
  claimIdentity(database, identity);
  const { writer, reader } = storageFault('search', () => {
    if (!readonly) database.exec(INDEX_SCHEMA + FORGET_REMOVALS);
    return { writer: makeIndexWriter(database, identity.centre), reader: makeIndexReader(database) };
  });
  const memory = new IndexMemory(reader, identity);
  let epoch = storageFault('search', () => reader.epoch());

  /** A file that was made anew by another program may have another identity, and this one must neither read nor write it. */
  function refuseIfForeign(): void {
    const now = reader.epoch();
    if (now === epoch) return;
    if (heldIdentity(database) !== wantedIdentity(identity)) {
      throw new FaultlineError('conflict', 'The search index was made anew by another version of this program; start this one again.');
    }
    epoch = now;
  }

  async function cutRest(unit: Parameters<SearchIndex['drop']>[0], run: number): Promise<void> {
    while (storageFault('search', () => writer.cut(unit, run, BATCH)) > 0) await setImmediate();
  }

  return {
    async replace(unit, generation, batches) {
      storageFault('search', refuseIfForeign);
      const run = storageFault('search', () => writer.begin(unit, generation));
      if (run === undefined) return;
      for await (const batch of inBatches(batches)) {
        for (const { vector } of batch) if (vector !== undefined) fitting(vector, identity);
        if (!storageFault('search', () => writer.write(unit, run, batch))) return;
      }
      await cutRest(unit, run);
    },
    async drop(unit, generation) {
      storageFault('search', refuseIfForeign);
      const run = storageFault('search', () => writer.begin(unit, generation));
      if (run !== undefined) await cutRest(unit, run);
    },
    async flush() {
      storageFault('search', () => flushSqlite(database));
    },
    async *held() {
      for (let after = ''; ; ) {
        const page = storageFault('search', () => reader.held(after, HELD_A_PAGE));
        yield* page;
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.unit.id;
      }
    },
    async examine(mend) {
      return storageFault('search', () => {
        const faults = [...checkIntegrity(database), ...findIndexFaults(database, identity.centre)];
        if (mend && faults.length > 0) mendIndex(database, identity.centre);
        return faults;
      });
    },
    async revision() {
      return storageFault('search', () => reader.revision().value);
    },
    async digest(unit): Promise<Digest> {
      return storageFault('search', () => digestLines(lines(reader.passages(unit))));
    },
    async candidates(access, query, signal) {
      const { words, exact = [], vector, where = {}, n } = query;
      signal.throwIfAborted();
      return storageFault('search', () => {
        refuseIfForeign();
        memory.refresh();
        const allowed = memory.allowed(access, where);
        const byExact = exact.length === 0 ? [] : memory.byIdentifiers(allowed, exact, n);
        const byWord = words === undefined ? [] : memory.byWords(allowed, words, n);
        signal.throwIfAborted();
        const byVector = vector === undefined ? [] : memory.byVector(allowed, fitting(vector, identity), n);
        return [...new Set([...byExact, ...byWord, ...byVector])];
      });
    },
    async cosines(access, vector, ids, signal) {
      signal.throwIfAborted();
      return storageFault('search', () => {
        refuseIfForeign();
        memory.refresh();
        return memory.cosines(memory.allowed(access, {}), fitting(vector, identity), ids);
      });
    },
    async check() {
      storageFault('search', refuseIfForeign);
    },
    close() {
      database.close();
    },
  };
}

function claimIdentity(database: Database, identity: IndexIdentity): void {
  const wanted = wantedIdentity(identity);
  const held = storageFault('search', () => {
    if (!database.readonly) database.exec(META_SCHEMA);
    if (!database.readonly) database.prepare("insert or ignore into meta (name, value) values ('identity', ?)").run(wanted);
    return heldIdentity(database);
  });
  if (held === wanted) return;
  database.close();
  throw new FaultlineError(
    'conflict',
    'The search index was made with another analyser or embedding; make it anew with `faultline reindex`.',
  );
}

function heldIdentity(database: Database): string {
  return z.string().parse(database.prepare("select value from meta where name = 'identity'").pluck().get());
}

function wantedIdentity({ analyser, model, dimension, centre }: IndexIdentity): string {
  const bytes = new Uint8Array(centre.buffer, centre.byteOffset, centre.byteLength);
  return [`layout-${INDEX_LAYOUT}`, analyser, model, String(dimension), sha256(bytes)].join(' ');
}

async function* inBatches(passages: AsyncIterable<IndexedPassage>): AsyncGenerator<readonly IndexedPassage[]> {
  let batch: IndexedPassage[] = [];
  for await (const passage of passages) {
    batch.push(passage);
    if (batch.length < BATCH) continue;
    yield batch;
    await setImmediate();
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* lines(passages: Iterable<IndexedPassage>): Generator<string> {
  for (const passage of passages) yield passageLine(passage);
}
