import type { Application } from '../application.ts';

/** Answers that the writer is there and comes to its calls, also while it works a job; reads the ledger that it has open. */
export async function answerWriter({ ledger }: Application): Promise<true> {
  await ledger.outbox.pending('search', 1);
  return true;
}
