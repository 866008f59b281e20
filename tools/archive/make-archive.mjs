// Makes the archive from which a site without a network installs Faultline, for the platform that this runs on.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const HELP = `Usage: node tools/archive/make-archive.mjs --out DIR      make the archive and its .sha256 file in DIR
       node tools/archive/make-archive.mjs --stage DIR    put what it would hold into an empty DIR

Installs and builds first where that is needed. The archive is for this platform and this major version of Node.js.`;

const { values } = parseArgs({ options: { out: { type: 'string' }, stage: { type: 'string' } } });
if ((values.out === undefined) === (values.stage === undefined)) {
  console.error(HELP);
  process.exit(64);
}
const built = spawnSync(process.execPath, [join(ROOT, 'tools', 'bootstrap.mjs'), 'build'], { cwd: ROOT, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

// Only now, since it may have installed what these need.
const { stageRelease } = await import('./stage-release.mjs');
const { packRelease } = await import('./pack-release.mjs');
if (values.stage !== undefined) {
  const { version } = await stageRelease(ROOT, resolve(values.stage));
  console.log(`${version} stands in ${resolve(values.stage)}`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-release-'));
  try {
    await stageRelease(ROOT, folder);
    const { archive, sha256 } = await packRelease(folder, resolve(values.out));
    console.log(`${archive}: ${Math.round(statSync(archive).size / 1024 ** 2)} MB, SHA-256 ${sha256}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
