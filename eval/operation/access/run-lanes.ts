import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { FaultlineError, type ProgramEntry } from '../../../kernel/index.ts';

export interface LanesOptions {
  /** The program's own command line. */
  readonly program: ProgramEntry;
  /** Words that have it probe one plant. */
  readonly wordsFor: (plant: number) => readonly string[];
  readonly plants: readonly number[];
  /** Processes at a time; from 1. */
  readonly lanes: number;
  /** What a process says of its way. */
  readonly onNote: (text: string) => void;
  /** Exit codes of a process that came to its end. */
  readonly ended: readonly number[];
}

const MOST_SAID = 4_000;

/** Probes each plant in a process of its own, some at a time. @throws FaultlineError `internal` with what it said, when one fails. */
export async function runLanes(options: LanesOptions, signal: AbortSignal): Promise<void> {
  const left = [...options.plants];
  async function lane(): Promise<void> {
    for (let plant = left.shift(); plant !== undefined; plant = left.shift()) await probe(plant);
  }
  await Promise.all(Array.from({ length: options.lanes }, lane));

  async function probe(plant: number): Promise<void> {
    signal.throwIfAborted();
    const { program, wordsFor, onNote, ended } = options;
    const child = spawn(process.execPath, [...program.execArgv, program.path, ...wordsFor(plant)], { stdio: ['ignore', 'ignore', 'pipe'] });
    const stop = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-MOST_SAID);
      onNote(text);
    });
    const [code] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    if (code !== null && ended.includes(code)) return;
    // What the others have begun is of use, so they go on; nothing new is begun.
    left.length = 0;
    throw new FaultlineError('internal', `Probing plant ${plant + 1} ended with ${code ?? 'a signal'}: ${said.trim()}`);
  }
}
