/** What the work gives, or the signal's reason as soon as it is aborted: also of work that does not see the signal or goes on for others. */
export function untilAborted<Out>(work: Promise<Out>, signal: AbortSignal): Promise<Out> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
