import { FaultlineError } from '../../kernel/index.ts';
import type { AuditEvent } from '../../ledger/index.ts';

/** Events that may wait for one commit: what a crash can lose of questions and searches, never of changes. */
const COLLECT_MILLISECONDS = 100;
/** Beyond this the trail cannot be written, and what cannot be told is not answered. */
const MOST_WAITING = 10_000;

/** Where commands tell what was asked. */
export interface AuditSink {
  /** Takes an event over and returns at once, so that nobody's answer waits for the disk. */
  note(event: AuditEvent): void;
  /** Resolves when all that was noted here is committed, or handed on to who commits it; rejects with why it cannot be. */
  flush(): Promise<void>;
}

export interface AuditQueue extends AuditSink {
  /** @throws FaultlineError `storage-failed` when the trail could not be written for so long that nothing more may be asked. */
  refuseWhenFull(): void;
}

/** Collects events and hands them on some at a time; what cannot be recorded stays and is tried again. */
export function openAuditQueue(record: (events: readonly AuditEvent[]) => Promise<void>, onFault: (error: unknown) => void): AuditQueue {
  let waiting: AuditEvent[] = [];
  let recording: Promise<void> = Promise.resolve();
  let isScheduled = false;

  async function recordWaiting(): Promise<void> {
    const events = waiting;
    if (events.length === 0) return;
    waiting = [];
    try {
      await record(events);
    } catch (error) {
      waiting = [...events, ...waiting];
      throw error;
    }
  }

  /** One after the other, so that events keep their order. */
  function next(): Promise<void> {
    const result = recording.then(recordWaiting);
    recording = result.catch(() => undefined);
    return result;
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(() => {
      isScheduled = false;
      next().catch((error: unknown) => {
        onFault(error);
        schedule();
      });
    }, COLLECT_MILLISECONDS).unref();
  }

  return {
    note(event) {
      waiting.push(event);
      schedule();
    },
    refuseWhenFull() {
      if (waiting.length < MOST_WAITING) return;
      throw new FaultlineError('storage-failed', 'The audit trail cannot be written, so nothing is answered; see `faultline doctor`.');
    },
    flush: next,
  };
}
