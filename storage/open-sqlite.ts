import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { FaultlineError } from '../kernel/index.ts';

/** How long a connection waits for another process's write before it gives up. */
const BUSY_MILLISECONDS = 5_000;

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
    if (!readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
    }
    return database;
  } catch (cause) {
    throw new FaultlineError('storage-failed', 'A database of the data folder cannot be opened; check the folder and its rights.', {
      cause,
    });
  }
}
