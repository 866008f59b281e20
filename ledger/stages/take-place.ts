import { setImmediate } from 'node:timers/promises';
import type { Json, Outcome, QualityReport, VersionId } from '../../kernel/index.ts';
import { checkGoesOn } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { makeDocuments } from '../documents/documents.ts';
import { hide } from '../documents/hide.ts';
import { beginRemoval, clearAll } from '../documents/removal.ts';
import { forgetRereading, isReread, keptDescription } from '../documents/rereading.ts';
import { makeVisibility } from '../documents/visibility.ts';
import { delayLeases } from '../queue/delay-leases.ts';
import type { ExtractedChunk } from './commit-extracted.ts';
import type { ParsedChunk } from './commit-parsed.ts';
import { begunAnewFrom, type KeptParsed, type RereadChunk, type RereadStage, rereadChunks } from './reread-chunks.ts';

/** How reading ended. */
export interface Ended {
  readonly outcome: Outcome;
  readonly reason: string | undefined;
  readonly report: QualityReport | undefined;
}

/** How the stages of a version that readers are not shown are written. */
interface StageWriter {
  commitSurvey(version: VersionId, detail: Json): Promise<unknown>;
  commitParsed(version: VersionId, tool: string, chunk: ParsedChunk, tokens: KeptParsed['tokens']): Promise<unknown>;
  commitExtracted(version: VersionId, tool: string, chunk: ExtractedChunk): Promise<unknown>;
  commitResolved(version: VersionId): Promise<unknown>;
}

/**
 * Does within one transaction what a first reading does in many: takes back what is shown from the stage on that was begun anew, writes
 * what was read again by the same statements, resolves, describes, settles and shows it. So the rows are those that a first reading by
 * the same program gives, with the same ids, and no reader ever meets rows of both readings.
 */
export async function takePlace(
  inside: Connections,
  stages: StageWriter,
  trx: Writing,
  version: VersionId,
  { outcome, reason, report }: Ended,
): Promise<void> {
  await checkGoesOn(trx, version);
  const documents = makeDocuments(inside);
  // All was found as it is: only how reading ended may be another.
  if (!(await isReread(trx, version))) return documents.settle(version, outcome, reason, report);
  const began = inside.clock.now();
  await hide(trx, version);
  const from = await begunAnewFrom(trx, version);
  if (from !== undefined) {
    await beginRemoval(trx, version, from, inside.clock.now());
    await clearAll(inside, version);
  }
  const write: Readonly<Record<RereadStage, (chunk: RereadChunk) => Promise<unknown>>> = {
    survey: ({ carry }) => stages.commitSurvey(version, carry),
    parsed({ tool, content }) {
      const { chunk, tokens } = content as KeptParsed;
      return stages.commitParsed(version, tool, chunk, tokens);
    },
    extracted: ({ tool, content }) => stages.commitExtracted(version, tool, content as ExtractedChunk),
  };
  for (const stage of ['survey', 'parsed', 'extracted'] as const) {
    for await (const chunk of rereadChunks(trx, version, stage)) {
      await write[stage](chunk);
      // Timers of this process have their turn, as the one that prolongs the job's lease.
      await setImmediate();
    }
  }
  const description = await keptDescription(trx, version);
  await forgetRereading(trx, version);
  if (description !== undefined) await documents.describe(version, description.properties, description.format, description.scopeNames);
  await stages.commitResolved(version);
  await documents.setState(version, 'projected');
  await documents.settle(version, outcome, reason, report);
  await makeVisibility(inside).makeVisible(version);
  await delayLeases(trx, inside.clock.now() - began);
}
