import { sql } from 'kysely';
import type { KeyId, VersionId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { raiseKeys } from '../projection/outbox.ts';
import { keyIdShape, readShape } from '../rows/stored-shapes.ts';

/**
 * Tells the graph of the keys, among those given, that other versions write too, but not as this one does: what the graph calls
 * them changes when this version comes or goes, though no entity does. To be called while the version's uses are there.
 */
export async function raiseRenamedKeys(
  trx: Writing,
  dialect: LedgerDialect,
  version: VersionId,
  keys: readonly KeyId[],
  now: number,
): Promise<void> {
  const { rows } = await sql<{ key: string }>`select own.key from key_use own
    where own.version = ${version} and ${dialect.oneOf(sql.ref('own.key'), keys)}
      and exists (select 1 from key_use other where other.key = own.key and other.version <> own.version)
      and not exists (select 1 from key_use other where other.key = own.key and other.version <> own.version
        and other.text = own.text and other.language = own.language)
    order by own.key`.execute(trx);
  await raiseKeys(
    trx,
    rows.map((row) => readShape(keyIdShape, row.key, 'key')),
    now,
  );
}
