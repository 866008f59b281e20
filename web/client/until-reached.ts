import { RequestFailure } from './request-failure.ts';

/** Between two tries to reach a service that is away, in milliseconds. */
const RETRY_MILLISECONDS = 2_000;

/**
 * Asks again, until the service can be reached, for what a request gives. `lost` is told each time that it could not be.
 * @throws whatever `ask` throws otherwise; the reason of `signal` once that is aborted.
 */
export async function untilReached<Out>(
  ask: (signal: AbortSignal) => Promise<Out>,
  lost: () => void,
  signal: AbortSignal,
  pause: (signal: AbortSignal) => Promise<void> = wait,
): Promise<Out> {
  for (;;) {
    try {
      return await ask(signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof RequestFailure) || error.kind !== 'connection') throw error;
      lost();
    }
    await pause(signal);
    signal.throwIfAborted();
  }
}

/** Resolves after a while, or at once when the signal is aborted. */
function wait(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, RETRY_MILLISECONDS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
