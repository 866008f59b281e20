import type { Interval } from './bootstrap-interval.ts';

const TAIL = 0.025;

/**
 * 95 % interval of a share where all cases came out alike, all 0 or all 1 (Clopper and Pearson, 1934): no sample of such cases differs from
 * another, and ten of ten are still not certainty. Undefined where they did not.
 */
export function unanimousInterval(values: readonly number[]): Interval | undefined {
  const [first] = values;
  if ((first !== 0 && first !== 1) || values.some((value) => value !== first)) return undefined;
  const reach = TAIL ** (1 / values.length);
  return first === 1 ? { low: reach, high: 1 } : { low: 0, high: 1 - reach };
}
