import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

/** Files in memory, where the system has them. */
const MEMORY = '/dev/shm';
const LEAST_FREE_BYTES = 6 * 1024 ** 3;
const NAME = /^faultline-tests-(\d+)-/;

/**
 * Temporary files of this run, those of its servers too, stand in memory where there is room: each commit of a test waits for a
 * disk otherwise, and what is proved is that a process may be killed at any moment, which no disk is needed for. TMPDIR names
 * another place.
 */
export function setup(): (() => void) | undefined {
  if (process.env.TMPDIR !== undefined || !existsSync(MEMORY)) return undefined;
  removeAbandoned();
  const { bavail, bsize } = statfsSync(MEMORY);
  if (Math.min(bavail * bsize, freemem()) < LEAST_FREE_BYTES) return undefined;
  const folder = mkdtempSync(join(MEMORY, `faultline-tests-${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (!mayRunPrograms(folder)) {
    remove();
    return undefined;
  }
  // PostgreSQL runs under another account than root, which has to pass through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => {
    delete process.env.TMPDIR;
    remove();
  };
}

/** Servers load what they unpack; a folder that is mounted otherwise is of no use to them. */
function mayRunPrograms(folder: string): boolean {
  const program = join(folder, 'try');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o700 });
  return spawnSync(program).status === 0;
}

/** What runs left that were killed: it would take up memory for good. */
function removeAbandoned(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = Number(NAME.exec(name)?.[1] ?? 0);
    if (pid > 0 && !existsSync(`/proc/${pid}`)) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}
