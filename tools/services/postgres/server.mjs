import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { fail } from '../support/failure.mjs';
import { readText, tail } from '../support/files.mjs';
import { choosePort } from '../support/ports.mjs';
import { kill, processExists, runningPid, stopProcess } from '../support/processes.mjs';
import { waitUntilReady } from '../support/wait-until-ready.mjs';
import { checkReachable, serverAccount } from './account.mjs';
import { postgresBinaries } from './binaries.mjs';

const LONGEST_START_S = 60;
const LONGEST_STOP_S = 30;
const NAME = 'faultline';
// A linguistic order, as servers usually have: a query that needs the order of bytes must say COLLATE "C".
const LOCALE = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];

const data = (home) => join(home, 'data');
const log = (home) => join(home, 'postgres.log');
const passwordFile = (home) => join(home, 'password');
const running = (home) => runningPid(join(data(home), 'postmaster.pid'), ` -D ${data(home)} `);

/** Resolves when the server asks for the password, which it does only once it takes connections. */
function askForPassword(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const end = (error) => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.setTimeout(3000, () => end(new Error('timeout')));
    socket.on('error', end);
    socket.on('close', () => end(new Error('closed')));
    socket.on('connect', () => {
      const body = Buffer.from(`\0\x03\0\0user\0${NAME}\0database\0${NAME}\0\0`, 'latin1');
      const size = Buffer.alloc(4);
      size.writeUInt32BE(body.length + 4);
      socket.write(Buffer.concat([size, body]));
    });
    socket.on('data', (bytes) => end(bytes[0] === 0x52 ? undefined : new Error(bytes.toString('utf8').replace(/[^\x20-\x7e]+/g, ' '))));
  });
}

function createCluster(home, bin, account) {
  writeFileSync(passwordFile(home), randomBytes(12).toString('hex'), { mode: 0o600 });
  if (account) for (const path of [home, passwordFile(home)]) chownSync(path, account.uid, account.gid);
  const run = (program, args, input) => {
    const done = spawnSync(join(bin, program), args, {
      ...account,
      cwd: home,
      encoding: 'utf8',
      input,
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    if (done.error) fail(`cannot run ${program}: ${done.error.message}`);
    if (done.status !== 0) fail(`${basename(program)} failed:\n${(done.stdout + done.stderr).slice(-3000)}`);
  };
  const options = [`--pgdata=${data(home)}`, '--encoding=UTF8', ...LOCALE, `--username=${NAME}`, `--pwfile=${passwordFile(home)}`];
  try {
    run('initdb', [...options, '--auth=scram-sha-256', '--no-sync']);
    run('postgres', ['--single', '-D', data(home), 'postgres'], `CREATE DATABASE ${NAME};\n`);
  } catch (error) {
    rmSync(data(home), { recursive: true, force: true });
    throw error;
  }
}

function stateOf(home, pid) {
  const password = readText(passwordFile(home));
  const port = Number(readText(join(home, 'port')));
  const url = `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
  return { url, version: readText(join(data(home), 'PG_VERSION')).trim(), pid, home };
}

function wait(home, hasEnded) {
  return waitUntilReady({
    probe: () => askForPassword(Number(readText(join(home, 'port')))),
    hasEnded,
    seconds: LONGEST_START_S,
    describeEnd: () => `${log(home)}:\n${tail(log(home))}`,
    logs: log(home),
  });
}

async function start(home, { port: asked, settings = {} }) {
  const bin = await postgresBinaries();
  mkdirSync(home, { recursive: true });
  const account = serverAccount(data(home));
  for (const path of [join(bin, 'postgres'), data(home)]) checkReachable(path, account);
  if (!existsSync(join(data(home), 'PG_VERSION'))) createCluster(home, bin, account);
  const port = await choosePort(join(home, 'port'), asked);
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What was acknowledged survives a kill of the server without these two, though not a power cut.
    fsync: 'off',
    full_page_writes: 'off',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const out = openSync(log(home), 'a');
  const child = spawn(join(bin, 'postgres'), ['-D', data(home), ...options], {
    ...account,
    cwd: home,
    detached: true,
    stdio: ['ignore', out, out],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(out);
  let hasEnded = false;
  for (const event of ['exit', 'error']) {
    child.on(event, () => {
      hasEnded = true;
    });
  }
  child.unref();
  await wait(home, () => hasEnded);
  return stateOf(home, child.pid);
}

/** PostgreSQL from npm's pinned binaries, never run by root's account; user and database are called faultline. */
export const postgres = {
  async up(home, options) {
    const pid = running(home);
    if (pid === 0) return start(home, options);
    await wait(home, () => running(home) === 0);
    return stateOf(home, pid);
  },
  async down(home, { isCrash }) {
    const pid = running(home);
    if (pid === 0) return false;
    // Children outlive a killed parent for a moment and would block the next start: they go with it.
    const forced = () => {
      const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout ?? '';
      for (const each of [pid, ...children.split('\n').map(Number).filter(Boolean)]) kill(each, 'SIGKILL');
    };
    // A killed server leaves its file of the process: whether the process is there tells then.
    const isRunning = isCrash ? () => processExists(pid) : () => running(home) !== 0;
    await stopProcess({ signal: isCrash ? forced : () => kill(pid, 'SIGINT'), isRunning, forced, seconds: LONGEST_STOP_S });
    return true;
  },
  /** The state of a server that takes connections. */
  async status(home) {
    const pid = running(home);
    if (pid === 0) return fail('not running');
    await askForPassword(Number(readText(join(home, 'port'))));
    return stateOf(home, pid);
  },
  environment: ({ url }) => ({ DATABASE_URL: url }),
};
