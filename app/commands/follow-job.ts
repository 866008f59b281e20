import { setTimeout as pause } from 'node:timers/promises';
import type { Caller, JobId } from '../../kernel/index.ts';
import { isFinal, type JobEvent } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { getJob } from './list-jobs.ts';

const EVENTS_AT_A_TIME = 200;
/** The work goes on in another thread or process; the ledger is where both meet. */
const PAUSE_MILLISECONDS = 200;

export interface FollowedJob {
  readonly job: JobId;
  /** Number of the last event that is known; absent: from the beginning of the last run. */
  readonly after?: number;
}

/**
 * What happens to a job, each event once and in order, until its last one; waits for those that are to come. Ends at once when
 * the job has ended and nothing after `after` happened.
 * @throws FaultlineError `not-found`, also when the job's document goes away; the signal's reason.
 */
export async function* followJob(
  application: Application,
  caller: Caller,
  { job, after }: FollowedJob,
  signal: AbortSignal,
): AsyncGenerator<JobEvent> {
  for (let last = after; ; ) {
    // Read first: what is written between the two is in the events.
    const { state } = await getJob(application, caller, job);
    const events = await application.ledger.jobs.events(job, last, EVENTS_AT_A_TIME);
    for (const event of events) {
      signal.throwIfAborted();
      yield event;
    }
    const newest = events.at(-1);
    last = newest?.number ?? last;
    if (events.length === EVENTS_AT_A_TIME) continue;
    const hasEnded = state === 'done' || state === 'dead' || state === 'cancelled';
    if (hasEnded && (newest === undefined || isFinal(newest))) return;
    await pause(PAUSE_MILLISECONDS, undefined, { signal });
  }
}
