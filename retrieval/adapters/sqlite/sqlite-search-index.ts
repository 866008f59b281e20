import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type Access, compareText, type Digest, digestLines, FaultlineError, type PassageId, sha256 } from '../../../kernel/index.ts';
import { flushSqlite, openSqlite, storageFault } from '../../../storage/index.ts';
import { dot } from '../../dot.ts';
import { passageLine } from '../../passage-line.ts';
import type { IndexedPassage, IndexIdentity, Scope, SearchIndex } from '../../search-index.ts';
import { bestByWords, type ScoredPlace } from './best-by-words.ts';
import { type IndexReader, makeIndexReader } from './index-reader.ts';
import { INDEX_SCHEMA } from './index-schema.ts';
import { makeIndexWriter, type PlacedChanges } from './index-writer.ts';
import { type Allowed, type PassageFilter, PassageTable } from './passage-table.ts';
import { signBits } from './sign-bits.ts';

/** Passages written or deleted in one transaction: some 20 ms of the event loop. */
const BATCH = 100;
/** Passages nearest by sign bits whose cosine is then computed; measured recall of the ten nearest of 100k: 1.000. */
const RERANKED = 400;

/** A search index in one SQLite file; `close` gives the file back. */
export interface SqliteSearchIndex extends SearchIndex {
  close(): void;
}

/**
 * FTS5 over the analyser's tokens as lists of postings, a table of identifiers, and vectors. What passages are filtered by and the
 * sign bits of their vectors are kept in memory (some 60 bytes a passage), read at the first search and again when another
 * connection has changed the file: so access comes before every ranking, and ranks are by the reader's own statistics.
 * A replacement writes batch by batch under a run number and deletes what the run did not write last.
 * @throws FaultlineError `conflict` when the file was made for another identity; `storage-failed` or `busy`, from every method,
 * when the file cannot be read or written.
 */
export function openSqliteSearchIndex(
  path: string,
  identity: IndexIdentity,
  { readonly = false }: { readonly readonly?: boolean } = {},
): SqliteSearchIndex {
  const database = storageFault('search', () => {
    const opened = openSqlite(path, { durable: 'at-flush', readonly });
    if (!readonly) opened.exec(INDEX_SCHEMA);
    return opened;
  });
  claimIdentity(database, identity);
  const writer = makeIndexWriter(database, identity.centre);
  const reader = makeIndexReader(database);
  const cache = new TableCache(reader, identity.dimension);

  async function cutRest(unit: Parameters<SearchIndex['drop']>[0], run: number): Promise<void> {
    for (;;) {
      const changes = storageFault('search', () => writer.cut(unit, run, BATCH));
      if (changes === undefined) return;
      cache.apply(changes);
      await setImmediate();
    }
  }

  return {
    async replace(unit, generation, batches) {
      const run = storageFault('search', () => writer.begin(unit, generation));
      if (run === undefined) return;
      for await (const batch of inBatches(batches)) {
        const changes = storageFault('search', () => writer.write(unit, run, batch));
        if (changes === undefined) return;
        cache.apply(changes);
      }
      await cutRest(unit, run);
    },
    async drop(unit, generation) {
      const run = storageFault('search', () => writer.begin(unit, generation));
      if (run !== undefined) await cutRest(unit, run);
    },
    async flush() {
      storageFault('search', () => flushSqlite(database));
    },
    async digest(unit): Promise<Digest> {
      return storageFault('search', () => digestLines(lines(reader.passages(unit))));
    },
    async candidates(access, query, signal) {
      const { words, exact = [], vector, where = {}, n } = query;
      signal.throwIfAborted();
      const byExact = exact.length === 0 ? [] : storageFault('search', () => reader.withIdentifiers(access, where, exact, n));
      signal.throwIfAborted();
      if (words === undefined && vector === undefined) return byExact;
      return storageFault('search', () => {
        const table = cache.table();
        const places = where.scopeKeys === undefined ? undefined : reader.placesOfScope(where.scopeKeys);
        const allowed = table.allowed(filterOf(access, where), places);
        const byWord = words === undefined ? [] : bestByWords(table, allowed, words, (token) => reader.postings(token), n);
        signal.throwIfAborted();
        const byVector = vector === undefined ? [] : nearest(reader, table, identity.centre, allowed, vector, n);
        return [...new Set([...byExact, ...inOrder(reader, byWord, n), ...inOrder(reader, byVector, n)])];
      });
    },
    async vectors(access, ids, signal) {
      signal.throwIfAborted();
      return new Map(storageFault('search', () => reader.vectorsOf(access, ids)).map(({ id, vector }) => [id, vector]));
    },
    close() {
      database.close();
    },
  };
}

/** Passages in memory that know how fresh they are. */
class TableCache {
  readonly #reader: IndexReader;
  readonly #dimension: number;
  #table: PassageTable | undefined;
  #revision = -1;

  constructor(reader: IndexReader, dimension: number) {
    this.#reader = reader;
    this.#dimension = dimension;
  }

  table(): PassageTable {
    const revision = this.#reader.revision();
    if (this.#table !== undefined && this.#revision === revision) return this.#table;
    const table = new PassageTable(this.#dimension);
    for (const row of this.#reader.placed()) table.put(row);
    this.#table = table;
    this.#revision = revision;
    return table;
  }

  /** Takes over a commit of our own; one that skips a revision leaves the cache old, so that it is read again. */
  apply(changes: PlacedChanges): void {
    if (this.#table === undefined || changes.revision !== this.#revision + 1) return;
    for (const place of changes.removed) this.#table.remove(place);
    for (const row of changes.put) this.#table.put(row);
    this.#revision = changes.revision;
  }
}

/** The places of the `n` highest cosines with all that equal the last one taken, best first. */
function nearest(
  reader: IndexReader,
  table: PassageTable,
  centre: Float32Array,
  allowed: Allowed,
  vector: Float32Array,
  n: number,
): ScoredPlace[] {
  if (vector.every((value) => value === 0)) return [];
  const near = table.nearest(signBits(vector, centre), Math.max(RERANKED, 2 * n), allowed);
  const scored = reader.vectorsAt(near).map((found) => ({ place: found.place, score: dot(vector, found.vector) }));
  scored.sort((left, right) => right.score - left.score);
  const last = scored[n - 1]?.score ?? Number.NEGATIVE_INFINITY;
  return scored.filter(({ score }) => score >= last);
}

/** The first `n` passages by score, ties by id. */
function inOrder(reader: IndexReader, best: readonly ScoredPlace[], n: number): PassageId[] {
  const ids = reader.idsAt(best.map(({ place }) => place));
  return best
    .flatMap(({ place, score }) => {
      const id = ids.get(place);
      return id === undefined ? [] : [{ id, score }];
    })
    .sort((left, right) => right.score - left.score || compareText(left.id, right.id))
    .slice(0, n)
    .map(({ id }) => id);
}

function filterOf(access: Access, where: Scope): PassageFilter {
  const isIn = (values: readonly string[]) => {
    const held = new Set(values);
    return (value: string) => held.has(value);
  };
  const isHidden = isIn(access.hidden);
  const isAsked = where.versions === undefined ? () => true : isIn(where.versions);
  return {
    labelSet: isIn(access.grants),
    version: (version) => !isHidden(version) && isAsked(version),
    ...(where.documents === undefined ? {} : { document: isIn(where.documents) }),
    ...(where.languages === undefined ? {} : { language: isIn(where.languages) }),
    ...(where.kinds === undefined ? {} : { kind: isIn(where.kinds) }),
  };
}

function claimIdentity(database: Database, identity: IndexIdentity): void {
  const { analyser, model, dimension, centre } = identity;
  const wanted = [analyser, model, String(dimension), sha256(new Uint8Array(centre.buffer, centre.byteOffset, centre.byteLength))].join(
    ' ',
  );
  const held = storageFault('search', () => {
    if (!database.readonly) database.prepare("insert or ignore into meta (name, value) values ('identity', ?)").run(wanted);
    return z.string().parse(database.prepare("select value from meta where name = 'identity'").pluck().get());
  });
  if (held === wanted) return;
  database.close();
  throw new FaultlineError(
    'conflict',
    'The search index was made with another analyser or embedding; ingest the documents again into a new data folder.',
  );
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
