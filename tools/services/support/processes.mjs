import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from './failure.mjs';
import { readText } from './files.mjs';

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
  } catch {
    // No such process, or a system without /proc: ps knows in both cases.
    return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

/** The process that the first line of the file names, or 0. A number that another program has by now is not taken for it. */
export function runningPid(pidFile, mark) {
  const pid = Number(readText(pidFile).split('\n')[0]);
  return pid && commandLine(pid).includes(mark) ? pid : 0;
}

/** Also true of a dead process that its parent has not reaped. */
export function processExists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Sends the signal and waits until `isRunning` is false; SIGKILL by `forced` when that takes longer than `seconds`. */
export async function stopProcess({ signal, isRunning, forced, seconds }) {
  const deadline = Date.now() + seconds * 1000;
  signal();
  while (isRunning() && Date.now() < deadline) await sleep(50);
  if (!isRunning()) return;
  forced();
  for (let tries = 0; isRunning(); tries += 1) {
    if (tries === 200) fail('the process does not end, not even by SIGKILL');
    await sleep(50);
  }
}

/** Stops the process that a file names, by SIGKILL at once where a crash is wanted, and removes the file. False when none runs. */
export async function stopRecorded({ pidFile, mark, isCrash, seconds }) {
  const pid = runningPid(pidFile, mark);
  const forced = () => kill(pid, 'SIGKILL');
  const signal = isCrash ? forced : () => kill(pid, 'SIGTERM');
  // Elasticsearch takes its file away first and goes on writing what its home is to be cleared of.
  const isRunning = () => commandLine(pid).includes(mark);
  if (pid !== 0) await stopProcess({ signal, isRunning, forced, seconds });
  rmSync(pidFile, { force: true });
  return pid !== 0;
}
