import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../support/failure.mjs';
import { readText, tail } from '../support/files.mjs';
import { choosePort } from '../support/ports.mjs';
import { runningPid, stopRecorded } from '../support/processes.mjs';
import { waitUntilReady } from '../support/wait-until-ready.mjs';
import { askBolt } from './ask-bolt.mjs';
import { neo4jJars, neo4jVersion } from './jars.mjs';

const LONGEST_START_S = 120;
const LONGEST_STOP_S = 60;
const USERNAME = 'neo4j';

// Not run/neo4j.pid: the server deletes that one itself, at a moment of its own choosing.
const pidFile = (home) => join(home, 'faultline.pid');
const passwordFile = (home) => join(home, 'password');
const mark = (home) => `--home-dir=${home} `;
const running = (home) => runningPid(pidFile(home), mark(home));

function findJava() {
  const { FAULTLINE_JAVA, JAVA_HOME } = process.env;
  const java = FAULTLINE_JAVA || (JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java');
  const run = spawnSync(java, ['-version'], { encoding: 'utf8' });
  if (run.error) fail(`cannot run ${java} (${run.error.code}); install Java 17 or 21, or set FAULTLINE_JAVA`);
  const major = Number(/version "(\d+)/.exec(run.stderr)?.[1] ?? 0);
  return major >= 17 ? java : fail(`Java ${major} is too old: Neo4j 5 needs 17 or 21 (set FAULTLINE_JAVA)`);
}

function writeConfiguration(home, port, settings) {
  const all = {
    'server.default_listen_address': '127.0.0.1',
    'server.default_advertised_address': '127.0.0.1',
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`, // what neo4j:// routing hands out
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'server.memory.pagecache.size': '256m',
    // Nothing leaves this machine.
    'dbms.usage_report.enabled': 'false',
    'client.allow_telemetry': 'false',
    // Small and quick for tests: no log file of 256 MB up front, short log history, no ten seconds of waiting at the stop.
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.retention_policy': '100M size',
    'db.logs.query.enabled': 'OFF',
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    ...settings,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(join(home, 'conf', 'neo4j.conf'), lines.join(''));
}

function setFirstPassword(home, java, jars) {
  const password = randomBytes(12).toString('hex');
  const options = ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', join(jars, '*')];
  const run = spawnSync(java, [...options, 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password], {
    encoding: 'utf8',
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
  });
  if (run.status !== 0) fail(`setting the password failed:\n${run.stdout}${run.stderr}`);
  writeFileSync(passwordFile(home), password, { mode: 0o600 });
}

function javaArguments(home, jars, heap) {
  const opened = ['java.nio', 'java.io', 'java.util.concurrent', 'sun.nio.ch'];
  return [
    '-Xms256m',
    `-Xmx${heap}`,
    '-XX:+UseG1GC',
    '-XX:+ExitOnOutOfMemoryError',
    '-XX:-OmitStackTraceInFastThrow',
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '--enable-native-access=ALL-UNNAMED',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    '-Dfile.encoding=UTF-8',
    '-cp',
    join(jars, '*'),
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ];
}

function stateOf(home, port, pid) {
  const uri = `bolt://127.0.0.1:${port}`;
  return { uri, username: USERNAME, password: readText(passwordFile(home)), version: neo4jVersion(), pid, home };
}

function wait(home, port, hasEnded) {
  const consoleLog = join(home, 'logs', 'console.log');
  const serverLog = join(home, 'logs', 'neo4j.log');
  return waitUntilReady({
    probe: async () => {
      try {
        await askBolt(port, readText(passwordFile(home)));
      } catch (error) {
        if (/Security\.(Unauthorized|CredentialsExpired)/.test(error.message)) fail(`the server refuses its password: ${error.message}`);
        throw error;
      }
    },
    hasEnded,
    seconds: LONGEST_START_S,
    describeEnd: () => `${consoleLog}:\n${tail(consoleLog)}\n${serverLog}:\n${tail(serverLog)}`,
    logs: join(home, 'logs'),
  });
}

async function start(home, { port: asked, heap = '768m', settings = {} }) {
  const java = findJava();
  const jars = await neo4jJars();
  for (const folder of ['conf', 'logs', 'run']) mkdirSync(join(home, folder), { recursive: true });
  const port = await choosePort(join(home, 'port'), asked);
  writeConfiguration(home, port, settings);
  if (!existsSync(passwordFile(home))) setFirstPassword(home, java, jars);
  const out = openSync(join(home, 'logs', 'console.log'), 'w');
  const child = spawn(java, javaArguments(home, jars, heap), { cwd: home, detached: true, stdio: ['ignore', out, out] });
  closeSync(out);
  let hasEnded = false;
  for (const event of ['exit', 'error']) {
    child.on(event, () => {
      hasEnded = true;
    });
  }
  child.unref();
  writeFileSync(pidFile(home), `${child.pid}\n`);
  await wait(home, port, () => hasEnded);
  return stateOf(home, port, child.pid);
}

/** Neo4j Community from Maven Central's jars; only Bolt listens, with a password that the home keeps. */
export const neo4j = {
  async up(home, options) {
    const pid = running(home);
    if (pid === 0) return start(home, options);
    const port = Number(readText(join(home, 'port')));
    await wait(home, port, () => running(home) === 0);
    return stateOf(home, port, pid);
  },
  down: (home, { isCrash }) => stopRecorded({ pidFile: pidFile(home), mark: mark(home), isCrash, seconds: LONGEST_STOP_S }),
  /** The state of a server that answers a query. */
  async status(home) {
    const pid = running(home);
    if (pid === 0) return fail('not running');
    const state = stateOf(home, Number(readText(join(home, 'port'))), pid);
    await askBolt(Number(readText(join(home, 'port'))), state.password);
    return state;
  },
  environment: ({ uri, username, password }) => ({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }),
};
