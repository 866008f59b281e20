import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, parseManifest } from '../../datasets/index.ts';
import { compareText, FaultlineError } from '../../kernel/index.ts';

/** Manifests of the public sets, in order of their folders' names; a folder without a manifest is none of a set. */
export async function readManifests(folder: string): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => compareText(a.name, b.name))) {
    const path = join(folder, entry.name, 'manifest.json');
    if (existsSync(path)) manifests.push(parseManifest(JSON.parse(await readFile(path, 'utf8'))));
  }
  return manifests;
}

/** Paths of all files of a set, ordered. @throws FaultlineError `not-found` when the set is absent. */
export async function filesOfSet(dataFolder: string, set: string): Promise<readonly string[]> {
  const names = await readdir(join(dataFolder, set), { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new FaultlineError('not-found', `The set "${set}" is not in "${dataFolder}"; set FAULTLINE_DATA.`);
    throw error;
  });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
}
