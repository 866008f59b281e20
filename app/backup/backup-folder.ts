import { mkdtemp, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { codeOf, FaultlineError } from '../../kernel/index.ts';
import { makeFolder } from '../../storage/index.ts';

/** What lies in the data folder is lost with it, and would be in its way. @throws FaultlineError `conflict`. */
export async function refuseWithin(folder: string, home: string): Promise<void> {
  const way = relative(await realPlace(home), await realPlace(folder));
  if (way !== '' && (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))) return;
  throw new FaultlineError(
    'conflict',
    `"${folder}" lies in the data folder ${home}: a backup there is lost with it. Name a folder elsewhere, best on another disk.`,
  );
}

/** The path without links, as far as it is there. */
async function realPlace(path: string): Promise<string> {
  const found = await realpath(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw cannotUse(path, error);
  });
  const above = dirname(path);
  return found ?? (above === path ? path : join(await realPlace(above), basename(path)));
}

/** A folder beside the one that is to appear, where it is made. @throws FaultlineError `file-failed`. */
export async function beginFolder(folder: string): Promise<string> {
  try {
    await makeFolder(dirname(folder));
    return await mkdtemp(`${folder}.part-`);
  } catch (error) {
    throw cannotUse(dirname(folder), error);
  }
}

/** That a folder which was named cannot be looked into or written, with why. */
export function cannotUse(folder: string, cause: unknown): FaultlineError {
  const code = codeOf(cause);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new FaultlineError('storage-full', `The disk of "${folder}" has no room left: free some space, or name another place.`, {
      cause,
    });
  if (code === 'EACCES' || code === 'EPERM')
    return new FaultlineError(
      'file-failed',
      `"${folder}" may not be used by the user who runs this (${code}): give that user the right to it, run this as its owner, or name another place.`,
      { cause },
    );
  return new FaultlineError('file-failed', `"${folder}" cannot be used${code === '' ? '' : ` (${code})`}: name another place.`, { cause });
}

/** @throws FaultlineError `conflict` for a folder that holds anything, or a file; `file-failed` for one that may not be looked into. */
export async function refuseUnlessEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new FaultlineError('conflict', `"${folder}" is no folder: name one.`, { cause: error });
    throw cannotUse(folder, error);
  });
  if (names.length > 0) throw new FaultlineError('conflict', `"${folder}" is not empty; name a folder that is new or empty.`);
}
