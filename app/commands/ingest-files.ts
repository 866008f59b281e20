import { basename } from 'node:path';
import type { Caller, DocumentClaims, VersionRow } from '../../kernel/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { Acceptance } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { findFiles } from './find-files.ts';
import { receiveDocument } from './receive-document.ts';
import { type WorkProgress, workJobs } from './work-jobs.ts';

export interface IngestRequest {
  readonly paths: readonly string[];
  /** For all files; `claimsOf` adds what is known of one by its uri. */
  readonly claims?: DocumentClaims;
  readonly claimsOf?: (uri: string) => DocumentClaims | undefined;
  /** Files that are not taken in, by uri. */
  readonly heldBack?: ReadonlyMap<string, unknown>;
}

export interface IngestedFile {
  readonly uri: string;
  readonly status: Acceptance['status'];
  readonly version: VersionRow;
}

/**
 * Takes files in and works until each has reached its outcome. One bad document never stops the others; what became of each is
 * in its version.
 */
export async function ingestFiles(
  application: Application,
  caller: Caller,
  request: IngestRequest,
  onProgress: (progress: WorkProgress) => void,
  signal: AbortSignal,
): Promise<readonly IngestedFile[]> {
  const accepted: { readonly uri: string; readonly status: IngestedFile['status']; readonly version: VersionRow }[] = [];
  for (const { path, uri } of await findFiles(request.paths)) {
    signal.throwIfAborted();
    if (request.heldBack?.has(uri) === true) continue;
    const claims = { ...request.claims, ...request.claimsOf?.(uri) };
    const { status, version } = await receiveDocument(application, caller, {
      source: path,
      fileName: basename(path).normalize('NFC'),
      uri,
      claims,
    });
    accepted.push({ uri, status, version });
  }
  await workJobs(application, { onProgress, untilSettled: true }, signal);
  const settled: IngestedFile[] = [];
  for (const { uri, status, version } of accepted) {
    const found = await application.ledger.documents.find(caller.tenant, version.id);
    if (found === undefined) throw new FaultlineError('conflict', `"${uri}" was removed while it was being read.`);
    settled.push({ uri, status, version: found.version });
  }
  return settled;
}
