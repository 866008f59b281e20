import { nextEpoch, openSqlite, replaceSqlite } from '../../../storage/index.ts';

/**
 * Puts an index that was made beside another in its place, in one commit. Revisions and runs go on above those of the other, so
 * that a reader reads everything again and a replacement that is under way ends.
 * @throws FaultlineError `storage-failed`, `busy`.
 */
export async function replaceSearchIndex(made: string, live: string): Promise<'content' | 'file'> {
  const revision = nextEpoch(live);
  const database = openSqlite(made);
  try {
    database.prepare('update revision set value = ?, differences_since = ?').run(revision, revision);
    database.prepare('update unit set run = run + ?').run(revision);
    database.exec('delete from removed_place');
  } finally {
    database.close();
  }
  return replaceSqlite(made, live);
}
