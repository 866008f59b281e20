import { type ChildProcess, fork } from 'node:child_process';
import { entryBeside, programEntry } from '../../kernel/index.ts';
import { FROM_CHILD, type FromChild, type ToChild } from './messages.ts';
import { processorMilliseconds, processStatus } from './process-status.ts';
import { saysOutOfMemory } from './says-out-of-memory.ts';
import { SMALL_HEAP } from './small-heap.ts';

/** Characters kept of what a dying process prints: enough to tell why. */
const KEPT_ERROR_OUTPUT = 4_000;
const WATCH_MILLISECONDS = 200;
const MEBIBYTE = 1024 * 1024;

/** How a process came to its end without having finished. */
export type ChildEnd = 'out-of-memory' | 'out-of-time' | 'crashed';

export interface ChildLimits {
  readonly heapMegabytes: number;
  readonly residentMegabytes: number;
  /** From beginning to end, whatever else the machine does. */
  readonly wallMilliseconds: number;
  /** Of work: processor time where the system tells it, so that a busy machine gives up no document; else time by the clock. */
  readonly allowedMilliseconds: number;
}

export interface ReadingChild {
  readonly heapMegabytes: number;
  readonly isAlive: boolean;
  /** Begins a piece of work with its own budgets of time and memory; until `rest` the process keeps this one alive. */
  begin(limits: ChildLimits): void;
  /** More time of work for the piece at hand, and more from beginning to end. */
  extend(milliseconds: number, wallMilliseconds: number): void;
  send(message: ToChild): void;
  /** The next message, or how the process ended. Time passes against the budgets only while one waits here. */
  receive(): Promise<{ readonly message: FromChild } | { readonly end: ChildEnd; readonly detail: string }>;
  /** Leaves the process waiting for its next piece of work. */
  rest(): void;
  /** Kills the process if it still runs; resolves when it is gone. */
  stop(): Promise<void>;
}

/** The entry of this folder: it reads and draws. From the sources or from the build, whichever this module runs from. */
export const READER_ENTRY = entryBeside(import.meta.url, 'child');

/**
 * Starts a reading process of low priority with its own heap limit. It sees none of the parent's environment.
 */
export function startChild(entry: URL, heapMegabytes: number): ReadingChild {
  const { path, execArgv } = programEntry(entry);
  const child = fork(path, [], {
    execArgv: [...execArgv, `--max-old-space-size=${heapMegabytes}`, SMALL_HEAP],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    env: { NODE_ENV: 'production' },
  });
  return watch(child, heapMegabytes);
}

function watch(child: ChildProcess, heapMegabytes: number): ReadingChild {
  const inbox: FromChild[] = [];
  let errorOutput = '';
  let isOutOfMemory = false;
  let wake: () => void = () => undefined;
  let allowed = 0;
  let wall = 0;
  let end: ChildEnd | undefined;
  let memoryWatch: NodeJS.Timeout | undefined;
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      end ??= isOutOfMemory ? 'out-of-memory' : 'crashed';
      clearInterval(memoryWatch);
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
    errorOutput += text;
    // Said before the stack is printed, which may push it out of what is kept.
    isOutOfMemory ||= saysOutOfMemory(errorOutput);
    errorOutput = errorOutput.slice(-KEPT_ERROR_OUTPUT);
  });
  // A process that dies closes its end first; how it ended is told by its end.
  child.stdin?.on('error', () => undefined);
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
  function keepAlive(isKept: boolean): void {
    const change = isKept ? 'ref' : 'unref';
    child[change]();
    child.channel?.[change]();
    for (const pipe of [child.stdin, child.stderr]) (pipe as unknown as { ref(): void; unref(): void } | null)?.[change]();
  }
  return {
    heapMegabytes,
    get isAlive() {
      return end === undefined && !isGone(child) && child.connected;
    },
    begin({ wallMilliseconds, allowedMilliseconds, residentMegabytes }) {
      allowed = allowedMilliseconds;
      wall = wallMilliseconds;
      keepAlive(true);
      memoryWatch = setInterval(() => {
        const held = child.pid === undefined ? undefined : processStatus(child.pid);
        if (held !== undefined && held.residentBytes > residentMegabytes * MEBIBYTE) kill('out-of-memory');
      }, WATCH_MILLISECONDS);
    },
    extend(milliseconds, wallMilliseconds) {
      allowed += milliseconds;
      wall += wallMilliseconds;
    },
    send(message) {
      // A process that died meanwhile is noticed by its end, in `receive`.
      if (child.connected) child.send(message, () => undefined);
    },
    async receive() {
      const spent = startClock(child.pid);
      const check = (): void => {
        const { worked, passed } = spent();
        const left = Math.min(allowed - worked, wall - passed);
        if (left <= 0) kill('out-of-time');
        else timer = setTimeout(check, Math.max(WATCH_MILLISECONDS, left));
      };
      let timer = setTimeout(check, Math.max(0, Math.min(allowed, wall)));
      while (inbox.length === 0 && !(end !== undefined && isGone(child))) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      clearTimeout(timer);
      const { worked, passed } = spent();
      allowed -= worked;
      wall -= passed;
      const message = inbox.shift();
      if (message !== undefined) return { message };
      await gone;
      return { end: end ?? 'crashed', detail: errorOutput };
    },
    rest() {
      clearInterval(memoryWatch);
      keepAlive(false);
    },
    async stop() {
      // Who waits for the end of a resting process must be kept alive by it, else the program ends amid its work.
      if (!isGone(child)) keepAlive(true);
      kill('crashed');
      await gone;
    },
  };
}

/** Milliseconds since now: that the process has worked, and by the clock. */
function startClock(pid: number | undefined): () => { readonly worked: number; readonly passed: number } {
  const since = performance.now();
  const before = pid === undefined ? undefined : processorMilliseconds(pid);
  return () => {
    const passed = performance.now() - since;
    const now = pid === undefined ? undefined : processorMilliseconds(pid);
    return { worked: before === undefined || now === undefined ? passed : now - before, passed };
  };
}

function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
