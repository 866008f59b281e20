import { DEFAULT_READ_LIMITS, readHere } from '../../../ingest/index.ts';
import { makeDocumentId, makeVersionId, parseTenantId, type QualityReport, type TypedRecord } from '../../../kernel/index.ts';

/** An export as the product's parsers read it, with nothing stored. */
export interface ReadExport {
  readonly records: readonly TypedRecord[];
  readonly columns: NonNullable<QualityReport['columns']>;
  /** Texts of all passages: what is quoted without being a record. */
  readonly quoted: readonly string[];
}

const TENANT = parseTenantId('exports');
const CONTENT = '0'.repeat(64);

/** @throws Error when the name of the tenant is none. */
export async function readExport(path: string, fileName: string, signal: AbortSignal): Promise<ReadExport> {
  if (TENANT === undefined) throw new Error('the tenant of the exports has no valid name');
  const versionId = makeVersionId(makeDocumentId(TENANT, 'export'), CONTENT);
  const records: TypedRecord[] = [];
  const quoted: string[] = [];
  let columns: ReadExport['columns'] = [];
  for await (const event of readHere({ path, fileName, versionId, limits: DEFAULT_READ_LIMITS }, signal)) {
    if (event.kind === 'chunk') {
      records.push(...event.chunk.records);
      quoted.push(...event.chunk.passages.map(({ text }) => text));
    }
    if (event.kind === 'ended') columns = event.report.columns ?? [];
  }
  return { records, columns, quoted };
}
