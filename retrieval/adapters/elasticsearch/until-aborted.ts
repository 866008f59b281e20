/** Waits for work that others wait for too, and so is not stopped, until it ends or the signal is aborted. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stopWaiting = new AbortController();
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: stopWaiting.signal });
      }),
    ]);
  } finally {
    stopWaiting.abort();
  }
}
