import { setImmediate } from 'node:timers/promises';
import type { Application } from './application.ts';
import { project } from './projection/projector.ts';

/**
 * Ends removals that were begun: drops the versions from the projections first, then bytes that nobody else holds, then the
 * version from the ledger batch by batch, which knows until the last that there is something left to remove. Also takes back what a
 * reading left that was cancelled.
 */
export async function removeRetracted(application: Application, signal: AbortSignal): Promise<void> {
  const { blobs, ledger } = application;
  const until = async (isDone: () => Promise<boolean>): Promise<void> => {
    // Others have their turn between two batches, in the ledger and in this process.
    while (!(await isDone())) {
      await setImmediate();
      signal.throwIfAborted();
    }
  };
  for (const version of await ledger.clearing()) await until(() => ledger.clear(version));
  const versions = await ledger.retracting();
  if (versions.length > 0) await project(application, signal);
  for (const version of versions) {
    const bytes = await ledger.bytesOnlyOf(version);
    // Asked again amid the deletion: equal bytes may have come in as another document since.
    const isNamed = async () => (await ledger.bytesOnlyOf(version)) === undefined;
    if (bytes !== undefined) await blobs.delete(bytes.tenant, bytes.sha256, isNamed);
    await until(() => ledger.purge(version));
  }
  // Entities that the versions held together may have changed, also when a crash came between the purge and this.
  await project(application, signal);
}
