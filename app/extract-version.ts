import { setImmediate } from 'node:timers/promises';
import type { DocumentVersion } from '../ledger/index.ts';
import { EXTRACTOR_VERSION, extractChunk } from '../ontology/index.ts';
import type { Application } from './application.ts';
import type { ReportProgress } from './report-progress.ts';

const PASSAGES_A_CHUNK = 400;

/**
 * Finds keys, links and facts in a parsed version, chunk by chunk from where an earlier run stopped; each chunk is a commit.
 * Between reading, finding and committing others have their turn: none of the three waits for anything but this thread.
 */
export async function extractVersion(
  application: Application,
  { document, version }: DocumentVersion,
  total: number,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<void> {
  const { ledger } = application;
  const last = await ledger.stages.last(version.id, 'extracted');
  const resumes = last !== undefined && last.tool === EXTRACTOR_VERSION;
  let carry = resumes ? last.carry : undefined;
  for (let ordinal = resumes ? last.ordinal + 1 : 0; ; ordinal++) {
    signal.throwIfAborted();
    const { passages, records, inputHash } = await ledger.stages.material(version.id, ordinal * PASSAGES_A_CHUNK, PASSAGES_A_CHUNK);
    if (passages.length === 0) return;
    await setImmediate();
    const found = extractChunk({
      tenant: document.tenant,
      versionId: version.id,
      site: document.site,
      title: version.title,
      passages,
      records,
      carry,
      patterns: [],
    });
    carry = found.carry;
    await setImmediate();
    await ledger.stages.commitExtracted(version.id, EXTRACTOR_VERSION, { ordinal, inputHash, ...found });
    await report({ stage: 'extract', done: ordinal * PASSAGES_A_CHUNK + passages.length, total }, version);
  }
}
