import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libcHere } from './installer/check-machine.mjs';
import { writeChecksums } from './installer/checksums.mjs';
import { productionPackages } from './production-packages.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
/** What the program reads of its checkout beside the build and its modules, and what a person needs without one. */
const FILES = ['package.json', 'LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md', 'datasets/scored-answers', 'eval/baseline.json'];
/** All that the texts send to; the description of the API is served by the program. */
const TEXTS = { docs: /\.(?:md|example\.json)$/, deploy: /(?<!\.test\.ts)$/ };
const DEMO = [
  'datasets/demo-drawings/files',
  'datasets/demo-plant/files',
  'datasets/demo-plant/demo-questions.json',
  'datasets/demo-scans/files',
  'datasets/demo-scans/photos',
];
/** Looked for by the installer before it switches; `faultline doctor` looks for the same. */
const NATIVE_MODULES = ['better-sqlite3', '@node-rs/jieba', '@napi-rs/canvas', 'onnxruntime-node'];
const NEEDLESS = /\.(map|d\.[cm]?ts|tsbuildinfo)$/;
/** Compiling leaves sources and objects behind, ten times as large as the addon. */
const ADDON = { package: 'node_modules/better-sqlite3', parts: ['lib', 'package.json', 'LICENSE', 'build'], built: 'better_sqlite3.node' };
/** Nine weights, of which pictures are drawn with two (ingest/picture/picture-fonts.ts). */
const FONTS = {
  package: 'node_modules/@expo-google-fonts/noto-sans-sc',
  parts: ['400Regular', '700Bold', 'package.json', 'LICENSE', 'LICENSE_FONT'],
};

/** The runtime of models comes with what runs on every machine: `bin/napi-v<number>/<platform>/<architecture>`. */
const RUNTIME = 'node_modules/onnxruntime-node';

/** Of the trained data the form that is used (ingest/ocr), of the engine what reads it. */
const RECOGNITION = [
  { package: /^node_modules\/@tesseract\.js-data\//, part: /^(?:4\.0\.0_best_int|package\.json|README\.md)(?:\/|$)/ },
  {
    package: /^node_modules\/tesseract\.js-core$/,
    part: /^(?:tesseract-core(?:-simd|-relaxedsimd)?-lstm\.(?:js|wasm)|index\.js|package\.json|LICENSE)$/,
  },
];

/**
 * Puts a release into an empty folder: the build of the checkout, the modules that it needs when it runs, the demo plant, licences, the
 * installer, what it is (release.json) and the checksums of it all.
 * @returns {{ version: string, platform: string, arch: string }} as release.json says
 */
export async function stageRelease(root, folder) {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  const copy = (path, filter = () => true) =>
    cpSync(join(root, path), join(folder, path), { recursive: true, dereference: true, filter: (source) => filter(source) });
  copy('dist', (source) => !basename(source).startsWith('.'));
  for (const path of [...FILES, ...DEMO, ...manifestsOf(root)]) copy(path);
  for (const [path, kept] of Object.entries(TEXTS)) copy(path, (source) => statSync(source).isDirectory() || kept.test(source));
  const packages = productionPackages(root);
  for (const { path } of packages) copy(path, belongsTo(join(root, path), path));
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), thirdParties(packages));
  cpSync(join(HERE, 'installer'), join(folder, 'installer'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  cpSync(join(HERE, 'launcher.sh'), join(folder, 'bin', 'faultline'));
  chmodSync(join(folder, 'bin', 'faultline'), 0o755);
  const release = describeRelease(root, folder);
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify(release, null, 2)}\n`);
  await writeChecksums(folder);
  return release;
}

/** Of the public sets only what says what they are; the evaluation reads it. */
function manifestsOf(root) {
  return readdirSync(join(root, 'datasets'))
    .map((name) => `datasets/${name}/manifest.json`)
    .filter((path) => existsSync(join(root, path)));
}

/** Whether a path below a package is of this package, not of one inside it, and of use when the program runs. */
function belongsTo(base, path) {
  return (source) => {
    const inner = source.slice(base.length + 1).replaceAll('\\', '/');
    if (inner === 'node_modules' || inner === '.bin' || NEEDLESS.test(inner)) return false;
    const [top, release, file] = inner.split('/');
    const recognition = RECOGNITION.find((one) => one.package.test(path));
    if (recognition !== undefined) return inner === '' || recognition.part.test(inner);
    if (path === RUNTIME && top === 'bin')
      return [process.platform, process.arch].every((own, at) => (inner.split('/')[at + 2] ?? own) === own);
    if (path === FONTS.package) return inner === '' || FONTS.parts.includes(top);
    if (path !== ADDON.package || inner === '') return true;
    if (!ADDON.parts.includes(top)) return false;
    return top !== 'build' || ((release === undefined || release === 'Release') && (file === undefined || file === ADDON.built));
  };
}

function thirdParties(packages) {
  const lines = packages.map(({ path, name, version, licence }) => `${name} ${version}\t${licence}\t${path}\n`);
  return `Packages of others in this release: name and version, licence, folder (which holds the text of the licence where its author gives one).\nData of others: see NOTICE.\n\n${lines.join('')}`;
}

function describeRelease(root, folder) {
  const { name, version, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const migrations = readdirSync(join(folder, 'dist', 'ledger', 'connection', 'migrations')).filter((file) => /^\d{4}-.+\.mjs$/.test(file));
  return {
    name,
    version,
    platform: process.platform,
    arch: process.arch,
    node: process.versions.node,
    nodeAbi: process.versions.modules,
    leastNode: engines.node.replace(/^>=/, ''),
    libc: libcHere(),
    ledgerSchema: basename(migrations.sort().at(-1) ?? '', '.mjs'),
    nativeModules: NATIVE_MODULES,
  };
}
