import type { Access, KeyId } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';

/** How many places say each of some keys, in the versions that this reader may read; a key that none says is absent. */
export async function countMentions(
  { reader, dialect }: Connections,
  access: Access,
  keys: readonly KeyId[],
): Promise<ReadonlyMap<string, number>> {
  const mentions = new Map<string, number>();
  for (const batch of batches(keys)) {
    const rows = await reader
      .selectFrom('key_use')
      .innerJoin('version', 'version.id', 'key_use.version')
      .select(({ fn }) => ['key_use.key', fn.sum<number>('key_use.n').as('places')])
      .where((row) => dialect.oneOf(row.ref('key_use.key'), batch))
      .where(readable(dialect, access))
      .groupBy('key_use.key')
      .execute();
    for (const { key, places } of rows) mentions.set(key, places);
  }
  return mentions;
}
