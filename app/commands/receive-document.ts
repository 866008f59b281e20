import type { DocumentClaims } from '../../kernel/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import type { Acceptance } from '../../ledger/index.ts';
import type { Application } from '../application.ts';

export interface IncomingDocument {
  /** A file's path or its bytes as a stream. */
  readonly source: string | AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** The caller's own name for the document; absent: named after its bytes. */
  readonly uri?: string;
  readonly claims: DocumentClaims;
}

/**
 * Keeps the bytes, then takes note of the document and the job to read it. When it returns, nothing of it can be lost.
 * @throws FaultlineError `document-too-large`, `invalid-request` for an empty name, `busy` while an equal version is being removed.
 */
export async function receiveDocument(application: Application, incoming: IncomingDocument): Promise<Acceptance> {
  const { blobs, config, ledger, logger } = application;
  if (incoming.fileName.trim() === '') throw new FaultlineError('invalid-request', 'The document needs a file name.');
  const source = typeof incoming.source === 'string' ? incoming.source : atMost(incoming.source, config.maxUploadBytes);
  const blob = await blobs.put(config.tenant, source);
  const accepted = await ledger.documents.accept({
    tenant: config.tenant,
    ...(incoming.uri === undefined ? {} : { uri: incoming.uri }),
    fileName: incoming.fileName,
    sha256: blob.sha256,
    bytes: blob.bytes,
    claims: { ...incoming.claims, site: incoming.claims.site ?? config.site },
  });
  logger.event('ingest', 'document-received', { version: accepted.version.id, bytes: blob.bytes, status: accepted.status });
  return accepted;
}

async function* atMost(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of bytes) {
    total += piece.byteLength;
    if (total > limit) throw new FaultlineError('document-too-large', `The document is larger than ${limit} bytes.`);
    yield piece;
  }
}
