import { FaultlineError } from '../../kernel/index.ts';

/** Calls of one kind: so many are under way, so many wait, in the order in which they came. */
export interface AdmissionLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

export interface Admission {
  /**
   * Waits for a place and gives the way to leave it, which is called once. Who goes while waiting gives the place in the queue up.
   * @throws FaultlineError `too-many-requests` at once when as many wait as may; the signal's reason.
   */
  enter(signal: AbortSignal): Promise<() => void>;
}

interface Waiting {
  admit(): void;
}

/** A bounded queue before what can be overwhelmed: who would wait for nothing learns so at once. */
export function openAdmission({ atOnce, waiting: most }: AdmissionLimits): Admission {
  let inside = 0;
  const waiting = new Set<Waiting>();

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
        return leave;
      }
      if (waiting.size >= most) {
        throw new FaultlineError(
          'too-many-requests',
          'More is asked of the service at the moment than it can take: try again in a second.',
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
      return leave;
    },
  };
}
