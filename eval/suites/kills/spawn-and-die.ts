import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { entryBeside, FaultlineError, programEntry } from '../../../kernel/index.ts';
import { type KillPoint, type LastWords, lastWordsSchema } from './kill-point.ts';

/**
 * Runs a phase in a process that kills itself; gives its last words, or undefined when it came to its end without meeting the
 * point. @throws FaultlineError `internal` when it failed in another way.
 */
export async function spawnAndDie(point: KillPoint, signal: AbortSignal): Promise<LastWords | undefined> {
  const { path, execArgv } = programEntry(entryBeside(import.meta.url, 'run-and-die'));
  const child = spawn(process.execPath, [...execArgv, path, JSON.stringify(point)], { stdio: ['ignore', 'pipe', 'pipe'], signal });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const [code, killed] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (killed === 'SIGKILL') return lastWordsSchema.parse(JSON.parse(said));
  if (code === 0) return undefined;
  throw new FaultlineError('internal', `The process ended with ${killed ?? code} instead of dying at its point: ${complained}`);
}
