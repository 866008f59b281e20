import type { IncomingMessage } from 'node:http';

export interface Pace {
  /** A body that brought less than `leastBytes` in so long is given up. */
  readonly windowMilliseconds: number;
  readonly leastBytes: number;
}

/**
 * Watches a body come in and calls `onSlow` once when it comes so slowly that its connection is held rather than used. Time in
 * which it is this service that does not read counts for nobody.
 */
export function watchPace(request: IncomingMessage, { windowMilliseconds, leastBytes }: Pace, onSlow: () => void): void {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (coding === undefined && (length === undefined || length === '0')) return;
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete || request.destroyed) return clearInterval(timer);
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    // Bytes that wait here were sent fast enough.
    if (came >= leastBytes || request.readableLength > 0) return;
    clearInterval(timer);
    onSlow();
  }, windowMilliseconds).unref();
  request.once('close', () => clearInterval(timer));
}
