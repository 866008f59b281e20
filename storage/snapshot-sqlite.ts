import { openSqlite } from './open-sqlite.ts';
import { storageFault } from './storage-fault.ts';

/** More pages than a file has: all in one step, which reads one state of the file however busy its writer is. */
const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies a SQLite file beside those who read and write it; the copy is one committed state, on the disk when this returns.
 * @throws FaultlineError `storage-failed`, `busy`.
 */
export async function snapshotSqlite(path: string, target: string): Promise<void> {
  const database = openSqlite(path, { readonly: true });
  try {
    await database.backup(target, { progress: () => ALL_PAGES }).catch((error: unknown) =>
      storageFault('ledger', () => {
        throw error;
      }),
    );
  } finally {
    database.close();
  }
}
