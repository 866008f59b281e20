// The second half of try-archive.mjs, copied out of the checkout: nothing but Node.js, tar and the archives is used here.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { basename, join } from 'node:path';

const [folder, expectedFile, checkout, ...archives] = process.argv.slice(2);
const prefix = join(folder, 'prefix');
const home = join(folder, 'home');
const program = join(prefix, 'current', 'bin', 'faultline');
const QUESTION = 'What does alarm A-103 mean?';

function run(command, words, status = 0) {
  const done = spawnSync(command, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1024 ** 3 });
  assert.equal(done.status, status, `${command} ${words.join(' ')}\n${done.stdout}\n${done.stderr}${done.error ?? ''}`);
  return `${done.stdout}${status === 0 ? '' : done.stderr}`;
}
const faultline = (...words) => run(program, ['--home', home, ...words]);
const json = (...words) => JSON.parse(faultline('--json', ...words));
const contentsOf = (demo) => demo.answers.map(({ answer }) => answer.content);

function unpack(archive) {
  run('sh', ['-c', 'cd "$1" && sha256sum --check --quiet "$2"', 'sh', join(archive, '..'), `${basename(archive)}.sha256`]);
  run('tar', ['-xzf', archive, '-C', folder]);
  const unpacked = join(folder, basename(archive, '.tar.gz'));
  run('sh', ['-c', 'cd "$1" && sha256sum --check --quiet SHA256SUMS', 'sh', unpacked]);
  return unpacked;
}
const install = (unpacked, status = 0) =>
  run(process.execPath, [join(unpacked, 'installer', 'install.mjs'), 'install', '--prefix', prefix], status);
const manage = (...words) => run(process.execPath, [join(prefix, 'current', 'installer', 'install.mjs'), ...words, '--prefix', prefix]);
const versionOf = (unpacked) => JSON.parse(readFileSync(join(unpacked, 'release.json'), 'utf8')).version;

const outside = Object.keys(networkInterfaces()).filter((name) => name !== 'lo');
console.log(
  `checkout ${existsSync(join(checkout, 'package.json')) ? 'in reach' : 'hidden'}; network interfaces: ${outside.join(', ') || 'none'}`,
);

const [first, second] = archives.map(unpack);
process.stdout.write(install(first));
assert.equal(realpathSync(join(prefix, 'current')), realpathSync(join(prefix, 'releases', versionOf(first))));

const demo = json('demo');
const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
assert.deepEqual(
  demo.files.map(({ version }) => version.outcome),
  expected.files.map(() => 'visible'),
);
assert.deepEqual(contentsOf(demo), contentsOf(expected));
console.log(`demo: ${demo.files.length} documents read, ${demo.answers.length} answers equal to those of the checkout`);

const citations = demo.answers.flatMap(({ answer }) => answer.content.citations);
// One on a page of a PDF and one that is drawn from what was read, with the fonts of the release.
for (const isPage of [true, false]) {
  const cited = citations.find(({ anchors }) => anchors.some(({ kind }) => kind === 'page') === isPage);
  const shown = join(folder, `picture-${isPage}.png`);
  writeFileSync(shown, '');
  faultline('show', `${cited.passageId}:${cited.start}-${cited.end}`, '--out', shown);
  assert.equal(readFileSync(shown).subarray(1, 4).toString(), 'PNG');
}
assert.deepEqual(
  json('doctor').filter(({ level }) => level === 'fail'),
  [],
);
assert.match(run(program, ['eval', 'run', 'gold'], 65), /checkout of the sources/);

/** Starts the service, asks it and stops it; gives the version that it states. */
async function serve() {
  const child = spawn(program, ['--home', home, 'serve', '--port', '0'], { cwd: folder, stdio: ['ignore', 'inherit', 'pipe'] });
  const exited = once(child, 'exit');
  let said = '';
  const address = await new Promise((resolve, reject) => {
    child.stderr.on('data', (data) => {
      said += data;
      const found = /listens on (http:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    void exited.then(() => reject(new Error(`the service ended: ${said}`)));
  });
  const ready = await fetch(`${address}/readyz`);
  assert.equal(ready.status, 200, await ready.text());
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ question: QUESTION }) };
  const { content } = await (await fetch(`${address}/v1/answers`, asked)).json();
  const { version } = await (await fetch(`${address}/version`)).json();
  const page = await fetch(`${address}/`);
  assert.equal(page.status, 200);
  const [script] = /\/assets\/[^"]+\.js/.exec(await page.text()) ?? [];
  assert.equal((await fetch(`${address}${script}`)).status, 200);
  child.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);
  return { content, version };
}

const before = json('ask', QUESTION).content;
assert.equal(before.decision, 'answered');
const served = await serve();
assert.deepEqual(served, { content: before, version: versionOf(first) });
console.log(`serve: ${served.version} answers over HTTP`);

process.stdout.write(install(second));
assert.deepEqual(await serve(), { content: before, version: versionOf(second) });
process.stdout.write(manage('roll-back'));
assert.deepEqual(await serve(), { content: before, version: versionOf(first) });
assert.equal(manage('list'), `* ${versionOf(first)}\n  ${versionOf(second)}\n`);
console.log(`upgraded to ${versionOf(second)} and went back to ${versionOf(first)}; the data folder answers as before`);

writeFileSync(join(second, 'dist', 'package.mjs'), '// altered on the way');
assert.match(install(second, 1), /dist\/package\.mjs differs/);
manage('verify');
console.log('an archive that was altered is refused');
