import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { checkMachine, tryProgram } from './check-machine.mjs';
import { CHECKSUMS, checkChecksums } from './checksums.mjs';
import { fail } from './failure.mjs';

/** Below the prefix: the releases side by side, a link to the one in use, and what was switched when. */
const RELEASES = 'releases';
const CURRENT = 'current';
const HISTORY = 'history.jsonl';
const FIELDS = ['version', 'platform', 'arch', 'node', 'nodeAbi', 'leastNode', 'libc', 'ledgerSchema'];

/** What a release says of itself. */
function readRelease(folder) {
  const path = join(folder, 'release.json');
  if (!existsSync(path)) fail(`${folder} holds no release of Faultline: ${path} is missing`);
  const release = JSON.parse(readFileSync(path, 'utf8'));
  const lacking = FIELDS.filter((field) => typeof release[field] !== 'string');
  if (lacking.length > 0 || !Array.isArray(release.nativeModules)) fail(`${path} lacks ${[...lacking, 'nativeModules'].join(', ')}`);
  if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(release.version)) fail(`${path} states no version, but ${release.version}`);
  return release;
}

/** The version in use; undefined where nothing is installed. */
export function currentVersion(prefix) {
  const link = join(prefix, CURRENT);
  return existsSync(link) ? basename(readlinkSync(link)) : undefined;
}

/** Versions that are installed, by name. */
export function installedVersions(prefix) {
  const folder = join(prefix, RELEASES);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/**
 * Puts a release beside those that are there and makes it the one in use. It appears whole or not at all: it is copied under another
 * name, checked there, tried there, and only then renamed. Data folders are not touched.
 * @returns {Promise<{ from: string | undefined, to: string, isNew: boolean }>}
 */
export async function installRelease(from, prefix, now) {
  const release = readRelease(from);
  checkMachine(release);
  await checkChecksums(from, 'Unpack the archive again, after checking it against its own .sha256 file.');
  const target = releaseFolder(prefix, release.version);
  const isNew = !existsSync(target);
  if (isNew) await copyRelease(from, target, release);
  else await compareReleases(from, target, release);
  const former = currentVersion(prefix);
  if (former !== release.version) switchTo(prefix, { action: 'install', from: former, to: release.version, now });
  return { from: former, to: release.version, isNew };
}

async function copyRelease(from, target, release) {
  mkdirSync(join(target, '..'), { recursive: true });
  removeLeftovers(join(target, '..'));
  const incoming = join(target, '..', `.incoming-${process.pid}`);
  try {
    cpSync(from, incoming, { recursive: true });
    await checkChecksums(incoming, 'Look after the disk that it was copied to.');
    tryProgram(incoming, release);
    renameSync(incoming, target);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

/** What installers left behind that were killed. */
function removeLeftovers(folder) {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^\.incoming-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    if (error.code === 'EPERM') return true;
    throw error;
  }
}

/** A version never changes: what is installed under its name must be what is to be installed. */
async function compareReleases(from, target, release) {
  const list = (folder) => readFileSync(join(folder, CHECKSUMS), 'utf8');
  if (list(from) !== list(target))
    fail(`${target} holds another release of the same version ${release.version}; give this one a new version`);
  await checkChecksums(target, 'Switch to another release, remove this folder and install it again.');
}

/**
 * Makes the release in use again that was so before this one was installed, or the version that is named.
 * @returns {Promise<{ from: string, to: string, isOtherSchema: boolean }>}
 */
export async function rollBack(prefix, version, now) {
  const from = currentVersion(prefix) ?? fail(`nothing is installed in ${prefix}`);
  const to = version ?? formerVersion(prefix, from) ?? fail(`${from} is the first release in ${prefix}: there is none to go back to`);
  const target = releaseFolder(prefix, to);
  if (!existsSync(target)) fail(`${to} is not installed any more; there are ${installedVersions(prefix).join(', ')}`);
  const release = readRelease(target);
  checkMachine(release);
  await checkChecksums(target, 'Install it again from its archive.');
  if (to !== from) switchTo(prefix, { action: 'roll-back', from, to, now });
  return { from, to, isOtherSchema: release.ledgerSchema !== readRelease(releaseFolder(prefix, from)).ledgerSchema };
}

/** A roll back is no reason to go forward again at the next one. */
function formerVersion(prefix, version) {
  const path = join(prefix, HISTORY);
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const steps = lines.map((line) => JSON.parse(line)).filter(({ action, to }) => action === 'install' && to === version);
  return steps.at(-1)?.from;
}

/** Told first, then done by one rename: whoever starts the program meanwhile gets the one release or the other. */
function switchTo(prefix, { action, from, to, now }) {
  appendFileSync(join(prefix, HISTORY), `${JSON.stringify({ at: now.toISOString(), action, from, to })}\n`);
  const made = join(prefix, `.${CURRENT}-${process.pid}`);
  rmSync(made, { force: true });
  symlinkSync(join(RELEASES, to), made);
  renameSync(made, join(prefix, CURRENT));
}

export function releaseFolder(prefix, version) {
  return join(prefix, RELEASES, version);
}
