import { Worker } from 'node:worker_threads';
import { assertNever, type Caller, entryBeside, FaultlineError, programEntry, type TraceSink } from '../../kernel/index.ts';
import type { AuditSink } from '../audit/audit-queue.ts';
import { errorOf, type FromThread, type ThreadStart, type ToThread } from './thread-messages.ts';

/** A thread that runs commands, as seen from the one that asks. */
export interface RemoteThread {
  /** It takes calls: it has started and not gone. */
  readonly isUp: boolean;
  /** Calls that have no result yet. */
  readonly load: number;
  /** Resolves once the thread can take calls; rejects with why it cannot. */
  readonly ready: Promise<void>;
  /** Resolves when the thread is gone; with what, when it died of something. */
  readonly gone: Promise<unknown>;
  call(name: string, caller: Caller, input: unknown, signal: AbortSignal): Promise<unknown>;
  stream(name: string, caller: Caller, input: unknown, signal: AbortSignal): AsyncGenerator<unknown, void, undefined>;
  /** Lets what runs come to its next step and closes the stores. */
  stop(): Promise<void>;
}

interface Waiting {
  resolve(item: { readonly value: unknown } | undefined): void;
  reject(error: unknown): void;
}

/** Starts a thread; `audit` takes what a reader notes, `traces` what was done. */
export function startThread(start: ThreadStart, audit: Pick<AuditSink, 'note'>, traces: TraceSink | undefined): RemoteThread {
  const worker = new Worker(programEntry(entryBeside(import.meta.url, 'thread')).thread, { workerData: start });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isUp = false;
  let death: unknown;
  let isReady: () => void = () => undefined;
  let cannotStart: (error: unknown) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    cannotStart = reject;
  });
  // Whoever opens the thread awaits it; a thread that dies later must not count as an unhandled rejection.
  ready.catch(() => undefined);

  worker.on('message', (message: FromThread) => {
    switch (message.kind) {
      case 'ready':
        isUp = true;
        return isReady();
      case 'audit':
        return audit.note(message.event);
      case 'trace':
        return traces?.tell(message.step, message.place);
      case 'value':
        return settle(message.id, (call) => call.resolve({ value: message.value }));
      case 'end':
        return settle(message.id, (call) => call.resolve(undefined));
      case 'fault':
        if (message.id === undefined) return cannotStart(errorOf(message.fault));
        return settle(message.id, (call) => call.reject(errorOf(message.fault)));
      default:
        return assertNever(message);
    }
  });
  worker.on('error', (error) => {
    death = error;
  });
  const gone = new Promise<unknown>((resolve) => {
    worker.once('exit', () => {
      isUp = false;
      const error = new FaultlineError('internal', 'The thread that worked on this has stopped; try again.', { cause: death });
      cannotStart(error);
      for (const call of waiting.values()) call.reject(error);
      waiting.clear();
      resolve(death);
    });
  });

  function settle(id: number, how: (call: Waiting) => void): void {
    const call = waiting.get(id);
    waiting.delete(id);
    if (call !== undefined) how(call);
  }

  const send = (message: ToThread): void => worker.postMessage(message);

  /** Posts a message about a call and waits for its next result; the caller's signal ends the wait at once. */
  function exchange(message: Extract<ToThread, { kind: 'call' | 'pull' }>, signal: AbortSignal): Promise<{ value: unknown } | undefined> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        waiting.delete(message.id);
        send({ kind: 'cancel', id: message.id });
        reject(signal.reason);
      };
      const end = (): void => signal.removeEventListener('abort', abort);
      if (signal.aborted) return reject(signal.reason);
      // First, since it throws when the input cannot cross.
      send(message);
      waiting.set(message.id, {
        resolve: (item) => {
          end();
          resolve(item);
        },
        reject: (error) => {
          end();
          reject(error);
        },
      });
      signal.addEventListener('abort', abort, { once: true });
    });
  }

  return {
    get isUp() {
      return isUp;
    },
    get load() {
      return waiting.size;
    },
    ready,
    gone,
    async call(name, caller, input, signal) {
      const id = ++lastId;
      return (await exchange({ kind: 'call', id, name, caller, input }, signal))?.value;
    },
    async *stream(name, caller, input, signal) {
      const id = ++lastId;
      send({ kind: 'call', id, name, caller, input });
      try {
        for (;;) {
          const item = await exchange({ kind: 'pull', id }, signal);
          if (item === undefined) return;
          yield item.value;
        }
      } finally {
        send({ kind: 'cancel', id });
      }
    },
    async stop() {
      send({ kind: 'stop' });
      await gone;
    },
  };
}
