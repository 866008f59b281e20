import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fail } from './failure.mjs';

/** Ends unless this machine and this Node.js are those that the release was made for. */
export function checkMachine(release) {
  const here = `${process.platform}-${process.arch}`;
  const made = `${release.platform}-${release.arch}`;
  if (here !== made) fail(`this release is for ${made}; this machine is ${here}: take the archive that is made for it`);
  if (libcHere() !== release.libc) fail(`this release is for systems with ${release.libc}; this Node.js stands on ${libcHere()}`);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = release.leastNode.split('.').map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    fail(`Faultline needs Node.js ${release.leastNode} or newer; this is ${process.versions.node}`);
  if (process.versions.modules !== release.nodeAbi)
    fail(
      `the compiled modules of this release are for Node.js ${release.node.split('.')[0]}; this is ${process.versions.node}: run it with that Node.js, or take an archive that was made with this one`,
    );
}

/** The C library that Node.js stands on, as far as Node.js tells: modules compiled for one do not load on another. */
export function libcHere() {
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'another C library than glibc' : 'glibc';
}

/** Ends unless the compiled modules load and the program starts, each in a process of its own, from the folder itself. */
export function tryProgram(folder, release) {
  for (const name of release.nativeModules) {
    const script = `require('node:module').createRequire(process.argv[1])(process.argv[2])`;
    const said = run(folder, ['--eval', script, join(folder, 'package.json'), name]);
    if (said !== undefined) fail(`the module ${name} does not load on this machine: ${said}`);
  }
  const said = run(folder, [join(folder, 'dist', 'api', 'cli', 'main.mjs'), '--help']);
  if (said !== undefined) fail(`the program does not start: ${said}`);
}

/** What a process said before it failed; undefined for one that ended well. */
function run(folder, words) {
  const { NODE_PATH: _, NODE_OPTIONS: __, ...environment } = process.env;
  const done = spawnSync(process.execPath, words, { cwd: folder, env: environment, encoding: 'utf8' });
  if (done.status === 0) return undefined;
  const lines = `${done.error?.message ?? ''}\n${done.stderr ?? ''}`.split('\n');
  return lines.find((line) => /error/i.test(line))?.trim() ?? lines.find((line) => line.trim() !== '') ?? `signal ${done.signal}`;
}
