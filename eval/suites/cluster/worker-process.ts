import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { entryBeside, programEntry } from '../../../kernel/index.ts';
import { type LastWords, lastWordsSchema } from '../kills/kill-point.ts';
import { type WorkerNews, type WorkerOrder, workerNewsSchema } from './worker-message.ts';

export type WorkOrder = Extract<WorkerOrder, { kind: 'work' }>;

/** How a worker ended its work on a site; `ended`: its process is gone, and not by its point. */
export type WorkerEnd =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'killed'; readonly words: LastWords }
  | { readonly kind: 'failed'; readonly code: string; readonly reason: string }
  | { readonly kind: 'ended'; readonly reason: string };

/** A process that works sites, one after the other, until it dies. */
export interface WorkerProcess {
  /** Asks for its order when it has loaded, undefined if there is none any more; resolves when it has stopped, however it did. */
  work(order: () => WorkOrder | undefined): Promise<WorkerEnd>;
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

/** Starts a process, which loads its modules while others work. */
export function startWorkerProcess(): WorkerProcess {
  const { path, execArgv } = programEntry(entryBeside(import.meta.url, 'work-and-die'));
  const child = fork(path, [], {
    execArgv: [...execArgv],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const exited = once(child, 'exit');
  let said = '';
  let logged = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    logged += text;
  });
  let isAlive = true;
  void exited.then(() => {
    isAlive = false;
  });
  const news = (): Promise<WorkerNews> =>
    new Promise((resolve) => {
      child.once('message', (message: unknown) => resolve(workerNewsSchema.parse(message)));
    });
  const loaded = news();

  async function died(): Promise<WorkerEnd> {
    const [code, signal] = await closed;
    const [words = ''] = said.split('\n');
    if (signal === 'SIGKILL' && words !== '') return { kind: 'killed', words: lastWordsSchema.parse(JSON.parse(words)) };
    return { kind: 'ended', reason: `A worker ended with ${signal ?? code} and not at its point: ${logged.slice(-2_000)}` };
  }

  /** Who dies while he is told is heard of by his end; why he could not be told stands with what he logged. */
  const send = (order: Parameters<typeof child.send>[0]): void => {
    child.send(order, (error) => {
      if (error !== null) logged += `${error.message}\n`;
    });
  };

  return {
    async work(makeOrder) {
      const death = died();
      const start = await Promise.race([loaded, death]);
      if (start.kind !== 'ready') return start;
      const order = makeOrder();
      if (order === undefined) return { kind: 'stopped' };
      const told = news();
      send(order);
      const end = await Promise.race([told, death]);
      return end.kind === 'ready' ? { kind: 'stopped' } : end;
    },
    tell(order) {
      if (child.connected) send(order);
    },
    isAlive: () => isAlive,
    takeErrors() {
      const lines = logged.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
      logged = '';
      return lines.flatMap((line) => {
        const parsed = errorShape.safeParse(JSON.parse(line));
        return parsed.success ? [parsed.data] : [];
      });
    },
    async close() {
      if (child.connected) child.disconnect();
      // There is no `close` after a disconnection from this side.
      await exited;
    },
  };
}
