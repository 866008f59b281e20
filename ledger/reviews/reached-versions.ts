import type { Access, ColumnDecision, DocumentId, VersionId } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { reachOf } from '../rows/column-reach.ts';
import { surveyedTables, versionsReached } from '../tables/surveyed-tables.ts';
import { tableRows } from './table-rows.ts';

/** A version with a table that a decision on a column speaks of. */
export interface ReachedVersion {
  readonly version: VersionId;
  readonly document: DocumentId;
  readonly title: string;
  /** Rows of those tables; absent of tables within a text, whose rows are no records. */
  readonly rows?: number;
}

/** Those of the versions that a decision on a column reaches which this reader may read, ordered by version. */
export async function reachedVersions(
  connections: Connections,
  access: Access,
  decision: ColumnDecision,
): Promise<readonly ReachedVersion[]> {
  const { reader, dialect } = connections;
  const { document = null, form = null } = decision;
  const reached = await versionsReached(reader, access.tenant, { document, form });
  const titles = new Map<string, string>();
  for (const batch of batches(reached.map(({ id }) => id))) {
    const rows = await reader
      .selectFrom('version')
      .select(['version.id', 'version.title'])
      .where((row) => dialect.oneOf(row.ref('version.id'), batch))
      .where(readable(dialect, access))
      .execute();
    for (const { id, title } of rows) titles.set(id, title);
  }
  const known = await surveyedTables(
    reader,
    dialect,
    reached.filter(({ id }) => titles.has(id)),
  );
  const spoken = known.map((place) => ({ place, tables: reachOf(decision, place) })).filter(({ tables }) => tables.length > 0);
  const rowsOf = await tableRows(
    connections,
    spoken.map(({ place }) => ({ version: place.version, sheets: place.tables.map(({ sheet }) => sheet) })),
  );
  return spoken.map(({ place: { version, document: id, tables: surveyed }, tables }): ReachedVersion => {
    const rows = tables.reduce((sum, { table }) => sum + rowsOf(version, table), 0);
    return { version, document: id, title: titles.get(version) ?? '', ...(surveyed.length === 0 ? {} : { rows }) };
  });
}
