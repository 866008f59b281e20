// Runs a command of this project on a fresh checkout: checks the machine, installs when the lock file changed, builds when
// sources are newer than the build. No dependency, since it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.faultline-lock');
/** Of the page other files than programs are built too. */
const page = join(root, 'web');
const buildStamp = join(root, 'dist', '.faultline-build');
const SOURCES = [
  'kernel',
  'storage',
  'models',
  'ontology',
  'ingest',
  'ledger',
  'graph',
  'retrieval',
  'answering',
  'app',
  'api',
  'eval',
  'datasets',
  'web',
];
const CONFIGURATIONS = ['package.json', 'tsdown.config.ts', 'vite.config.ts'];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function run(command, args, environment = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (done.error) fail(`could not run ${command}: ${done.error.message}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Faultline needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

function isOnPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [program], { stdio: 'ignore' }).status === 0;
}

/** better-sqlite3 downloads a prebuilt addon or, where it cannot, compiles one: say beforehand what a failure would need. */
function missingCompilers() {
  return ['g++', 'make', 'python3'].filter((program) => !isOnPath(program));
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === `${lock} ${process.versions.modules}`) return;
  // `npm ci` would empty the folder behind the link, which is another checkout's.
  const modules = join(root, 'node_modules');
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink())
    fail('node_modules is a link: remove it, then run this again to install.');
  const missing = missingCompilers();
  if (missing.length > 0) {
    console.error(
      `Note: ${missing.join(', ')} not found. They are needed only where the prebuilt better-sqlite3 addon cannot be downloaded; if the next step fails, install them (Debian: apt-get install g++ make python3) and run again.`,
    );
  }
  console.error(
    'Installing dependencies (npm ci): once, a few minutes and about 1.1 GB of disk; one module is compiled, in which nothing is said …',
  );
  // The runtime of models comes whole with its package; its script would fetch what only graphics cards need.
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { ONNXRUNTIME_NODE_INSTALL: 'skip' });
  writeFileSync(stamp, `${lock} ${process.versions.modules}`);
}

function newestSource() {
  let newest = Math.max(...CONFIGURATIONS.map((file) => statSync(join(root, file)).mtimeMs));
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith('.ts') || folder.startsWith(page)) newest = Math.max(newest, statSync(path).mtimeMs);
    }
  };
  for (const folder of SOURCES) if (existsSync(join(root, folder))) walk(join(root, folder));
  return newest;
}

function build() {
  if (existsSync(buildStamp) && statSync(buildStamp).mtimeMs > newestSource()) return;
  console.error('Building: once a change, about a minute …');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  // Its command asks everybody on Node.js 20 for another one, which this product does not need.
  run(process.execPath, ['--input-type=module', '--eval', "import { build } from 'tsdown'; await build({ logLevel: 'warn' });"]);
  run('npx', ['vite', 'build', '--logLevel', 'warn']);
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, '');
}

const words = process.argv.slice(2);
const [task, ...rest] = words;
checkNode();
install();
if (task === 'test') {
  run(process.execPath, [join(root, 'tools', 'check.mjs'), ...rest]);
} else if (task === 'build') {
  build();
} else {
  build();
  // What the program tells people to type has to be there: in a checkout nothing is installed under the name of the program.
  const isOfNpm = process.env.npm_lifecycle_event !== undefined;
  const startedAs = isOfNpm ? 'npm run faultline --' : 'node tools/bootstrap.mjs';
  run(process.execPath, [join(root, 'dist', 'api', 'cli', 'main.mjs'), ...words], { FAULTLINE_STARTED_AS: startedAs });
}
