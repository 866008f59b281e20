import { type Clock, FaultlineError } from '../../kernel/index.ts';

/** Calls of one kind: so many are under way, so many wait, in the order in which they came. */
export interface AdmissionLimits {
  readonly atOnce: number;
  readonly waiting: number;
  /** Who would wait longer (milliseconds), as it has gone lately, is refused at once: the rest of its time would not serve for its answer. */
  readonly patience?: number;
}

/** Of the mean of how long places were held, what each one that is left brings in. */
const NEWEST_SHARE = 0.1;

export interface Admission {
  /**
   * Waits for a place and gives the way to leave it, which is called once. Who goes while waiting gives the place in the queue up.
   * @throws FaultlineError `too-many-requests` at once when as many wait as may, or the wait would be too long; the signal's reason.
   */
  enter(signal: AbortSignal): Promise<() => void>;
}

interface Waiting {
  admit(): void;
}

/** A bounded queue before what can be overwhelmed: who would wait for nothing learns so at once. */
export function openAdmission({ atOnce, waiting: most, patience }: AdmissionLimits, clock: Clock): Admission {
  let inside = 0;
  const waiting = new Set<Waiting>();
  /** Milliseconds for which a place is held; 0 before the first was left. */
  let held = 0;

  function enterNow(): () => void {
    const since = clock.now();
    return () => {
      const own = Math.max(0, clock.now() - since);
      held = held === 0 ? own : held + NEWEST_SHARE * (own - held);
      leave();
    };
  }

  /** Milliseconds until who waits now and one more has a place: places fall free one after another, so many at a time. */
  const expectedWait = (): number => (held * (waiting.size + 1)) / atOnce;

  /** The place goes to who has waited longest. */
  function leave(): void {
    const [next] = waiting;
    if (next === undefined) {
      inside -= 1;
      return;
    }
    waiting.delete(next);
    next.admit();
  }

  return {
    async enter(signal) {
      signal.throwIfAborted();
      if (inside < atOnce) {
        inside += 1;
        return enterNow();
      }
      const wait = expectedWait();
      if (waiting.size >= most || (patience !== undefined && wait > patience)) {
        const seconds = Math.max(1, Math.ceil(wait / 1000));
        throw new FaultlineError(
          'too-many-requests',
          `More is asked of the service at the moment than it can take: try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
          { retryAfterMilliseconds: wait },
        );
      }
      await new Promise<void>((resolve, reject) => {
        const give = (): void => {
          waiting.delete(entry);
          reject(signal.reason);
        };
        const entry: Waiting = {
          admit() {
            signal.removeEventListener('abort', give);
            resolve();
          },
        };
        waiting.add(entry);
        signal.addEventListener('abort', give, { once: true });
      });
      return enterNow();
    },
  };
}
