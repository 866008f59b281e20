import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from './failure.mjs';
import { readText } from './files.mjs';
import { processExists } from './processes.mjs';

const LONGEST_WAIT_MS = 20 * 60_000;

/** Runs `job` while no other process does so under this file. A lock left by a dead process is taken over. */
export async function withLock(file, job) {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(readText(file));
    if (owner && !processExists(owner)) rmSync(file, { force: true });
    else if (Date.now() > deadline) fail(`${file} is held by process ${owner}`);
    else await sleep(100);
  }
  try {
    return await job();
  } finally {
    rmSync(file, { force: true });
  }
}
