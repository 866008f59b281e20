import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { FaultlineError } from '../kernel/index.ts';

/** How long a connection waits for another process's write before it gives up. */
const BUSY_MILLISECONDS = 5_000;
/**
 * Pages kept in memory: ids are hashes, so rows of one commit land all over the trees, and SQLite's default of 2 MB would thrash.
 * More than this gained nothing, since the system keeps the pages of the files too; and each thread has a connection to each file.
 */
const CACHE_KIBIBYTES = 16 * 1024;
/** The same where nothing is written: a page that is not kept costs a copy of what the system keeps. */
const READING_KIBIBYTES = 4 * 1024;
/**
 * Pages in the log before they are moved to the file, some 130 MB: ids are hashes, so each commit touches pages all over the
 * file, and the longer they wait the more often one move serves several commits.
 */
const CHECKPOINT_PAGES = 32_000;

export interface SqliteOptions {
  readonly readonly?: boolean;
  /**
   * When a commit is on the disk: before it returns (default; what a user is told has happened), or at the next `flushSqlite`,
   * for files that can be made again. A crash of the process loses nothing either way.
   */
  readonly durable?: 'at-commit' | 'at-flush';
}

/**
 * One connection to a SQLite file (or `:memory:`), the folder made where it is missing. Writers are in WAL mode.
 * A read-only connection needs a file that a writer has opened before.
 * @throws FaultlineError `storage-failed` when the file cannot be opened or is no database.
 */
export function openSqlite(path: string, options: SqliteOptions = {}): Database {
  const readonly = options.readonly === true;
  try {
    if (path !== ':memory:' && !readonly) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // The log beside it takes over its rights.
    if (path !== ':memory:' && !readonly) closeSync(openSync(path, 'a', 0o600));
    const database = new Sqlite(path, { readonly, fileMustExist: readonly, timeout: BUSY_MILLISECONDS });
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = -${readonly ? READING_KIBIBYTES : CACHE_KIBIBYTES}`);
    if (!readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma(`synchronous = ${options.durable === 'at-flush' ? 'NORMAL' : 'FULL'}`);
      database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    }
    return database;
  } catch (cause) {
    throw new FaultlineError('storage-failed', 'A database of the data folder cannot be opened; check the folder and its rights.', {
      cause,
    });
  }
}

/** Puts all commits so far on the disk: a checkpoint syncs the log before it moves pages. */
export function flushSqlite(database: Database): void {
  database.pragma('wal_checkpoint(PASSIVE)');
}

/** What SQLite finds wrong with a file: pages, indexes that do not hold their table's rows, full-text tables. Empty: nothing. */
export function checkIntegrity(database: Database): readonly string[] {
  return database
    .prepare<[], string>('pragma integrity_check')
    .pluck()
    .all()
    .filter((line) => line !== 'ok');
}
