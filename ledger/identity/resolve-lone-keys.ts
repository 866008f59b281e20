import { type KeyId, makeEntityId, type VersionId } from '../../kernel/index.ts';
import { BATCH_ROWS } from '../connection/batches.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { raiseKeys } from '../projection/outbox.ts';
import { keyIdShape, readShape } from '../rows/stored-shapes.ts';
import { pairDecisionsAt } from './pair-decisions.ts';
import { raiseRenamedKeys } from './raise-renamed-keys.ts';
import { linksAt } from './resolve-components.ts';

/**
 * Gives the keys of a version that nothing joins to others their entities, a batch a commit, and returns the keys that are left
 * for `resolveComponents`. A log has a key of its own in every row: all at once they would fill the memory and hold up other
 * writes. Whoever joins a key to others later resolves it anew.
 */
export async function resolveLoneKeys({ clock, dialect, writeSoon }: Connections, version: VersionId): Promise<readonly KeyId[]> {
  const joined: KeyId[] = [];
  for (let after = ''; ; ) {
    const batch = await writeSoon(async (trx) => {
      const rows = await trx
        .selectFrom('key_use')
        .select('key')
        .where('version', '=', version)
        .where('key', '>', after)
        .orderBy('key')
        .limit(BATCH_ROWS)
        .execute();
      const keys = rows.map((row) => readShape(keyIdShape, row.key, 'key'));
      await raiseRenamedKeys(trx, dialect, version, keys, clock.now());
      const company = await inCompany(trx, dialect, keys);
      await settle(
        trx,
        dialect,
        keys.filter((key) => !company.has(key)),
        clock.now(),
      );
      return { joined: keys.filter((key) => company.has(key)), last: keys.at(-1) };
    });
    joined.push(...batch.joined);
    if (batch.last === undefined) return joined;
    after = batch.last;
  }
}

/** The keys that a link or a decision names, or that share their entity with another. */
async function inCompany(trx: Writing, dialect: LedgerDialect, keys: readonly KeyId[]): Promise<ReadonlySet<string>> {
  const named = [...(await linksAt(trx, dialect, keys)), ...(await pairDecisionsAt(trx, dialect, keys))].flatMap(({ a, b }) => [a, b]);
  const mates = await trx
    .selectFrom('component as own')
    .innerJoin('component as other', 'other.entity', 'own.entity')
    .select('own.key')
    .distinct()
    .where((row) => dialect.oneOf(row.ref('own.key'), keys))
    .whereRef('other.key', '<>', 'own.key')
    .execute();
  return new Set<string>([...named, ...mates.map((mate) => mate.key)]);
}

async function settle(trx: Writing, dialect: LedgerDialect, lone: readonly KeyId[], now: number): Promise<void> {
  const known = await trx
    .selectFrom('component')
    .select('key')
    .where((row) => dialect.oneOf(row.ref('key'), lone))
    .execute();
  const settled = new Set(known.map((row) => row.key));
  const fresh = lone.filter((key) => !settled.has(key));
  if (fresh.length === 0) return;
  await trx
    .insertInto('component')
    .values(fresh.map((key) => ({ key, entity: makeEntityId(key) })))
    .execute();
  await raiseKeys(trx, fresh, now);
}
