import type { Random } from '../../datasets/index.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const ROUNDS = 500;
const TAIL = 0.025;

/**
 * 95 % interval of a statistic by resampling with replacement (percentile bootstrap; Efron, 1979). Undefined where there are not
 * two items, or where more than half of the samples have no value.
 */
export function bootstrapInterval<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number | undefined,
  random: Pick<Random, 'pick'>,
  rounds = ROUNDS,
): Interval | undefined {
  if (items.length < 2) return undefined;
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const value = statistic(items.map(() => random.pick(items)));
    if (value !== undefined) found.push(value);
  }
  if (found.length * 2 < rounds) return undefined;
  found.sort((a, b) => a - b);
  const at = (share: number) => found[Math.min(found.length - 1, Math.floor(share * found.length))] ?? 0;
  return { low: at(TAIL), high: at(1 - TAIL) };
}
