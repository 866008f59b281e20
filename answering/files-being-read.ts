import type { Access, FilesBeingRead } from '../kernel/index.ts';
import type { Evidence } from './dependencies.ts';

/** Files named at most: the count says how many there are. */
const NAMED = 20;

/** What was not looked through since it is being read, to be told beside what is kept back; nothing where nothing is being read. */
export async function filesBeingRead(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
): Promise<{ readonly beingRead?: FilesBeingRead }> {
  const files = await passages.beingRead(access);
  return files.length === 0 ? {} : { beingRead: { named: files.slice(0, NAMED), count: files.length } };
}
