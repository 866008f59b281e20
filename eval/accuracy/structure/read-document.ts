import { basename } from 'node:path';
import { DEFAULT_READ_LIMITS, readHere } from '../../../ingest/index.ts';
import { makeDocumentId, makeVersionId, type Passage, parseTenantId } from '../../../kernel/index.ts';

/** A document as the product's parsers read it, with nothing stored. */
export interface ReadDocument {
  readonly passages: readonly Passage[];
  /** Names of the columns of a file that is one table, those included in which every cell is empty. */
  readonly columns?: readonly string[];
  readonly outcome: string;
}

const TENANT = parseTenantId('sample');
const CONTENT = '0'.repeat(64);

export async function readDocument(path: string, signal: AbortSignal): Promise<ReadDocument> {
  if (TENANT === undefined) throw new Error('the tenant of the sample has no valid name');
  const versionId = makeVersionId(makeDocumentId(TENANT, 'sample'), CONTENT);
  const passages: Passage[] = [];
  let outcome = '';
  let columns: readonly string[] | undefined;
  for await (const event of readHere({ path, fileName: basename(path), versionId, limits: DEFAULT_READ_LIMITS }, signal)) {
    if (event.kind === 'chunk') passages.push(...event.chunk.passages);
    if (event.kind !== 'ended') continue;
    outcome = event.outcome;
    columns = event.report.columns?.map(({ header }) => header);
  }
  return { passages, outcome, ...(columns === undefined ? {} : { columns }) };
}
