import { type ChildProcess, fork } from 'node:child_process';
import { programEntry } from '../../kernel/index.ts';
import type { LedgerStore } from '../connection/open-connections.ts';

/** Lets other processes and events have their turn. */
export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Moves a ledger in a process of its own; `said` resolves once it has said a word. It halts for good where it is told to, and goes
 * on with the copy in hand when it is sent a message.
 */
export function forkMove(source: LedgerStore, target: LedgerStore, halt?: 'copying') {
  const { path, execArgv } = programEntry(new URL('./move-ledger.fixture.ts', import.meta.url));
  const child = fork(path, [JSON.stringify(source), JSON.stringify(target), halt ?? ''], { execArgv: [...execArgv] });
  const heard = new Set<unknown>();
  child.on('message', (message) => heard.add(message));
  const said = async (word: string) => {
    while (!heard.has(word)) {
      if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode} before it said "${word}"`);
      await pause(5);
    }
  };
  return { child, said };
}

export async function gone(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) await pause(5);
}
