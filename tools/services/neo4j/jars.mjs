import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce } from '../support/cache.mjs';
import { fail } from '../support/failure.mjs';
import { runMaven } from '../support/run-maven.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const POM = join(here, 'pom.xml');
export const LOCK = join(here, 'jars.sha256');

export const neo4jVersion = () => /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))[1];

export function copyJars(folder) {
  runMaven(POM, 'dependency:copy-dependencies', ['-DincludeScope=runtime', `-DoutputDirectory=${folder}`]);
}

/** "sha256  name" for each jar, sorted by name. */
export function jarDigests(folder) {
  const digest = (name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jar'))
    .sort()
    .map((name) => `${digest(name)}  ${name}`);
}

/** The folder of the server's jars, fetched from Maven Central and checked against jars.sha256. */
export function neo4jJars() {
  const lockText = readFileSync(LOCK, 'utf8');
  const version = `${neo4jVersion()}-${createHash('sha256').update(lockText).digest('hex').slice(0, 12)}`;
  return installOnce('neo4j', version, (folder) => {
    copyJars(folder);
    const lock = lockText.trim().split('\n');
    const found = jarDigests(folder);
    const odd = [
      ...found.filter((line) => !lock.includes(line)).map((line) => `unexpected: ${line}`),
      ...lock.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`),
    ];
    if (odd.length > 0) fail(`jars differ from jars.sha256 (after a version change run lock-jars.mjs):\n${odd.join('\n')}`);
  });
}
