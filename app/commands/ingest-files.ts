import { basename } from 'node:path';
import type { Caller, ColumnSaying, DocumentClaims, VersionRow } from '../../kernel/index.ts';
import { compareText, FaultlineError } from '../../kernel/index.ts';
import type { Acceptance } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { findFiles } from './find-files.ts';
import { type LeftOut, leftOutBy } from './left-out.ts';
import { receiveDocument } from './receive-document.ts';
import { type WorkProgress, workJobs } from './work-jobs.ts';

export interface IngestRequest {
  readonly paths: readonly string[];
  /** For all files; `claimsOf` adds what is known of one by its uri. */
  readonly claims?: DocumentClaims;
  readonly claimsOf?: (uri: string) => DocumentClaims | undefined;
  /** What the caller says of their columns. */
  readonly columns?: readonly ColumnSaying[];
  /** Files that are not taken in, by uri. */
  readonly heldBack?: ReadonlyMap<string, unknown>;
}

export interface IngestedFile {
  readonly uri: string;
  readonly status: Acceptance['status'];
  readonly version: VersionRow;
}

export interface IngestResult {
  readonly files: readonly IngestedFile[];
  /** Ordered by uri. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Takes files in and works until each has reached its outcome. One bad document never stops the others; what became of each is
 * in its version. What cannot be taken in at all is left out with its reason.
 */
export async function ingestFiles(
  application: Application,
  caller: Caller,
  request: IngestRequest,
  onProgress: (progress: WorkProgress) => void,
  signal: AbortSignal,
): Promise<IngestResult> {
  const accepted: { readonly uri: string; readonly status: IngestedFile['status']; readonly version: VersionRow }[] = [];
  const found = await findFiles(request.paths);
  const leftOut = [...found.leftOut];
  for (const { path, uri } of found.files) {
    signal.throwIfAborted();
    if (request.heldBack?.has(uri) === true) continue;
    const claims = { ...request.claims, ...request.claimsOf?.(uri) };
    const document = {
      source: path,
      fileName: basename(path).normalize('NFC'),
      uri,
      claims,
      ...(request.columns === undefined ? {} : { columns: request.columns }),
    };
    const received = await receiveDocument(application, caller, document, signal).catch((error: unknown) => {
      const left = leftOutBy(uri, error);
      if (left === undefined) throw error;
      leftOut.push(left);
      return undefined;
    });
    if (received !== undefined) accepted.push({ uri, status: received.status, version: received.version });
  }
  await workJobs(application, { onProgress, untilSettled: true }, signal);
  const settled: IngestedFile[] = [];
  for (const { uri, status, version } of accepted) {
    const found = await application.ledger.documents.find(caller.tenant, version.id);
    if (found === undefined) throw new FaultlineError('conflict', `"${uri}" was removed while it was being read.`);
    settled.push({ uri, status, version: found.version });
  }
  return { files: settled, leftOut: leftOut.sort((a, b) => compareText(a.uri, b.uri)) };
}
