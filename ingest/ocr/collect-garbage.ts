import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Resident bytes from which a collection is worth its time. */
const MUCH = 700 * 1024 * 1024;

/**
 * Lets go now what drawing a page has left. Unpacked pictures are hundreds of megabytes outside the heap, which the engine frees when it
 * comes to it; the models that recognise the page would take theirs on top of them, and the reading process would be over its limit.
 */
export function collectGarbage(): void {
  if (process.memoryUsage.rss() < MUCH) return;
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
