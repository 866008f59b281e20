import {
  type Caller,
  type ColumnSaying,
  type DocumentClaims,
  type DocumentId,
  FaultlineError,
  holdsLabels,
  mayDo,
  readLabels,
  type VersionId,
} from '../../kernel/index.ts';
import type { Acceptance } from '../../ledger/index.ts';
import { readRegularFile } from '../../storage/index.ts';
import type { Application } from '../application.ts';
import { requestField } from '../request-field.ts';
import { checkMeaning } from './check-correction.ts';
import { SourceError } from './left-out.ts';
import { getDocument } from './list-documents.ts';

const MEGABYTE = 1024 * 1024;

/** Bytes in the data folder that no document holds yet. */
export interface KeptBytes {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Keeps them from whoever deletes equal bytes meanwhile. */
  readonly hold: string;
}

/** A document whose bytes are kept already. */
export interface KeptDocument extends ArrivedDocument {
  readonly kept: KeptBytes;
}

export interface ArrivedDocument {
  readonly fileName: string;
  /** The document that this is a new version of; absent: the one that the uri names, if there is one. */
  readonly document?: DocumentId;
  /** The caller's own name for the document; absent: named after its bytes. */
  readonly uri?: string;
  readonly claims: DocumentClaims;
  /** What the caller, who may decide so, says of its columns: decisions on the form that its tables follow. */
  readonly columns?: readonly ColumnSaying[];
}

export interface IncomingDocument extends ArrivedDocument {
  /** A file's path or its bytes as a stream. */
  readonly source: string | AsyncIterable<Uint8Array>;
}

/**
 * Keeps the bytes, then takes note of the document and the job to read it. When it returns, nothing of it can be lost.
 * @throws FaultlineError `document-too-large`, `invalid-request` for an empty name, `busy` while an equal version is being removed;
 * `SourceError` for a path that cannot be read or names no regular file; the signal's reason when aborted.
 */
export async function receiveDocument(
  application: Application,
  caller: Caller,
  { source, ...arrived }: IncomingDocument,
  signal?: AbortSignal,
): Promise<Acceptance> {
  checkFileName(arrived.fileName);
  return acceptDocument(application, caller, { ...arrived, kept: await keepBytes(application, caller, source, signal) });
}

/** First half of receiving, for callers who learn what a document is only after its bytes. @throws FaultlineError `document-too-large`. */
export async function keepBytes(
  { blobs, config }: Pick<Application, 'blobs' | 'config'>,
  { tenant }: Caller,
  source: string | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<KeptBytes> {
  const bytes = typeof source === 'string' ? fromFile(source, signal) : source;
  return blobs.put(tenant, atMost(bytes, config.maxUploadBytes, signal));
}

/**
 * Second half: the document and its job. A caller who may not read everything gives only labels that this caller holds, and
 * never learns of a document that is hidden.
 * @throws FaultlineError `invalid-request` for an empty name or a label that is none, `forbidden` for a label that the caller
 * does not hold, `not-found` for a document that is to get a new version, `busy` also for bytes that waited too long for the rest
 * of their request, `conflict`, `storage-full` when the tenant's documents may
 * take no more.
 */
export async function acceptDocument(application: Application, caller: Caller, { kept, ...arrived }: KeptDocument): Promise<Acceptance> {
  const { blobs, logger } = application;
  const accepted = await claimAndAccept(application, caller, { kept, ...arrived }).catch(async (error: unknown) => {
    await discardBytes(application, caller, kept);
    throw error;
  });
  await blobs.settle(caller.tenant, kept);
  if (accepted.status === 'duplicate' || accepted.status === 'relabelled') await tryAgain(application, caller, accepted.version.id);
  logger.event('ingest', 'document-received', {
    ...requestField(caller),
    version: accepted.version.id,
    bytes: kept.bytes,
    status: accepted.status,
  });
  return accepted;
}

async function claimAndAccept(application: Application, caller: Caller, document: KeptDocument): Promise<Acceptance> {
  if (await application.blobs.claim(caller.tenant, document.kept)) return accept(application, caller, document);
  throw new FaultlineError('busy', 'The rest of the request came so late that the bytes of the document were given up: send it again.');
}

async function accept(application: Application, caller: Caller, { kept, ...arrived }: KeptDocument): Promise<Acceptance> {
  const { config, ledger } = application;
  const { tenant, actor, labels: holds, role, requestId } = caller;
  checkFileName(arrived.fileName);
  const labels = arrived.claims.labels === undefined ? undefined : readLabels(arrived.claims.labels);
  if (labels !== undefined && !holdsLabels(holds, labels)) {
    throw new FaultlineError('forbidden', `Only labels that you hold can be given: ${labels.join(', ')}.`);
  }
  for (const saying of arrived.columns ?? []) checkMeaning(saying);
  if ((arrived.columns ?? []).length > 0 && !mayDo(role, 'decide')) {
    throw new FaultlineError('forbidden', 'Your role does not let you say what columns mean: send the document without that.');
  }
  if (arrived.document !== undefined) await getDocument(application, { tenant, actor, labels: holds, role }, arrived.document);
  return ledger.documents.accept({
    tenant,
    holds,
    mayRelabel: mayDo(role, 'relabel'),
    ...(arrived.document === undefined ? {} : { document: arrived.document }),
    ...(arrived.uri === undefined ? {} : { uri: arrived.uri }),
    fileName: arrived.fileName,
    sha256: kept.sha256,
    bytes: kept.bytes,
    ...(config.tenantMegabytes === undefined ? {} : { mostBytes: config.tenantMegabytes * MEGABYTE }),
    actor,
    ...(requestId === undefined ? {} : { requestId }),
    defaultSite: config.site,
    ...(arrived.columns === undefined ? {} : { columns: arrived.columns }),
    claims: { ...arrived.claims, ...(labels === undefined ? {} : { labels }) },
  });
}

/** Bytes that are sent again get another try when the first was given up. */
async function tryAgain({ ledger }: Application, { tenant, actor }: Pick<Caller, 'tenant' | 'actor'>, version: VersionId): Promise<void> {
  const [given] = await ledger.jobs.list(tenant, { subject: version, limit: 1 });
  if (given?.state === 'dead' || given?.state === 'cancelled') await ledger.jobs.retry({ tenant, actor, job: given.id });
}

/** Takes back kept bytes of a document that was refused, unless another document holds the same. */
export async function discardBytes({ blobs, ledger }: Application, { tenant }: Caller, kept: KeptBytes): Promise<void> {
  await blobs.release(tenant, kept);
  if (await ledger.namesBytes(tenant, kept.sha256)) return;
  await blobs.delete(tenant, kept.sha256, () => ledger.namesBytes(tenant, kept.sha256));
}

function checkFileName(fileName: string): void {
  if (fileName.trim() === '') throw new FaultlineError('invalid-request', 'The document needs a file name.');
}

/** What is thrown into it comes from the file itself, never from where its bytes go. */
async function* fromFile(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  try {
    yield* readRegularFile(path, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw new SourceError(`${path} cannot be read`, { cause: error });
  }
}

async function* atMost(bytes: AsyncIterable<Uint8Array>, limit: number, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of bytes) {
    signal?.throwIfAborted();
    total += piece.byteLength;
    if (total > limit) throw new FaultlineError('document-too-large', `The document is larger than ${limit} bytes.`);
    yield piece;
  }
}
