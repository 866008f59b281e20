import { FaultlineError } from '../../kernel/index.ts';
import { startProgram } from './program.ts';

export interface RunningService {
  readonly address: string;
  /** Of its process. */
  readonly pid: number | undefined;
  /** Ends with the work. */
  readonly signal: AbortSignal;
}

const LISTENING = /listens on (http:\S+)/;

/**
 * Starts the service on a data folder as a process of its own, at a port that is free, and stops it when the work is done.
 * @throws FaultlineError `internal` with what the program said when it does not start.
 */
export async function withService<Out>(home: string, signal: AbortSignal, work: (service: RunningService) => Promise<Out>): Promise<Out> {
  const ending = new AbortController();
  const both = AbortSignal.any([signal, ending.signal]);
  const server = startProgram(['serve', '--port', '0', '--home', home], both);
  const gone = new Promise<void>((resolve) => server.on('close', () => resolve()));
  server.on('error', () => undefined);
  try {
    return await work({ address: await addressOf(server.stderr, gone), pid: server.pid, signal: both });
  } finally {
    server.kill('SIGTERM');
    await gone;
    ending.abort();
  }
}

async function addressOf(said: NodeJS.ReadableStream | null, gone: Promise<void>): Promise<string> {
  let text = '';
  const found = new Promise<string>((resolve) => {
    said?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const address = LISTENING.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return Promise.race([
    found,
    gone.then(() => {
      throw new FaultlineError('internal', `The service did not start: ${text.slice(-2_000)}`);
    }),
  ]);
}
