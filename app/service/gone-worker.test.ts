import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { isGoneWorker, workerName } from './gone-worker.ts';

it('tells workers of this machine that have ended from those that work, and from those of other machines', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(isGoneWorker(`${hostname()}-${pid}`)).toBe(true);
  expect(isGoneWorker(`${hostname()}-${process.ppid}`)).toBe(false);
  expect(isGoneWorker(workerName())).toBe(true);
  for (const other of [`elsewhere-${pid}`, 'local', `${hostname()}-x`, `${hostname()}-0`, `${hostname()}-`])
    expect(isGoneWorker(other)).toBe(false);
});
