import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultlineError } from '../../kernel/index.ts';
import { makeFolder } from '../../storage/index.ts';
import type { Config } from '../config.ts';
import { fileOf, isFile } from '../stores/store-locations.ts';

const OWNER_ALONE = 0o700;

export interface FolderGuard {
  /**
   * What is written to a folder that was taken away goes nowhere, though every write succeeds: databases stay open without a name.
   * @throws FaultlineError `storage-gone`.
   */
  check(): Promise<void>;
}

/** Remembers which data folder, and which folder of documents and ledger in it, a service stands on, and tells when another is in its place, or none. */
export async function guardFolder(config: Config): Promise<FolderGuard> {
  const paths = [config.home, join(config.home, 'blobs'), ...(isFile(config, 'ledger') ? [fileOf(config, 'ledger')] : [])];
  // It comes with the first document otherwise, which would look as if it had been put there by somebody.
  await makeFolder(join(config.home, 'blobs'), OWNER_ALONE);
  const opened = await Promise.all(paths.map(identityOf));
  return {
    async check() {
      const now = await Promise.all(paths.map(identityOf));
      if (now.every((identity, at) => identity === opened[at])) return;
      throw new FaultlineError(
        'storage-gone',
        `The data folder ${config.home} was removed or replaced while the service runs, so nothing is taken in: put it back, then start the service again.`,
      );
    },
  };
}

async function identityOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found === undefined ? undefined : `${found.dev} ${found.ino}`;
}
