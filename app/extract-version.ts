import { setImmediate } from 'node:timers/promises';
import type { DocumentVersion } from '../ledger/index.ts';
import type { Application } from './application.ts';
import { extractorTool } from './extractor-tool.ts';
import { extractStep } from './pipeline/refine-chunks.ts';
import { type ExtractionPoint, PASSAGES_A_STEP } from './pipeline/refinement.ts';
import type { ReportProgress } from './report-progress.ts';

/**
 * Finds keys, links and facts in what the ledger holds of a version, step by step from where an earlier run stopped; each step is
 * a commit. `whole`: also in the last passages, which do not fill a step; else they come back with the point from which
 * extraction goes on while more is read. Between reading, finding and committing others have their turn.
 */
export async function extractVersion(
  application: Application,
  { document, version, givenTitle }: DocumentVersion,
  { whole, total }: { readonly whole: boolean; readonly total: number },
  report: ReportProgress,
  signal: AbortSignal,
): Promise<ExtractionPoint> {
  const { ledger, grammar } = application;
  const extractor = extractorTool(grammar);
  const { tenant, site } = document;
  const last = await ledger.stages.last(version.id, 'extracted');
  const resumes = last !== undefined && last.tool === extractor;
  let carry = resumes ? last.carry : undefined;
  for (let ordinal = resumes ? last.ordinal + 1 : 0; ; ordinal++) {
    signal.throwIfAborted();
    const { passages, records } = await ledger.stages.material(version.id, ordinal * PASSAGES_A_STEP, PASSAGES_A_STEP);
    const point = { ordinal, carry, passages, records };
    if (passages.length === 0 || (!whole && passages.length < PASSAGES_A_STEP)) return point;
    await setImmediate();
    const step = extractStep(version.id, { tenant, site, title: givenTitle, grammar }, point);
    carry = step.carry;
    await setImmediate();
    await ledger.stages.commitExtracted(version.id, extractor, step);
    const done = ordinal * PASSAGES_A_STEP + passages.length;
    await report({ stage: 'extract', chunk: ordinal, done, ...(whole ? { total } : {}), unit: 'passage' }, version);
  }
}
