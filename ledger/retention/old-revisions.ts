import type { DocumentId, TenantId, VersionId } from '../../kernel/index.ts';
import { makeAccessFor } from '../access/access.ts';
import { agesOf } from '../access/version-rows.ts';
import type { Connections } from '../connection/connections.ts';
import { INGEST_JOB } from '../queue/ingest-job.ts';
import { documentIdShape, readShape, versionIdShape } from '../rows/stored-shapes.ts';

/** A version whose place another took. */
export interface OldRevision {
  readonly document: DocumentId;
  readonly version: VersionId;
  readonly title: string;
  /** Since when (milliseconds, UTC): the one before it was here, and valid. */
  readonly since: number;
}

/**
 * Visible versions that are not valid any more since before an instant. What took the place of one is the next newer version of its
 * number or document, from when that was received and had taken effect; without a trace of when it came it counts for nothing.
 */
export async function oldRevisions(connections: Connections, tenant: TenantId, before: number): Promise<readonly OldRevision[]> {
  const { clock, dialect, reader } = connections;
  const access = await makeAccessFor(connections)(tenant, 'all', clock.now());
  const rows = await reader
    .selectFrom('version')
    .leftJoin('job', (join) => join.onRef('job.subject', '=', 'version.id').on('job.kind', '=', INGEST_JOB))
    .select(({ fn }) => [
      'version.id',
      'version.document',
      'version.family',
      'version.title',
      'version.effective',
      fn.min('job.created_at').as('received'),
    ])
    .where('version.tenant', '=', tenant)
    .where('version.visible', '=', 1)
    .groupBy(['version.id', 'version.document', 'version.family', 'version.title', 'version.effective'])
    .orderBy('version.id')
    .execute();
  const families = [...new Set(rows.flatMap(({ family }) => family ?? []))];
  const ages = await agesOf(reader, dialect, access, { documents: [...new Set(rows.map(({ document }) => document))], families });
  return rows.flatMap((row): OldRevision[] => {
    const age = ages.get(row.id) ?? 0;
    if (age === 0) return [];
    const newer = rows.filter(
      (other) =>
        other.id !== row.id &&
        (ages.get(other.id) ?? age) < age &&
        (other.document === row.document || (row.family !== null && other.family === row.family)),
    );
    // Of several the one that came last counts: nothing goes before its time.
    const times = newer.map(({ received, effective }) =>
      received === null ? undefined : Math.max(Number(received), effective === null ? 0 : Number(effective)),
    );
    if (times.length === 0 || times.includes(undefined)) return [];
    const since = Math.max(...times.flatMap((time) => time ?? []));
    if (since >= before) return [];
    return [
      {
        document: readShape(documentIdShape, row.document, 'version'),
        version: readShape(versionIdShape, row.id, 'version'),
        title: row.title,
        since,
      },
    ];
  });
}
