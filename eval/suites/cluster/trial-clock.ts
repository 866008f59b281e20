import type { Clock } from '../../../kernel/index.ts';

/**
 * The clock of one trial: the machine's, moved ahead when a trial does not want to wait for a lease to run out. Every process of
 * a site is told at once, as if all of them had been held up for that long.
 */
export interface TrialClock extends Clock {
  readonly ahead: () => number;
  moveAhead(milliseconds: number): void;
}

export function makeTrialClock(onMove: (ahead: number) => void): TrialClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    ahead: () => ahead,
    moveAhead(milliseconds) {
      ahead += milliseconds;
      onMove(ahead);
    },
  };
}
