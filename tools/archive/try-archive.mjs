// Proves that the archive holds all that the program needs: makes it, installs it, runs it, upgrades to a second version and goes back,
// in a namespace without a network where the checkout is hidden. Where such namespaces cannot be had, that is said and done without.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deadLinks } from './dead-links.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '..', '..');
const LATER = '999.0.0';
/** Loopback is down in a new network namespace. */
const HIDE = 'mount -t tmpfs none "$1" && { ip link set lo up || true; } && cd / && shift && exec "$@"';

function run(program, words, options = {}) {
  const done = spawnSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'], maxBuffer: 1024 ** 3, ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${done.status ?? done.signal}\n${done.stderr ?? ''}`);
  return done.stdout;
}

/** The staged release as the next version would be: it says so in its package and in its build. */
async function makeLater(folder) {
  const { writeChecksums } = await import('./installer/checksums.mjs');
  for (const file of ['package.json', 'release.json', 'dist/package.mjs']) {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = text.replace(/(version"?\s*[:=]\s*")[^"]+(")/, `$1${LATER}$2`);
    if (changed === text) throw new Error(`${file} states no version`);
    writeFileSync(join(folder, file), changed);
  }
  await writeChecksums(folder);
}

const began = Date.now();
const say = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${what}`);
const folder = mkdtempSync(join(tmpdir(), 'faultline-archive-'));
try {
  const [stage, out, trial] = ['stage', 'out', 'trial'].map((name) => join(folder, name));
  run(process.execPath, [join(HERE, 'make-archive.mjs'), '--stage', stage]);
  const dead = deadLinks(stage);
  if (dead.length > 0) throw new Error(`texts of the archive send to what it does not hold:\n${dead.join('\n')}`);
  const { packRelease } = await import('./pack-release.mjs');
  const archives = [(await packRelease(stage, out)).archive];
  await makeLater(stage);
  archives.push((await packRelease(stage, out)).archive);
  rmSync(stage, { recursive: true });
  say('two archives made');
  const demo = ['--home', join(folder, 'checkout-home'), '--json', 'demo'];
  const expected = join(folder, 'expected.json');
  writeFileSync(
    expected,
    run(process.execPath, [join(ROOT, 'dist', 'api', 'cli', 'main.mjs'), ...demo], { stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  say('the demo has run in the checkout');
  mkdirSync(trial);
  cpSync(join(HERE, 'try-installed.mjs'), join(folder, 'try-installed.mjs'));
  const { NODE_PATH: _, NODE_OPTIONS: __, ...environment } = process.env;
  const words = [process.execPath, join(folder, 'try-installed.mjs'), trial, expected, ROOT, ...archives];
  const isHidden = spawnSync('unshare', ['-rnm', 'true']).status === 0;
  if (isHidden) run('unshare', ['-rnm', 'sh', '-c', HIDE, 'sh', ROOT, ...words], { env: environment, cwd: '/' });
  else {
    say('no namespaces on this machine: it runs with the network and beside the checkout, from another folder');
    run(words[0], words.slice(1), { env: environment, cwd: trial });
  }
  say(`the archive holds all that the program needs${isHidden ? ', without network and checkout' : ''}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
