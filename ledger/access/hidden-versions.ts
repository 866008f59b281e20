import { sql } from 'kysely';
import type { TenantId, VersionId } from '../../kernel/index.ts';
import type { Reading } from '../connection/connections.ts';
import { readShape, versionIdShape } from '../rows/stored-shapes.ts';

/**
 * Versions of a tenant that a projection may hold though no reader sees them, ordered by id: a projection was told of a change that
 * it has not taken yet, or holds what was told last. What was never projected (a document that waits, or could not be read) is not
 * among them, so they stay few. Also the visible versions that take effect after `asOf` (milliseconds, UTC).
 */
export async function hiddenVersions(db: Reading, tenant: TenantId, asOf: number): Promise<readonly VersionId[]> {
  // Conditions as literals: with parameters the partial indexes over the few rows that count would not be used.
  const { rows } = await sql<{ id: string }>`
    select version.id from outbox join version on version.id = outbox.id
      where outbox.pending = 1 and outbox.kind = 'version' and version.visible = 0 and version.tenant = ${tenant}
    union select version.id from version
      where version.tenant = ${tenant} and version.visible = 0 and version.passages > 0 and version.state <> 'retracting'
        and exists (select 1 from stage_chunk where stage_chunk.version = version.id and stage_chunk.stage = 'resolved')
    union select version.id from version
      where version.tenant = ${tenant} and version.visible = 1 and version.effective > ${asOf} order by 1`.execute(db);
  return rows.map((row) => readShape(versionIdShape, row.id, 'version'));
}
