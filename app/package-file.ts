import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FaultlineError } from '../kernel/index.ts';

/** Absolute path of a file that comes with the package, whether this runs from the sources or from the build. */
export function packageFile(...parts: readonly string[]): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, ...parts);
    if (dirname(folder) === folder) throw new FaultlineError('internal', 'this program does not stand in its package');
  }
}
