import { setImmediate } from 'node:timers/promises';
import { currentCall } from '../../../kernel/index.ts';

/** As long as statements may follow each other without a look at anything else. */
const BREATH_MILLISECONDS = 20;

let lastBreath = performance.now();

/**
 * SQLite blocks its thread, and promises of what is there already never let it go: between the statements of a long read no timer
 * fires and no message comes in. So whoever is about to give SQLite a statement waits here, which every 20 ms lets the thread look
 * round, and learns whether the call it works for is over.
 * @throws the reason of the call's signal.
 */
export async function breathe(): Promise<void> {
  const call = currentCall();
  call?.signal.throwIfAborted();
  await lookRound();
  call?.signal.throwIfAborted();
}

/** Lets timers and messages in, if none had a turn for 20 ms. */
export async function lookRound(): Promise<void> {
  if (performance.now() - lastBreath < BREATH_MILLISECONDS) return;
  await setImmediate();
  lastBreath = performance.now();
}
