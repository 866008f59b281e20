import type { Clock } from '../kernel/index.ts';

/** The machine's clock; the only place that reads it. */
export const systemClock: Clock = { now: () => Date.now() };
