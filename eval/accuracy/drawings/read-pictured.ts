import { basename } from 'node:path';
import { DEFAULT_READ_LIMITS, type DocumentReader } from '../../../ingest/index.ts';
import { type IdentifierPattern, makeDocumentId, makeVersionId, type Passage, parseTenantId } from '../../../kernel/index.ts';

/** A document whose texts are to be recognised, as a reading process reads it; `patterns`: those of the site's codes. */
export async function readPictured(
  reader: DocumentReader,
  path: string,
  patterns: readonly IdentifierPattern[],
  signal: AbortSignal,
): Promise<readonly Passage[]> {
  const tenant = parseTenantId('scans');
  if (tenant === undefined) throw new Error('the tenant of the suite has no valid name');
  const versionId = makeVersionId(makeDocumentId(tenant, basename(path)), '0'.repeat(64));
  const passages: Passage[] = [];
  for await (const event of reader.read({ path, fileName: basename(path), versionId, patterns, limits: DEFAULT_READ_LIMITS }, signal))
    if (event.kind === 'chunk') passages.push(...event.chunk.passages);
  return passages;
}
