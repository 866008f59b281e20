import { type Clock, FaultlineError, untilAborted } from '../../kernel/index.ts';

/** Failures in a row after which a store is left alone for a while. */
const FAILURES_ALLOWED = 3;
const REST_MILLISECONDS = 5_000;
/** Faults of the store or of the way to it; a wrong request or a cancellation says nothing about either. */
const COUNTED: ReadonlySet<string> = new Set(['store-unavailable', 'deadline-exceeded']);

/** What is read through a guard. */
export interface Guard {
  /**
   * Gives what `read` gives, in time or not at all: a store that is slow or down costs a question no more than the wait, and after
   * some failures in a row nothing, until it has had a rest and answers again.
   * @throws FaultlineError `store-unavailable`; the signal's reason; whatever `read` throws.
   */
  read<Out>(read: (signal: AbortSignal) => Promise<Out>, signal: AbortSignal): Promise<Out>;
}

export interface GuardOptions {
  /** As a person knows it: it begins the message. */
  readonly store: string;
  readonly milliseconds: number;
  readonly clock: Clock;
}

/** A deadline for each read and a breaker over all (Nygard, "Release It!", 2007: circuit breaker). */
export function makeGuard({ store, milliseconds, clock }: GuardOptions): Guard {
  let failures = 0;
  let restsUntil = 0;
  return {
    async read(read, signal) {
      signal.throwIfAborted();
      if (clock.now() < restsUntil)
        throw new FaultlineError('store-unavailable', `${store} did not answer and is left alone for some seconds; check that it runs.`);
      const late = AbortSignal.timeout(milliseconds);
      const both = AbortSignal.any([signal, late]);
      try {
        const out = await untilAborted(read(both), both);
        failures = 0;
        return out;
      } catch (error) {
        signal.throwIfAborted();
        const fault = late.aborted
          ? new FaultlineError('store-unavailable', `${store} did not answer within ${milliseconds} ms; check that it runs.`, {
              cause: error,
            })
          : error;
        if (fault instanceof FaultlineError && COUNTED.has(fault.code)) {
          failures += 1;
          if (failures >= FAILURES_ALLOWED) restsUntil = clock.now() + REST_MILLISECONDS;
        }
        throw fault;
      }
    },
  };
}
