import { FaultlineError } from '../kernel/index.ts';
import type { Application } from './application.ts';

/**
 * Ends in the stores what the ledger has already; while a server is away that is left to the worker, which does it when it is back:
 * what the ledger took is done for whoever asked for it.
 */
export async function leaveToWorker({ logger }: Pick<Application, 'logger'>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FaultlineError) || error.code !== 'store-unavailable') throw error;
    logger.error('projection', 'left-to-worker', error);
  }
}
