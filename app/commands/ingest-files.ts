import { basename } from 'node:path';
import {
  type Caller,
  type ColumnSaying,
  compareText,
  type DocumentClaims,
  FaultlineError,
  isReadOutcome,
  type Outcome,
  type VersionId,
  type VersionRow,
} from '../../kernel/index.ts';
import type { Acceptance } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { isPictureName } from './claims-of-shown.ts';
import { type FoundFile, findFiles } from './find-files.ts';
import { type LeftOut, leftOutBy } from './left-out.ts';
import { receiveDocument } from './receive-document.ts';
import { shownClaims } from './shown-claims.ts';
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
  /** Told when the files have been taken in, and after each whose reading has ended. */
  readonly onTotals?: (totals: IngestTotals) => void;
}

/** How far files have come: those taken in, those of them that are read to their end, and those that could not be read. */
export interface IngestTotals {
  readonly files: number;
  readonly ended: number;
  readonly failed: number;
  /** Share of the bytes to be read that are behind, 0 to 1: files differ in size, and the time that is left goes by it. */
  readonly share: number;
  /** That which has ended just now. */
  readonly last?: VersionId;
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
  if (found.files.length === 0 && found.leftOut.length === 0)
    throw new FaultlineError(
      'not-found',
      `There is no document in ${request.paths.map((path) => `"${path}"`).join(', ')}: name files, or a folder that holds some; names that begin with a dot are passed over.`,
    );
  const leftOut = [...found.leftOut];
  const given = found.files.filter(({ uri }) => request.heldBack?.has(uri) !== true);
  const said = ({ uri }: FoundFile): DocumentClaims => ({ ...request.claims, ...request.claimsOf?.(uri) });
  const take = async (file: FoundFile, shown: DocumentClaims | undefined): Promise<void> => {
    signal.throwIfAborted();
    const { path, uri } = file;
    const document = {
      source: path,
      fileName: basename(path).normalize('NFC'),
      uri,
      claims: { ...shown, ...said(file) },
      ...(request.columns === undefined ? {} : { columns: request.columns }),
    };
    const received = await receiveDocument(application, caller, document, signal).catch((error: unknown) => {
      const left = leftOutBy(uri, error);
      if (left === undefined) throw error;
      leftOut.push(left);
      return undefined;
    });
    if (received !== undefined) accepted.push({ uri, status: received.status, version: received.version });
  };
  for (const file of given) if (!isPictureName(file)) await take(file, undefined);
  // Pictures come last, once it is known which documents show them.
  const shown = await shownClaims(application, caller, given, accepted, said, signal);
  for (const file of given) if (isPictureName(file)) await take(file, shown.get(file.path));
  accepted.sort((a, b) => compareText(a.uri, b.uri));
  const onEnded = countEnded(accepted, request.onTotals);
  await workJobs(application, { onProgress, onEnded, untilSettled: true }, signal);
  const settled: IngestedFile[] = [];
  for (const { uri, status, version } of accepted) {
    const found = await application.ledger.documents.find(caller.tenant, version.id);
    if (found === undefined) throw new FaultlineError('conflict', `"${uri}" was removed while it was being read.`);
    settled.push({ uri, status, version: found.version });
  }
  return { files: settled, leftOut: leftOut.sort((a, b) => compareText(a.uri, b.uri)) };
}

/** Tells the totals at once and after each version of these that ends. */
function countEnded(
  accepted: readonly { readonly version: VersionRow }[],
  onTotals: IngestRequest['onTotals'] = () => undefined,
): (id: VersionId, outcome: Outcome) => void {
  const open = new Map(accepted.flatMap(({ version }) => (version.outcome === undefined ? [[version.id, version.bytes] as const] : [])));
  const bytes = [...open.values()].reduce((sum, size) => sum + size, 0);
  let failed = 0;
  let read = 0;
  const told = () => ({ files: accepted.length, ended: accepted.length - open.size, failed, share: bytes === 0 ? 1 : read / bytes });
  onTotals(told());
  return (id, outcome) => {
    read += open.get(id) ?? 0;
    if (!open.delete(id)) return;
    if (!isReadOutcome(outcome)) failed += 1;
    onTotals({ ...told(), last: id });
  };
}
