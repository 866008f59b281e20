import { stat } from 'node:fs/promises';
import { FaultlineError } from '../../kernel/index.ts';
import type { Config } from '../config.ts';
import { fileOf, isFile } from '../stores/store-locations.ts';

export interface FolderGuard {
  /**
   * What is written to a folder that was taken away goes nowhere, though every write succeeds: databases stay open without a name.
   * @throws FaultlineError `storage-gone`.
   */
  check(): Promise<void>;
}

/** Remembers which data folder, and which ledger in it, a service stands on, and tells when another is in its place, or none. */
export async function guardFolder(config: Config): Promise<FolderGuard> {
  const paths = [config.home, ...(isFile(config, 'ledger') ? [fileOf(config, 'ledger')] : [])];
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
