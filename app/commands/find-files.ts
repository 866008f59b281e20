import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { compareText, FaultlineError } from '../../kernel/index.ts';

export interface FoundFile {
  readonly path: string;
  /** Path below the argument, its last part included, with `/`: names the document, never the machine. */
  readonly uri: string;
}

/**
 * The files that arguments name: a file itself, a folder with all below it; dot files are left out. Ordered by uri.
 * @throws FaultlineError `not-found` for an argument that does not exist.
 */
export async function findFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const argument of paths) {
    const path = resolve(argument);
    const entry = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new FaultlineError('not-found', `There is no file or folder "${argument}".`);
      throw error;
    });
    for (const file of entry.isDirectory() ? await below(path, basename(path)) : [{ path, uri: basename(path) }])
      found.set(file.path, file);
  }
  return [...found.values()].sort((a, b) => compareText(a.uri, b.uri) || compareText(a.path, b.path));
}

async function below(folder: string, uri: string): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const name = `${uri}/${entry.name.normalize('NFC')}`;
    if (entry.isDirectory()) files.push(...(await below(path, name)));
    else if (entry.isFile()) files.push({ path, uri: name });
  }
  return files;
}
