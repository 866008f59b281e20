import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { FaultlineError, type ProgramEntry } from '../../../kernel/index.ts';

/** How a service is started as a process of its own. */
export interface ServiceCommand {
  /** The program's own command line. */
  readonly program: ProgramEntry;
  readonly home: string;
  /** 0 picks a free one, the first time. */
  readonly port: number;
}

export interface ServiceProcess {
  /** `http://127.0.0.1:8617` */
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  /** Whether it has ended, by whomever. */
  readonly hasEnded: () => boolean;
  /** SIGKILL, as a loss of power. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves to its exit code; null: a signal ended it. */
  stop(): Promise<number | null>;
}

const LISTENS = /listens on (http:\/\/\S+)/;
const PATIENCE_MILLISECONDS = 600_000;
const MOST_SAID = 20_000;

/** @throws FaultlineError `internal` with what it said, when it ends or does not listen in time. */
export async function startService({ program, home, port }: ServiceCommand, signal: AbortSignal): Promise<ServiceProcess> {
  const words = ['serve', '--home', home, '--host', '127.0.0.1', '--port', String(port)];
  const child = spawn(process.execPath, [...program.execArgv, program.path, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const address = await listening(child, ended, signal);
  const { pid } = child;
  if (pid === undefined) throw new FaultlineError('internal', 'A process without a number was started.');
  return {
    address,
    port: Number(new URL(address).port),
    pid,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

function listening(child: ChildProcess, ended: Promise<unknown>, signal: AbortSignal): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      reject(new FaultlineError('internal', `The service ${why}: ${said}`));
    };
    const patience = setTimeout(fail, PATIENCE_MILLISECONDS, 'did not listen in time');
    const left = (): void => fail('was not wanted any more');
    signal.addEventListener('abort', left, { once: true });
    // Read to its end: a full pipe would stop the service.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < MOST_SAID) said += text;
      const [, address] = LISTENS.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(patience);
      signal.removeEventListener('abort', left);
      resolve(address);
    });
    void ended.then(() => fail('ended'));
  });
}
