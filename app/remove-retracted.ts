import type { Application } from './application.ts';
import { project } from './projector.ts';

/** Ends removals that were begun: drops the versions from the projections first, then from the ledger, then bytes that nobody holds. */
export async function removeRetracted(application: Application, signal: AbortSignal): Promise<void> {
  const { blobs, config, ledger } = application;
  const versions = await ledger.retracting();
  if (versions.length === 0) return;
  await project(application, signal);
  for (const version of versions) {
    const { orphanedBlob } = await ledger.purge(version);
    if (orphanedBlob !== undefined) await blobs.delete(config.tenant, orphanedBlob);
  }
  // Entities that the versions held together may have changed.
  await project(application, signal);
}
