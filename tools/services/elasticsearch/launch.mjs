import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jvmOptions } from './configuration.mjs';

const LAUNCHER = join(dirname(fileURLToPath(import.meta.url)), 'Launcher.java');
const AS_ANOTHER = ['--user', '--map-user=1000', '--map-group=1000'];
const FOREIGN_VARIABLES = /^(_JAVA_OPTIONS|J(AVA|DK_JAVA)(_TOOL)?_OPTIONS|JAVA_OPTS|CLASSPATH|(CLI|ES)_.*)$/;

/**
 * Command, environment and working folder that start the node. The distribution's own launcher where it can be used: it
 * refuses root, who therefore runs it in a user namespace, where he has another id. Where root gets none, Launcher.java
 * constructs the same node without that bootstrap.
 */
export function launch({ home, distribution, java, heap, pidFile }) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('unshare', [...AS_ANOTHER, 'true']).status !== 0) return embedded({ home, distribution, java, heap });
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.test(name)));
  const jars = join(distribution, 'lib', 'tools', 'server-launcher', '*');
  const options = ['-Xms4m', '-Xmx64m', '-XX:+UseSerialGC', '-cp', jars, 'org.elasticsearch.server.launcher.ServerLauncher'];
  return {
    /** The launcher returns once the node is up; the node writes the pid file. */
    returns: true,
    command: [...(isRoot ? ['unshare', ...AS_ANOTHER] : []), java, ...options, '-d', '-p', pidFile],
    cwd: distribution, // it looks for modules/apm below the working folder
    env: {
      ...clean,
      ES_HOME: distribution,
      ES_PATH_CONF: join(home, 'config'),
      ES_TMPDIR: join(home, 'tmp'),
      ES_DISTRIBUTION_TYPE: 'zip',
      ES_JAVA_HOME: dirname(dirname(realpathSync(java))),
      JAVA: java,
      JAVA_TYPE: 'ES_JAVA_HOME',
      ES_JAVA_OPTS: `-Xms${heap} -Xmx${heap}`,
    },
  };
}

function embedded({ home, distribution, java, heap }) {
  const opened = ['codecs.lucene99', 'codecs.hnsw', 'internal.vectorization'];
  return {
    returns: false,
    command: [
      java,
      `-Xms${heap}`,
      `-Xmx${heap}`,
      ...jvmOptions(home),
      ...opened.map((name) => `--add-opens=org.apache.lucene.core/org.apache.lucene.${name}=org.elasticsearch.server`),
      '--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core',
      '-XX:-OmitStackTraceInFastThrow',
      '-Dfile.encoding=UTF-8',
      '-Djava.locale.providers=CLDR',
      '-Dlog4j2.disable.jmx=true',
      '-Dio.netty.noUnsafe=true',
      '-Dio.netty.noKeySetOptimization=true',
      '-Dio.netty.recycler.maxCapacityPerThread=0',
      `-Des.path.home=${distribution}`,
      '-Des.distribution.type=zip',
      '--module-path',
      join(distribution, 'lib'),
      '--add-modules=ALL-MODULE-PATH,jdk.net,jdk.management.agent',
      LAUNCHER,
      distribution,
      join(home, 'config'),
    ],
    cwd: join(home, 'logs'),
    env: process.env,
  };
}
