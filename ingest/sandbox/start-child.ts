import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FROM_CHILD, type FromChild, type ToChild } from './messages.ts';

/** Characters kept of what a dying process prints: enough to tell why. */
const KEPT_ERROR_OUTPUT = 4_000;

/** How a process came to its end without having finished. */
export type ChildEnd = 'out-of-memory' | 'out-of-time' | 'crashed';

export interface ReadingChild {
  send(message: ToChild): void;
  /** The next message, or how the process ended. Time passes against the budget only while one waits here. */
  receive(): Promise<{ readonly message: FromChild } | { readonly end: ChildEnd; readonly detail: string }>;
  /** Kills the process if it still runs; resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a reading process of low priority with its own heap limit. It runs from the sources (through tsx) or from the build,
 * whichever this module runs from, and sees none of the parent's environment.
 */
export function startChild(limits: { readonly heapMegabytes: number; readonly wallMilliseconds: number }): ReadingChild {
  const ending = extname(fileURLToPath(import.meta.url));
  const entry = fileURLToPath(new URL(`./child${ending}`, import.meta.url));
  const loader = ending === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  const child = fork(entry, [], {
    execArgv: [...loader, `--max-old-space-size=${limits.heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { NODE_ENV: 'production' },
  });
  return watch(child, limits.wallMilliseconds);
}

function watch(child: ChildProcess, wallMilliseconds: number): ReadingChild {
  const inbox: FromChild[] = [];
  let errorOutput = '';
  let wake: () => void = () => undefined;
  let budget = wallMilliseconds;
  let end: ChildEnd | undefined;
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      end ??= errorOutput.includes('heap out of memory') ? 'out-of-memory' : 'crashed';
      resolve();
      wake();
    });
    child.on('error', () => {
      if (child.pid !== undefined) return;
      end ??= 'crashed';
      resolve();
      wake();
    });
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errorOutput = (errorOutput + text).slice(-KEPT_ERROR_OUTPUT);
  });
  child.on('message', (raw) => {
    const parsed = FROM_CHILD.safeParse(raw);
    if (parsed.success) inbox.push(parsed.data);
    else kill('crashed');
    wake();
  });
  function kill(reason: ChildEnd): void {
    end ??= reason;
    child.kill('SIGKILL');
  }
  return {
    send(message) {
      // A process that died meanwhile is noticed by its end, in `receive`.
      if (child.connected) child.send(message, () => undefined);
    },
    async receive() {
      const since = performance.now();
      const timer = setTimeout(() => kill('out-of-time'), Math.max(0, budget));
      while (inbox.length === 0 && !isGone(child, end)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      clearTimeout(timer);
      budget -= performance.now() - since;
      const message = inbox.shift();
      if (message !== undefined) return { message };
      await gone;
      return { end: end ?? 'crashed', detail: errorOutput };
    },
    async stop() {
      kill('crashed');
      await gone;
    },
  };
}

function isGone(child: ChildProcess, end: ChildEnd | undefined): boolean {
  return end !== undefined && (child.exitCode !== null || child.signalCode !== null || child.pid === undefined);
}
