import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ServiceFailure } from './failure.mjs';

/**
 * Asks `probe` until it resolves. Fails when the server ended meanwhile, when `seconds` are over, or when the probe threw a
 * ServiceFailure, which no waiting mends.
 */
export async function waitUntilReady({ probe, hasEnded, seconds, describeEnd, logs }) {
  const deadline = Date.now() + seconds * 1000;
  let last = 'nothing';
  while (Date.now() < deadline) {
    if (hasEnded()) fail(`the server ended while starting:\n${describeEnd()}`);
    try {
      return await probe();
    } catch (error) {
      if (error instanceof ServiceFailure) throw error;
      last = error.cause?.code ?? error.message;
    }
    await sleep(50);
  }
  return fail(`no answer within ${seconds} s; last: ${last}; see ${logs}`);
}
