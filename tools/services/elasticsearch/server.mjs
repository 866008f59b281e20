import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ServiceFailure } from '../support/failure.mjs';
import { readText, tail } from '../support/files.mjs';
import { choosePort } from '../support/ports.mjs';
import { kill, runningPid, stopRecorded } from '../support/processes.mjs';
import { waitUntilReady } from '../support/wait-until-ready.mjs';
import { CLUSTER, writeConfiguration } from './configuration.mjs';
import { elasticsearchDistribution } from './distribution.mjs';
import { findJdk } from './find-jdk.mjs';
import { launch } from './launch.mjs';

const LONGEST_START_S = 180;
const LONGEST_STOP_S = 60;
const HEALTH = '/_cluster/health?wait_for_status=yellow&wait_for_no_initializing_shards=true&timeout=5s';

const pidFile = (home) => join(home, 'elasticsearch.pid');
const mark = (home) => ` -Djava.io.tmpdir=${join(home, 'tmp')} `;
const running = (home) => runningPid(pidFile(home), mark(home));
const urlOf = (home) => `http://127.0.0.1:${readText(join(home, 'port')).trim()}`;

async function ask(url, path) {
  const response = await fetch(url + path, { signal: AbortSignal.timeout(10_000) });
  const body = await response.json();
  // 408: the health is not what was waited for, which the body says.
  if (!response.ok && response.status !== 408) throw new Error(`HTTP ${response.status} ${JSON.stringify(body).slice(0, 300)}`);
  return body;
}

/** Resolves once HTTP answers and every primary shard of this home is searchable. */
async function probe(url) {
  const root = await ask(url, '/');
  if (root.cluster_name !== CLUSTER) throw new ServiceFailure(`${url} is another cluster: ${root.cluster_name}`);
  const health = await ask(url, HEALTH);
  if (health.timed_out) throw new Error(`health ${health.status}, ${health.initializing_shards} shards initializing`);
  return root;
}

function wait(home, hasEnded) {
  const logs = ['elasticsearch.log', 'console.log'].map((name) => join(home, 'logs', name));
  return waitUntilReady({
    probe: () => probe(urlOf(home)),
    hasEnded,
    seconds: LONGEST_START_S,
    describeEnd: () => logs.map((log) => `${log}:\n${tail(log)}`).join('\n'),
    logs: logs[0],
  });
}

const stateOf = (home, root) => ({ url: urlOf(home), version: root.version.number, pid: running(home), home });

async function start(home, { port: asked, heap = '1g', settings = {} }) {
  const java = findJdk();
  const distribution = await elasticsearchDistribution();
  for (const folder of ['config', 'data', 'logs', 'tmp']) mkdirSync(join(home, folder), { recursive: true });
  writeConfiguration(home, await choosePort(join(home, 'port'), asked), settings);
  rmSync(pidFile(home), { force: true });
  const { command, cwd, env, returns } = launch({ home, distribution, java, heap, pidFile: pidFile(home) });
  const out = openSync(join(home, 'logs', 'console.log'), 'w');
  const child = spawn(command[0], command.slice(1), { cwd, env, detached: true, stdio: ['ignore', out, out] });
  closeSync(out);
  let hasEnded = false;
  let hasReturned = false;
  child.on('exit', (code) => {
    hasReturned = true;
    hasEnded = !returns || code !== 0;
  });
  child.on('error', () => {
    hasEnded = true;
  });
  child.unref();
  if (!returns) writeFileSync(pidFile(home), `${child.pid}\n`);
  try {
    return stateOf(home, await wait(home, () => hasEnded));
  } catch (error) {
    for (const pid of [running(home), hasReturned ? 0 : child.pid]) if (pid) kill(pid, 'SIGKILL');
    throw error;
  }
}

/** One node of Elasticsearch on loopback, without security. */
export const elasticsearch = {
  async up(home, options) {
    if (running(home) === 0) return start(home, options);
    return stateOf(home, await wait(home, () => running(home) === 0));
  },
  down: (home, { isCrash }) => stopRecorded({ pidFile: pidFile(home), mark: mark(home), isCrash, seconds: LONGEST_STOP_S }),
  /** The state of a node that answers with all its shards. */
  async status(home) {
    if (running(home) === 0) return fail('not running');
    return stateOf(home, await probe(urlOf(home)));
  },
  environment: ({ url }) => ({ ELASTICSEARCH_URL: url }),
};
