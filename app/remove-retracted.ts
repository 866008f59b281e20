import type { VersionId } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { project } from './projector.ts';
import { readerAccess } from './reader-access.ts';

/**
 * Ends removals that were begun: drops the versions from the projections first, then bytes that nobody else holds, then the
 * version from the ledger, which knows until then that there is something left to remove.
 */
export async function removeRetracted(application: Application, signal: AbortSignal): Promise<void> {
  const { ledger } = application;
  const versions = await ledger.retracting();
  if (versions.length > 0) await project(application, signal);
  for (const version of versions) {
    await removeBytes(application, version);
    await ledger.purge(version);
  }
  // Entities that the versions held together may have changed, also when a crash came between the purge and this.
  await project(application, signal);
}

async function removeBytes(application: Application, id: VersionId): Promise<void> {
  const { blobs, config, ledger } = application;
  const removed = await ledger.documents.find(config.tenant, id);
  if (removed === undefined) return;
  const { sha256 } = removed.version;
  const listed = await ledger.documents.list(await readerAccess(application));
  const isHeld = listed.some(({ versions }) => versions.some((version) => version.id !== id && version.sha256 === sha256));
  if (!isHeld) await blobs.delete(config.tenant, sha256);
}
