import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { codeOf, FaultlineError } from '../../kernel/index.ts';
import { homeWords } from '../../ontology/index.ts';
import type { Config } from '../config.ts';
import { fileOf, isFile } from './store-locations.ts';

/**
 * Holds before anything is opened that there is something to read, so that a mistyped folder is not made and found empty. An empty
 * folder is one that was made for it. A site whose ledger is on a server needs no folder of its own.
 * @throws FaultlineError `not-found` that names the folder; `storage-failed` where it cannot be looked into.
 */
export async function checkHome(config: Config): Promise<void> {
  if (!isFile(config, 'ledger') || existsSync(fileOf(config, 'ledger'))) return;
  const words = homeWords(config.language);
  const entries = await readdir(config.home).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') throw new FaultlineError('not-found', words.absent(config.home), { cause });
    if (codeOf(cause) === 'ENOTDIR') throw new FaultlineError('not-found', words.foreign(config.home), { cause });
    throw new FaultlineError('storage-failed', `The data folder ${config.home} cannot be looked into; check its rights.`, { cause });
  });
  if (entries.length > 0) throw new FaultlineError('not-found', words.foreign(config.home));
}
