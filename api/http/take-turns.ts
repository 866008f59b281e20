import type { MiddlewareHandler } from 'hono';

/** Requests that are begun before the event loop looks for what else came. */
const AT_ONCE = 4;

/**
 * Begins requests in the order in which they came, a few in each turn of the event loop: of hundreds that come together the last would else
 * keep waiting whoever asks whether the service lives.
 */
export function takeTurns(): MiddlewareHandler {
  const waiting: (() => void)[] = [];
  const begin = () => {
    for (const go of waiting.splice(0, AT_ONCE)) go();
    if (waiting.length > 0) setImmediate(begin);
  };
  return async (_, next) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(begin);
    });
    return next();
  };
}
