/** Documents worked on at one time, each with a reading process of its own. */
const LANES = 2;
/** How long one has the worker for itself: nearly every document has ended by then, so that mostly one process reads. */
const LONG_MILLISECONDS = 5_000;

/** What a worker has under way. One piece of work that takes long is given another beside it, so that the rest does not wait for it. */
export interface Lanes {
  /** Aborted, with its reason, by the signal they were opened with and when a piece of work has failed. */
  readonly signal: AbortSignal;
  /** Whether another piece may begin: nothing is under way, or fewer than the lanes and each of it for long. */
  isOpen(): boolean;
  isIdle(): boolean;
  /** Takes on a piece of work that has just begun and ends soon once `signal` is aborted. */
  begin(work: Promise<void>): void;
  /** Waits until a piece of work ends, but no longer than that. @throws the signal's reason when aborted. */
  pause(milliseconds: number): Promise<void>;
  /** Ends what is under way; resolves when nothing is. */
  close(): Promise<void>;
}

export function openLanes(now: () => number, signal: AbortSignal): Lanes {
  const over = new AbortController();
  const stop = (): void => over.abort(signal.reason);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  const begun = new Map<Promise<void>, number>();
  let wake = (): void => undefined;

  return {
    signal: over.signal,
    isOpen: () => begun.size < LANES && [...begun.values()].every((since) => now() - since >= LONG_MILLISECONDS),
    isIdle: () => begun.size === 0,
    begin(work) {
      const ended = work
        .catch((error: unknown) => over.abort(error))
        .finally(() => {
          begun.delete(ended);
          wake();
        });
      begun.set(ended, now());
    },
    async pause(milliseconds) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        over.signal.addEventListener('abort', wake, { once: true });
        if (over.signal.aborted) wake();
      });
      over.signal.removeEventListener('abort', wake);
      over.signal.throwIfAborted();
    },
    async close() {
      over.abort(new Error('the worker has ended'));
      signal.removeEventListener('abort', stop);
      await Promise.all(begun.keys());
    },
  };
}
