import { rename, rm } from 'node:fs/promises';
import { codeOf, FaultlineError } from '../kernel/index.ts';
import { flushSqlite, openSqlite } from './open-sqlite.ts';
import { storageFault } from './storage-fault.ts';

const ALL_PAGES = 0x7fff_ffff;

/**
 * Gives a SQLite file the content of another in one commit: who reads it sees the old content or the new, and who has it open
 * need not open it again. A file that is no database any more gives way to the other, and whoever has it open must start anew.
 * Both files have the settings of `openSqlite`. The source is gone afterwards.
 * @throws FaultlineError `storage-failed`, `busy`.
 */
export async function replaceSqlite(source: string, target: string): Promise<'content' | 'file'> {
  const database = openSqlite(source);
  let replaced: 'content' | 'file' = 'content';
  try {
    flushSqlite(database);
    await database.backup(target, { progress: () => ALL_PAGES });
  } catch (error) {
    if (!isNoDatabase(error)) {
      storageFault('projection', () => {
        throw error;
      });
    }
    replaced = 'file';
  } finally {
    database.close();
  }
  if (replaced === 'file') {
    await removeSqlite(target);
    await rename(source, target);
  }
  await removeSqlite(source);
  return replaced;
}

/** Removes a database with what SQLite keeps beside it. */
export async function removeSqlite(path: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(`${path}${ending}`, { force: true });
}

function isNoDatabase(error: unknown): boolean {
  if (error instanceof FaultlineError) return isNoDatabase(error.cause);
  const code = codeOf(error);
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT';
}
