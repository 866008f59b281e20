import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { codeOf } from '../kernel/index.ts';

/**
 * Makes a folder and those above it that are missing; one that is there stays as it is. In place of `recursive` of Node.js, which tries
 * without end where a folder that is there takes none (below `/proc`), and then heeds no signal.
 * @throws the error of the file system, with its path.
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const folder = resolve(path);
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above, mode);
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    // Made by another meanwhile.
    if (codeOf(error) === 'EEXIST' && (await isFolder(folder))) return;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
