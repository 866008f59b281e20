import { chmod, stat } from 'node:fs/promises';
import { codeOf, FaultlineError } from '../../kernel/index.ts';
import { makeFolder } from '../../storage/index.ts';

const OWNER_ALONE = 0o700;
const OTHERS = 0o077;

/**
 * Makes the data folder where there is none, and takes from everybody else what they may do in it: documents, questions and hashes of
 * keys lie there. Where that is not ours to change, `doctor` says so.
 * @throws FaultlineError `storage-failed`.
 */
export async function makeHome(home: string): Promise<void> {
  try {
    await makeFolder(home, OWNER_ALONE);
    const { mode } = await stat(home);
    if ((mode & OTHERS) !== 0) await chmod(home, OWNER_ALONE).catch(unlessForeign);
  } catch (error) {
    throw new FaultlineError(
      'storage-failed',
      `The data folder ${home} cannot be made or used${codeOf(error) === '' ? '' : ` (${codeOf(error)})`}; check where it is and its rights.`,
      {
        cause: error,
      },
    );
  }
}

function unlessForeign(error: Error): void {
  if (!['EPERM', 'EROFS', 'ENOTSUP'].includes(codeOf(error))) throw error;
}
