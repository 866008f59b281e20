import { type ChildProcess, spawn } from 'node:child_process';
import { FaultlineError } from '../../kernel/index.ts';
import { watchMemory } from './watch-memory.ts';

export interface ProgramRun {
  readonly printed: string;
  readonly seconds: number;
  /** Highest sum over the process and all below it; absent where the system does not tell. */
  readonly peakMegabytes?: number;
}

/** Starts this same command line program anew with other arguments, in this one's environment unless another is given; the signal kills it. */
export function startProgram(args: readonly string[], signal: AbortSignal, environment?: NodeJS.ProcessEnv): ChildProcess {
  signal.throwIfAborted();
  const program = process.argv[1];
  if (program === undefined) throw new FaultlineError('internal', 'The bench has to be run by the command line program.');
  return spawn(process.execPath, [...process.execArgv, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    ...(environment === undefined ? {} : { env: environment }),
  });
}

/**
 * Runs the program to its end as a process of its own, so that no part's memory or warm caches are another's.
 * @throws FaultlineError `internal` with what the program said when it fails; the signal's reason when cancelled.
 */
export async function runProgram(args: readonly string[], signal: AbortSignal, environment?: NodeJS.ProcessEnv): Promise<ProgramRun> {
  const started = performance.now();
  const child = startProgram(args, signal, environment);
  const memory = watchMemory(child.pid);
  let printed = '';
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(memory.stop);
  signal.throwIfAborted();
  if (code !== 0) throw new FaultlineError('internal', `The program ended with ${code} on "${args.join(' ')}": ${said.slice(-2_000)}`);
  const peak = memory.peakMegabytes();
  return { printed, seconds: (performance.now() - started) / 1000, ...(peak === undefined ? {} : { peakMegabytes: peak }) };
}
