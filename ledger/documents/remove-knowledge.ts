import { sql } from 'kysely';
import type { VersionId } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { raiseRenamedKeys } from '../identity/raise-renamed-keys.ts';
import { resolveComponents } from '../identity/resolve-components.ts';
import { keyIdShape, readShape } from '../rows/stored-shapes.ts';

/**
 * Takes back all that extraction found in a version: its support, then the facts and keys that nothing else supports, its links
 * and quarantine; entities are computed anew where its keys were. Passages and records stay, without what was coded from them.
 */
export async function removeKnowledge(trx: Writing, dialect: LedgerDialect, version: VersionId, now: number): Promise<void> {
  await sql`update fact set supports = supports - 1 where id in (select fact from support where version = ${version})`.execute(trx);
  await trx.deleteFrom('evidence').where('version', '=', version).execute();
  await sql`delete from fact where supports = 0 and id in (select fact from support where version = ${version})`.execute(trx);
  await trx.deleteFrom('support').where('version', '=', version).execute();

  const used = await trx.selectFrom('key_use').select('key').where('version', '=', version).orderBy('key').execute();
  const keys = used.map((row) => readShape(keyIdShape, row.key, 'key'));
  for (const batch of batches(keys)) await raiseRenamedKeys(trx, dialect, version, batch, now);
  await trx.deleteFrom('key_link').where('version', '=', version).execute();
  await trx.deleteFrom('key_use').where('version', '=', version).execute();
  await sql`delete from key where ${dialect.oneOf(sql.ref('key.id'), keys)} and not exists (select 1 from key_use where key_use.key = key.id)`.execute(
    trx,
  );
  await resolveComponents(trx, dialect, keys, now);

  await trx.deleteFrom('quarantine').where('version', '=', version).execute();
  await trx.updateTable('passage').set({ scope_json: '[]' }).where('version', '=', version).where('scope_json', '!=', '[]').execute();
  await trx.updateTable('record').set({ coded: null }).where('version', '=', version).where('coded', 'is not', null).execute();
  await trx.deleteFrom('stage_chunk').where('version', '=', version).where('stage', 'in', ['extracted', 'resolved']).execute();
}

/** Takes back all that was parsed of a version, after its knowledge. */
export async function removePassages(trx: Writing, version: VersionId): Promise<void> {
  await trx.deleteFrom('passage').where('version', '=', version).execute();
  await trx.deleteFrom('record').where('version', '=', version).execute();
  await trx.deleteFrom('excluded_run').where('version', '=', version).execute();
  await trx.deleteFrom('version_term').where('version', '=', version).execute();
  await trx.deleteFrom('stage_chunk').where('version', '=', version).where('stage', '=', 'parsed').execute();
  await trx.updateTable('version').set({ passages: 0, tokens: 0, records: 0 }).where('id', '=', version).execute();
}
