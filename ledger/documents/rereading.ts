import type { DocumentProperties, Format, ScopeName, VersionId } from '../../kernel/index.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import { packStaged, unpackStaged } from '../rows/staged-content.ts';

/** What a version is described by, as `Documents.describe` is given it. */
export interface Description {
  readonly properties: DocumentProperties;
  readonly format: Format;
  readonly scopeNames: readonly ScopeName[];
}

/** Beside the chunks of the stages. */
const DESCRIPTION = 'description';

/** Whether readers are shown a version now: what is read of it again is then kept apart. */
export async function isShown(db: Reading, version: VersionId): Promise<boolean> {
  const row = await db.selectFrom('version').select('visible').where('id', '=', version).executeTakeFirst();
  return row?.visible === 1;
}

/** Whether something was read again of a version that waits to take the place of what is shown. */
export async function isReread(db: Reading, version: VersionId): Promise<boolean> {
  return (await db.selectFrom('rereading').select('version').where('version', '=', version).executeTakeFirst()) !== undefined;
}

/** Notes that a shown version is read again. */
export async function beginRereading(trx: Writing, version: VersionId): Promise<void> {
  await trx
    .insertInto('rereading')
    .values({ version, from_stage: null })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute();
}

/** Keeps what a version is to be described by once its reading takes the place of what is shown. */
export async function keepDescription(trx: Writing, version: VersionId, description: Description): Promise<void> {
  await beginRereading(trx, version);
  const staged = packStaged(description);
  await trx
    .insertInto('rereading_chunk')
    .values({
      ...{ version, stage: DESCRIPTION, ordinal: 0, tool: '', input_hash: '', carry_json: 'null', first_ord: null, last_ord: null },
      ...staged,
    })
    .onConflict((conflict) => conflict.columns(['version', 'stage', 'ordinal']).doUpdateSet(staged))
    .execute();
}

/** Forgets what was kept of a description: the version stays described as it is. */
export async function forgetDescription(trx: Writing, version: VersionId): Promise<void> {
  await trx.deleteFrom('rereading_chunk').where('version', '=', version).where('stage', '=', DESCRIPTION).execute();
}

/** The description that was kept of a version, if any. */
export async function keptDescription(db: Reading, version: VersionId): Promise<Description | undefined> {
  const row = await db
    .selectFrom('rereading_chunk')
    .select(['content', 'content_hash'])
    .where('version', '=', version)
    .where('stage', '=', DESCRIPTION)
    .executeTakeFirst();
  return row === undefined ? undefined : (unpackStaged(row) as Description);
}

/** Forgets all that was read again of a version, whether it has taken its place or never will. */
export async function forgetRereading(trx: Writing, version: VersionId): Promise<void> {
  await trx.deleteFrom('rereading_chunk').where('version', '=', version).execute();
  await trx.deleteFrom('rereading').where('version', '=', version).execute();
}

/** Leaves a version shown as it is, with the reason why what was read again did not take its place. False for one that is not shown. */
export async function keepShown(trx: Writing, version: VersionId, reason: string): Promise<boolean> {
  if (!(await isShown(trx, version))) return false;
  await forgetRereading(trx, version);
  await trx.updateTable('version').set({ reason }).where('id', '=', version).execute();
  return true;
}
