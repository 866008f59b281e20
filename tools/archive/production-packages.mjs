import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages of a checkout that the program needs when it runs: what the lock file does not mark as for development only, as far as it
 * is installed here (of the packages for other platforms none is).
 * @returns {{ path: string, name: string, version: string, licence: string }[]} by path from the root of the checkout.
 */
export function productionPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = [];
  for (const [path, entry] of Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (path === '' || entry.dev === true) continue;
    const manifest = join(root, path, 'package.json');
    if (!existsSync(manifest)) {
      if (entry.optional === true || entry.devOptional === true || entry.peer === true) continue;
      throw new Error(`${path} is not installed; run npm ci`);
    }
    const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (version !== entry.version) throw new Error(`${path} is ${version}, the lock file says ${entry.version}; run npm ci`);
    found.push({ path, name, version, licence: licenceOf(license ?? entry.license) });
  }
  return found;
}

/** Older packages give an object in place of the SPDX expression. */
function licenceOf(license) {
  if (typeof license === 'string') return license;
  return typeof license?.type === 'string' ? license.type : 'see the package';
}
