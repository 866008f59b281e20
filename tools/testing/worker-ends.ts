import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

const CHANNEL = 'child_process';
const WORKER = /vitest[\\/]dist[\\/]workers[\\/]/u;
/** Signals by which a worker is ended that has no file left. */
const ENDED: ReadonlySet<NodeJS.Signals> = new Set(['SIGTERM', 'SIGKILL']);

/** Says by which code or signal a worker of vitest ended that was not told to end: vitest says that it did, and no more. */
export function setup(): () => void {
  const onProcess = (message: unknown): void => {
    const { process: child } = message as { readonly process: ChildProcess };
    child.once('exit', (code, signal) => {
      const isWorker = child.spawnargs?.some((argument) => WORKER.test(argument)) === true;
      const isEnded = signal !== null && ENDED.has(signal) && child.killed;
      if (isWorker && !isEnded) process.stderr.write(`A worker of vitest ended by ${signal ?? `code ${code}`} (process ${child.pid}).\n`);
    });
  };
  subscribe(CHANNEL, onProcess);
  return () => void unsubscribe(CHANNEL, onProcess);
}
