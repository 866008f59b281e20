import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type Access, compareText, type Digest, digestLines, FaultlineError, type PassageId, sha256 } from '../../../kernel/index.ts';
import { flushSqlite, openSqlite, storageFault } from '../../../storage/index.ts';
import { dot } from '../../dot.ts';
import { passageLine } from '../../passage-line.ts';
import type { IndexedPassage, IndexIdentity, Scope, SearchIndex } from '../../search-index.ts';
import { type IndexReader, makeIndexReader } from './index-reader.ts';
import { INDEX_SCHEMA } from './index-schema.ts';
import { makeIndexWriter, type SignChanges } from './index-writer.ts';
import { signBits } from './sign-bits.ts';
import { type SignFilter, SignTable } from './sign-table.ts';

/** Passages written or deleted in one transaction: some 20 ms of the event loop. */
const BATCH = 100;
/** Passages nearest by sign bits whose cosine is then computed; measured recall of the ten nearest of 100k: 1.000. */
const RERANKED = 400;

/** A search index in one SQLite file; `close` gives the file back. */
export interface SqliteSearchIndex extends SearchIndex {
  close(): void;
}

/**
 * FTS5 over the analyser's tokens, a table of identifiers, and vectors of which only the sign bits are kept in memory
 * (24 bytes a passage), read at the first search by vector and again when another connection has changed the file.
 * A replacement writes batch by batch under a run number and deletes what the run did not write last.
 * @throws FaultlineError `conflict` when the file was made for another identity; `storage-failed` or `busy`, from every method,
 * when the file cannot be read or written.
 */
export function openSqliteSearchIndex(path: string, identity: IndexIdentity): SqliteSearchIndex {
  const database = storageFault('search', () => {
    const opened = openSqlite(path, { durable: 'at-flush' });
    opened.exec(INDEX_SCHEMA);
    return opened;
  });
  claimIdentity(database, identity);
  const writer = makeIndexWriter(database, identity.centre);
  const reader = makeIndexReader(database);
  const signs = new SignCache(reader, identity.dimension);

  async function cutRest(unit: Parameters<SearchIndex['drop']>[0], run: number): Promise<void> {
    for (;;) {
      const changes = storageFault('search', () => writer.cut(unit, run, BATCH));
      if (changes === undefined) return;
      signs.apply(changes);
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
        signs.apply(changes);
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
      const { tokens = [], exact = [], vector, where = {}, n } = query;
      signal.throwIfAborted();
      const byExact = exact.length === 0 ? [] : storageFault('search', () => reader.withIdentifiers(access, where, exact, n));
      signal.throwIfAborted();
      const byToken = tokens.length === 0 ? [] : storageFault('search', () => reader.withTokens(access, where, tokens, n));
      signal.throwIfAborted();
      const byVector =
        vector === undefined ? [] : storageFault('search', () => nearest(reader, signs.table(), identity.centre, access, where, vector, n));
      return [...new Set([...byExact, ...byToken, ...byVector])];
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

/** Signs in memory that know how fresh they are. */
class SignCache {
  readonly #reader: IndexReader;
  readonly #dimension: number;
  #table: SignTable | undefined;
  #revision = -1;

  constructor(reader: IndexReader, dimension: number) {
    this.#reader = reader;
    this.#dimension = dimension;
  }

  table(): SignTable {
    const revision = this.#reader.revision();
    if (this.#table !== undefined && this.#revision === revision) return this.#table;
    const table = new SignTable(this.#dimension);
    for (const row of this.#reader.signs()) table.put(row);
    this.#table = table;
    this.#revision = revision;
    return table;
  }

  /** Takes over a commit of our own; one that skips a revision leaves the cache old, so that it is read again. */
  apply(changes: SignChanges): void {
    if (this.#table === undefined || changes.revision !== this.#revision + 1) return;
    for (const place of changes.removed) this.#table.remove(place);
    for (const row of changes.put) this.#table.put(row);
    this.#revision = changes.revision;
  }
}

function nearest(
  reader: IndexReader,
  table: SignTable,
  centre: Float32Array,
  access: Access,
  where: Scope,
  vector: Float32Array,
  n: number,
): PassageId[] {
  if (vector.every((value) => value === 0)) return [];
  const places = where.scopeKeys === undefined ? undefined : reader.placesOfScope(where.scopeKeys);
  const near = table.nearest(signBits(vector, centre), Math.max(RERANKED, 2 * n), filterOf(access, where), places);
  const scored = reader.vectorsAt(near).map((found) => ({ place: found.place, score: dot(vector, found.vector) }));
  scored.sort((left, right) => right.score - left.score);
  // Those that equal the last one taken come along, since only their ids decide which of them it is.
  const last = scored[n - 1]?.score ?? Number.NEGATIVE_INFINITY;
  const best = scored.filter(({ score }) => score >= last);
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

function filterOf(access: Access, where: Scope): SignFilter {
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
    database.prepare("insert or ignore into meta (name, value) values ('identity', ?)").run(wanted);
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
