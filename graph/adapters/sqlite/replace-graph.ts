import { nextEpoch, openSqlite, replaceSqlite } from '../../../storage/index.ts';

/**
 * Puts a graph that was made beside another in its place, in one commit. Revisions and runs go on above those of the other, so
 * that a snapshot is made again and a replacement that is under way ends.
 * @throws FaultlineError `storage-failed`, `busy`.
 */
export async function replaceGraph(made: string, live: string): Promise<'content' | 'file'> {
  const revision = nextEpoch(live);
  const database = openSqlite(made);
  try {
    database.prepare('update revision set value = ?').run(revision);
    database.prepare('update unit set run = run + ?').run(revision);
  } finally {
    database.close();
  }
  return replaceSqlite(made, live);
}
