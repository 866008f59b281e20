import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { FaultlineError } from '../kernel/index.ts';

/** How long a connection waits for another process's write before it gives up. */
const BUSY_MILLISECONDS = 5_000;
/** Pages kept in memory: ids are hashes, so rows of one commit land all over the trees, and SQLite's default of 2 MB would thrash. */
const CACHE_KIBIBYTES = { writer: 64 * 1024, reader: 32 * 1024 };
/** Pages in the log before they are moved to the file: fewer and larger moves than the default of 1,000. */
const CHECKPOINT_PAGES = 8_000;

/**
 * One connection to a SQLite file (or `:memory:`), the folder made where it is missing. Writers are in WAL mode and every commit
 * is on the disk before it returns (`synchronous=FULL`), because a commit here is what a user is told has happened.
 * A read-only connection needs a file that a writer has opened before.
 * @throws FaultlineError `storage-failed` when the file cannot be opened or is no database.
 */
export function openSqlite(path: string, options: { readonly readonly?: boolean } = {}): Database {
  const readonly = options.readonly === true;
  try {
    if (path !== ':memory:' && !readonly) mkdirSync(dirname(path), { recursive: true });
    const database = new Sqlite(path, { readonly, fileMustExist: readonly, timeout: BUSY_MILLISECONDS });
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = -${readonly ? CACHE_KIBIBYTES.reader : CACHE_KIBIBYTES.writer}`);
    if (!readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    }
    return database;
  } catch (cause) {
    throw new FaultlineError('storage-failed', 'A database of the data folder cannot be opened; check the folder and its rights.', {
      cause,
    });
  }
}
