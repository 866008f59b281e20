import { sql } from 'kysely';
import { type Access, compareText, type KeyId, type VersionId } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { readShape, versionIdShape } from '../rows/stored-shapes.ts';

/** Where a version first says something of a thing. */
export interface NamingPlace {
  readonly version: VersionId;
  /** Order of the passage. */
  readonly order: number;
}

/** The first place of each version without typed rows that supports a fact about one of some keys, superseded revisions too; ordered by version. */
export function makeNamingPlaces({ dialect, reader }: Connections) {
  return async (access: Access, keys: readonly KeyId[]): Promise<readonly NamingPlace[]> => {
    const first = new Map<VersionId, number>();
    for (const batch of batches([...new Set(keys)]))
      for (const end of ['subject', 'object_key'] as const) {
        const rows = await reader
          .selectFrom('fact')
          .innerJoin('support', 'support.fact', 'fact.id')
          .innerJoin('version', 'version.id', 'support.version')
          .innerJoin('evidence', (join) =>
            join.onRef('evidence.version', '=', 'support.version').onRef('evidence.fact', '=', 'support.fact'),
          )
          .innerJoin('passage', 'passage.id', 'evidence.passage')
          .select(['support.version', sql<number>`min(passage.ord)`.as('ord')])
          .where((row) => dialect.oneOf(row.ref(`fact.${end}`), batch))
          .where(readable(dialect, access))
          .where('version.records', '=', 0)
          .groupBy('support.version')
          .execute();
        for (const row of rows) {
          const version = readShape(versionIdShape, row.version, 'support');
          first.set(version, Math.min(Number(row.ord), first.get(version) ?? Number(row.ord)));
        }
      }
    return [...first].map(([version, order]) => ({ version, order })).sort((a, b) => compareText(a.version, b.version));
  };
}
