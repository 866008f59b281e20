import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';
import { type LastWords, lastWordsSchema } from '../kills/kill-point.ts';
import { type WorkerOrder, workerNewsSchema } from './worker-message.ts';

export type WorkOrder = Extract<WorkerOrder, { kind: 'work' }>;

/** How a worker ended its work on a site. */
export type WorkerEnd = { readonly kind: 'stopped' } | { readonly kind: 'killed'; readonly words: LastWords };

/** A process that works sites, one after the other, until it dies. */
export interface WorkerProcess {
  /** Resolves when it has stopped or died. @throws FaultlineError `internal` when it ended in another way. */
  work(order: WorkOrder): Promise<WorkerEnd>;
  tell(order: WorkerOrder): void;
  isAlive(): boolean;
  /** Errors that it logged since it was last asked. */
  takeErrors(): readonly LoggedError[];
  close(): Promise<void>;
}

export interface LoggedError {
  readonly code: string;
  readonly msg: string;
  readonly cause: string;
}

const errorShape = z.looseObject({ code: z.string(), msg: z.string(), cause: z.string() });
const ENDING = extname(fileURLToPath(import.meta.url));

/** Starts a process, which loads its modules while others work. */
export function startWorkerProcess(): WorkerProcess {
  const child = fork(fileURLToPath(new URL(`./work-and-die${ENDING}`, import.meta.url)), [], {
    execArgv: ENDING === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let said = '';
  let logged = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    logged += text;
  });
  let isAlive = true;
  void closed.then(() => {
    isAlive = false;
  });
  const news = (): Promise<'ready'> =>
    new Promise((resolve, reject) => {
      child.once('message', (message: unknown) => {
        const told = workerNewsSchema.parse(message);
        if (told.kind === 'ready') resolve('ready');
        else reject(new FaultlineError('internal', `A worker could not work: ${told.reason}`));
      });
    });
  const loaded = news();
  // Heard by whoever has it work; one that is never used may end unheard.
  loaded.catch(() => undefined);

  async function died(): Promise<WorkerEnd> {
    const [code, signal] = await closed;
    const words = said.trim();
    if (signal === 'SIGKILL' && words !== '') return { kind: 'killed', words: lastWordsSchema.parse(JSON.parse(words)) };
    throw new FaultlineError('internal', `A worker ended with ${signal ?? code} and not at its point: ${logged.slice(-2_000)}`);
  }

  return {
    async work(order) {
      const death = died();
      const start = await Promise.race([loaded, death]);
      if (start !== 'ready') return start;
      const stopped = news().then((): WorkerEnd => ({ kind: 'stopped' }));
      child.send(order);
      const end = await Promise.race([stopped, death]);
      // It may die yet while it waits for other work, which is told then.
      death.catch(() => undefined);
      return end;
    },
    tell(order) {
      if (child.connected) child.send(order);
    },
    isAlive: () => isAlive,
    takeErrors() {
      const lines = logged.split('\n').filter((line) => line.startsWith('{'));
      logged = '';
      return lines.flatMap((line) => {
        const parsed = errorShape.safeParse(JSON.parse(line));
        return parsed.success ? [parsed.data] : [];
      });
    },
    async close() {
      if (!isAlive) return;
      child.disconnect();
      await closed;
    },
  };
}
