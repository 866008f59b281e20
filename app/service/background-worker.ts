import type { Application } from '../application.ts';
import { workJobs } from '../commands/work-jobs.ts';
import { sweepBytes } from '../sweep-bytes.ts';
import { isGoneWorker } from './gone-worker.ts';

const POLL_MILLISECONDS = 1000;

export interface WorkerOptions {
  /** Names it in the leases of its jobs. */
  readonly name: string;
  /** How soon it sees what others enqueued. */
  readonly pollMilliseconds?: number;
}

export interface BackgroundWorker {
  /** There may be work: look now rather than at the next poll. */
  wake(): void;
  /** Stops the job at hand, which is resumed by whoever works next; resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/** Works jobs one after the other beside the requests: when woken, and at each poll what others enqueued. */
export function startWorker(application: Application, { name, pollMilliseconds = POLL_MILLISECONDS }: WorkerOptions): BackgroundWorker {
  const stopped = new AbortController();
  let wakeUp: (() => void) | undefined;
  let isWoken = false;

  async function pause(): Promise<void> {
    if (isWoken || stopped.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMilliseconds);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function sweep(): Promise<void> {
    try {
      const swept = await sweepBytes(application, stopped.signal);
      if (swept > 0) application.logger.event('storage', 'bytes-swept', { swept });
    } catch (error) {
      if (!stopped.signal.aborted) application.logger.error('storage', 'sweep-failed', error);
    }
  }

  async function giveBack(): Promise<void> {
    try {
      const given = await application.ledger.jobs.giveBack(isGoneWorker);
      if (given > 0) application.logger.event('ingest', 'jobs-given-back', { given });
    } catch (error) {
      if (!stopped.signal.aborted) application.logger.error('ingest', 'jobs-not-given-back', error);
    }
  }

  async function work(): Promise<void> {
    await giveBack();
    await sweep();
    // A store that is away fails each look, and is told of once.
    let told = '';
    while (!stopped.signal.aborted) {
      isWoken = false;
      try {
        await workJobs(application, { worker: name }, stopped.signal);
        told = '';
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!stopped.signal.aborted && message !== told) application.logger.error('ingest', 'worker-failed', error);
        told = message;
      }
      await pause();
    }
  }

  const working = work();
  return {
    wake() {
      isWoken = true;
      wakeUp?.();
    },
    stop() {
      stopped.abort(new Error('the service stops'));
      wakeUp?.();
      return working;
    },
  };
}
