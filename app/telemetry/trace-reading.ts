import type { LogFields } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { stepsOf } from './steps-of.ts';

interface TracedReading {
  /** A step of this stage has ended. */
  lap(stage: string): void;
  /** Reading has ended with this outcome, or with an error of this code. */
  end(outcome: string, isFailed?: boolean): void;
}

/**
 * What reading a document takes, stage by stage, as a trace of its own: it begins when a worker takes it up, which may be long after the
 * request that sent it. `request` has the name of that request, by which the two are found together.
 */
export function traceReading({ traces, clock }: Pick<Application, 'traces' | 'clock'>, { requestId }: LogFields): TracedReading {
  if (traces === undefined) return { lap: () => undefined, end: () => undefined };
  const began = clock.now();
  const durations: Record<string, number> = {};
  let last = began;
  return {
    lap(stage) {
      const now = clock.now();
      durations[stage] = (durations[stage] ?? 0) + now - last;
      last = now;
    },
    end(outcome, isFailed = false) {
      const request = requestId === undefined ? {} : { 'faultline.request_id': requestId };
      const attributes = { 'faultline.outcome': outcome, ...request };
      traces.tell({
        name: 'read document',
        kind: 'consumer',
        began,
        ended: clock.now(),
        isFailed,
        attributes,
        steps: stepsOf(began, durations),
      });
    },
  };
}
