// Starts and stops real Neo4j, Elasticsearch and PostgreSQL servers on this machine, without Docker. `help` lists all.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { elasticsearch } from './elasticsearch/server.mjs';
import { neo4j } from './neo4j/server.mjs';
import { postgres } from './postgres/server.mjs';
import { fail, ServiceFailure, say } from './support/failure.mjs';
import { withLock } from './support/lock.mjs';

const SERVERS = { neo4j, elasticsearch, postgres };
const HELP = `Usage: node tools/services/services.mjs COMMAND [neo4j|elasticsearch|postgres ...] [options]

  up       fetch what is missing, start, wait until each server answers a request; a running server is left as it is
  down     stop cleanly; SIGKILL only when that takes longer than a minute
  crash    SIGKILL, for tests of recovery; \`up\` starts the same server again, at the same address
  status   exit code 3 unless all that were named run and answer

Without names: all three. \`up\` and \`status\` print one JSON object with a member for each server.

  --home DIR       data, logs, ports and passwords; one home is one set of servers, several run side by side
                   [faultline-servers in the temporary folder]
  --env            print shell exports (NEO4J_URI, ELASTICSEARCH_URL, DATABASE_URL, ...) in place of JSON
  --purge          down: delete the home's data afterwards
  --port N         up: the port, for one named server; 0 for any free one       [that of the last start, else any]
  --heap SIZE      up: Java heap of Neo4j and Elasticsearch                      [768m, 1g]
  --set KEY=VALUE  up: any other setting of one named server (repeatable)

  FAULTLINE_SERVICES_CACHE  program files of the servers, shared by all homes
                            [faultline-services in $XDG_CACHE_HOME or ~/.cache; for root in the temporary folder]
  FAULTLINE_JAVA            java to run; Neo4j takes 17 or newer, Elasticsearch a JDK of 21 to 25
`;

function readSettings(pairs) {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [pair.slice(0, at), pair.slice(at + 1)] : fail(`--set ${pair}: write KEY=VALUE`);
    }),
  );
}

function print(states, isShell) {
  if (!isShell) return console.log(JSON.stringify(states));
  const quoted = (text) => `'${String(text).replaceAll("'", `'\\''`)}'`;
  for (const [name, state] of Object.entries(states)) {
    for (const [variable, value] of Object.entries(SERVERS[name].environment(state))) console.log(`export ${variable}=${quoted(value)}`);
  }
}

async function runOn(name, command, home, values) {
  const server = SERVERS[name];
  const folder = join(home, name);
  const began = Date.now();
  const tell = (what) => say(name, `${what} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (command === 'status') return server.status(folder);
  return withLock(`${folder}.lock`, async () => {
    if (command === 'up') {
      const state = await server.up(folder, { port: values.port, heap: values.heap, settings: readSettings(values.set) });
      tell(`answers, pid ${state.pid}`);
      return state;
    }
    tell((await server.down(folder, { isCrash: command === 'crash' })) ? 'stopped' : 'was not running');
    // What a server leaves behind may still be writing its last.
    if (command === 'down' && values.purge) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    return undefined;
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      home: { type: 'string', default: join(tmpdir(), 'faultline-servers') },
      env: { type: 'boolean', default: false },
      purge: { type: 'boolean', default: false },
      port: { type: 'string' },
      heap: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  const [command, ...named] = positionals;
  if (command === undefined || command === 'help') return console.log(HELP);
  if (!['up', 'down', 'crash', 'status'].includes(command)) fail(`there is no command ${command}; see help`);
  const names = named.length > 0 ? named : Object.keys(SERVERS);
  for (const name of names) if (!(name in SERVERS)) fail(`there is no server ${name}; known: ${Object.keys(SERVERS).join(', ')}`);
  if (names.length > 1 && (values.port !== undefined || values.set.length > 0)) fail('--port and --set go with one named server');
  const runs = await Promise.allSettled(names.map((name) => runOn(name, command, resolve(values.home), values)));
  runs.forEach((run, index) => {
    if (run.status === 'fulfilled') return;
    // A probe's own error is what the server or its connection said; a fault of this program keeps its stack.
    const { reason } = run;
    say(names[index], reason instanceof ServiceFailure || command === 'status' ? reason.message : reason.stack);
    process.exitCode = command === 'status' ? 3 : 1;
  });
  const states = names.flatMap((name, index) => (runs[index].value === undefined ? [] : [[name, runs[index].value]]));
  if (command === 'up' || command === 'status') print(Object.fromEntries(states), values.env);
  return undefined;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ServiceFailure)) throw error;
  say('services', error.message);
  process.exitCode = 2;
}
