import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fail, say } from './failure.mjs';
import { readText } from './files.mjs';
import { withLock } from './lock.mjs';

/** PostgreSQL never runs as root, and the account that it then runs as cannot enter root's own folder. */
function cacheRoot() {
  const { FAULTLINE_SERVICES_CACHE, XDG_CACHE_HOME } = process.env;
  if (FAULTLINE_SERVICES_CACHE) return resolve(FAULTLINE_SERVICES_CACHE);
  const base = process.getuid?.() === 0 ? tmpdir() : XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'faultline-services');
}

/** The folder of a service's program files, shared by all homes. What another account may have put there is never run. */
function cacheFolder(service) {
  const folder = join(cacheRoot(), service);
  mkdirSync(folder, { recursive: true });
  for (const each of [dirname(folder), folder]) {
    const { uid, mode } = statSync(each);
    const isOthers = process.getuid !== undefined && uid !== process.getuid() && uid !== 0;
    if (isOthers || (mode & 0o002 && !(mode & 0o1000))) fail(`${each} is open to other accounts; set FAULTLINE_SERVICES_CACHE`);
  }
  return folder;
}

/** One digest over the name and the bytes of each file below the folder, in order of name. */
function folderDigest(folder) {
  const hash = createHash('sha256');
  const walk = (inner) => {
    for (const name of readdirSync(join(folder, inner)).sort()) {
      const path = join(inner, name);
      const stat = lstatSync(join(folder, path));
      if (stat.isDirectory()) walk(path);
      else {
        const bytes = stat.isSymbolicLink() ? readlinkSync(join(folder, path)) : readFileSync(join(folder, path));
        hash.update(`${path}\0${createHash('sha256').update(bytes).digest('hex')}\n`);
      }
    }
  };
  walk('');
  return hash.digest('hex');
}

/**
 * The folder `<cache>/<service>/<version>`, made by `build` when it is not there or its bytes are no longer those that were
 * put there. It appears whole or not at all.
 * @param {(folder: string) => void | Promise<void>} build fills an empty folder; it checks what it fetches by checksum.
 */
export async function installOnce(service, version, build) {
  const cache = cacheFolder(service);
  const folder = join(cache, version);
  const digestFile = `${folder}.sha256`;
  return withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) {
      if (readText(digestFile) === folderDigest(folder)) return folder;
      say(service, `the files in ${folder} have changed since they were fetched: fetching them again`);
      rmSync(folder, { recursive: true });
    }
    const began = Date.now();
    const temporary = mkdtempSync(`${folder}.tmp-`);
    try {
      say(service, `fetching the server into ${cache}, once`);
      chmodSync(temporary, 0o755);
      await build(temporary);
      writeFileSync(digestFile, folderDigest(temporary));
      renameSync(temporary, folder);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    say(service, `fetched in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return folder;
  });
}
