import { FaultlineError } from '../../kernel/index.ts';

/** Seeds of a range as `1-20`. @throws FaultlineError `invalid-request` for anything but two whole numbers, the smaller first. */
export function readSeeds(range: string): readonly number[] {
  const [first = Number.NaN, last = Number.NaN] = (/^(\d{1,6})-(\d{1,6})$/u.exec(range)?.slice(1) ?? []).map(Number);
  if (!(first <= last)) throw new FaultlineError('invalid-request', `"${range}" is no range of seeds, as 1-20 is.`);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
