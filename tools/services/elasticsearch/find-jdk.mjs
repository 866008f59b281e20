import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { fail } from '../support/failure.mjs';

const SYSTEM_FOLDER = '/usr/lib/jvm';

/** The major version of a full JDK, 0 of anything else: the server needs modules that a runtime alone lacks. */
function jdkVersion(java) {
  const run = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const major = run.error ? 0 : Number(/version "(\d+)/.exec(run.stderr)?.[1] ?? 0);
  if (major < 21) return major;
  return spawnSync(java, ['--list-modules'], { encoding: 'utf8' }).stdout?.includes('jdk.jlink@') ? major : 0;
}

/** The java of the first JDK of 21 to 25 that is found. */
export function findJdk() {
  const { FAULTLINE_JAVA, JAVA_HOME, PATH = '' } = process.env;
  const installed = existsSync(SYSTEM_FOLDER) ? readdirSync(SYSTEM_FOLDER).sort() : [];
  const candidates = [
    FAULTLINE_JAVA,
    JAVA_HOME && join(JAVA_HOME, 'bin', 'java'),
    ...PATH.split(delimiter).map((folder) => join(folder, 'java')),
    ...installed.map((name) => join(SYSTEM_FOLDER, name, 'bin', 'java')),
  ].filter((java) => java && (!java.includes(sep) || existsSync(java)));
  const found = candidates.find((java) => {
    const major = jdkVersion(java);
    return major >= 21 && major <= 25;
  });
  return found ?? fail('Elasticsearch needs a JDK of 21 to 25, and none was found; install one or set FAULTLINE_JAVA to its java');
}
