import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const CLUSTER = 'faultline-test';

const LOGGING = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] [%node_name]%marker %m%n
appender.file.type = File
appender.file.name = file
appender.file.fileName = \${sys:es.logs.base_path}\${sys:file.separator}elasticsearch.log
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] [%node_name]%marker %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
rootLogger.appenderRef.file.ref = file
`;

/** What the distribution's own jvm.options sets, less the log of the collector and the heap dumps. */
export const jvmOptions = (home) => [
  '-XX:+UseG1GC',
  '-XX:+ExitOnOutOfMemoryError',
  `-Djava.io.tmpdir=${join(home, 'tmp')}`,
  '--add-modules=jdk.incubator.vector',
  '-Dorg.apache.lucene.store.defaultReadAdvice=normal',
  '-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1',
];

/** Writes the home's configuration: one node, loopback only, security off. */
export function writeConfiguration(home, port, settings) {
  const all = {
    'cluster.name': CLUSTER,
    'node.name': 'faultline',
    'path.data': join(home, 'data'),
    'path.logs': join(home, 'logs'),
    'discovery.type': 'single-node',
    'network.host': '127.0.0.1',
    'http.port': port,
    'transport.port': 0,
    'xpack.security.enabled': false,
    'cluster.routing.allocation.disk.threshold_enabled': false, // a nearly full disk would make indices read-only
    ...settings,
  };
  const yaml = Object.entries(all).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  writeFileSync(join(home, 'config', 'elasticsearch.yml'), yaml.join(''));
  writeFileSync(join(home, 'config', 'log4j2.properties'), LOGGING);
  writeFileSync(join(home, 'config', 'jvm.options'), `${jvmOptions(home).join('\n')}\n`);
}
