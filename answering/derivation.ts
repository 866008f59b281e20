import { assertNever, type Field, type Measure, type TimeUnit } from '../kernel/index.ts';

/**
 * A figure that no query of a store gives, and that follows from what queries do give or from their rows in order of time.
 * `interval`: mean time between one row and the next (last less first, by one less than the rows: the usual estimate of the mean time
 * between failures where rows are failures, ISO 14224 annex C). `repeats`: rows that come at most so many milliseconds after the one
 * before, of the same value of `by` where that is given; `written` is how the question says so. `rate`: rows by unit of the calendar,
 * from `from` on, up to but without `to` (milliseconds since 1970, UTC). `duration`: mean hours from one time of a row to another of it.
 */
export type Derivation =
  | { readonly kind: 'interval'; readonly field: Field; readonly isEachFailure: boolean }
  | { readonly kind: 'repeats'; readonly field: Field; readonly by?: Field; readonly within: number; readonly written: string }
  | { readonly kind: 'duration'; readonly from: Field; readonly to: Field }
  | { readonly kind: 'rate'; readonly unit: TimeUnit; readonly from: number; readonly to: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** What the store is asked for: of an interval the first and the last time, of all else the rows. */
export function measuresOf(measure: Measure, derivation: Derivation | undefined): readonly Measure[] {
  if (derivation?.kind !== 'interval') return [measure];
  const { field } = derivation;
  return [
    { kind: 'min', field },
    { kind: 'max', field },
  ];
}

/** Days between one row and the next on average, of so many rows with a time; undefined of fewer than two. */
export function meanInterval(dated: number, first: unknown, last: unknown): number | undefined {
  if (dated < 2 || typeof first !== 'number' || typeof last !== 'number') return undefined;
  return (last - first) / DAY / (dated - 1);
}

/** Units of the calendar that a stretch of time touches, from 1; `to` is no part of it. */
export function unitsTouched({ unit, from, to }: Extract<Derivation, { kind: 'rate' }>): number {
  const [first, last] = [new Date(from), new Date(to - 1)];
  const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  switch (unit) {
    case 'year':
      return last.getUTCFullYear() - first.getUTCFullYear() + 1;
    case 'quarter':
      return Math.floor(months(last) / 3) - Math.floor(months(first) / 3) + 1;
    case 'month':
      return months(last) - months(first) + 1;
    case 'week':
      return Math.max(1, Math.round((to - from) / WEEK));
    case 'day':
      return Math.max(1, Math.round((to - from) / DAY));
    case 'hour':
      return Math.max(1, Math.round((to - from) / HOUR));
    default:
      return assertNever(unit);
  }
}

/** Columns of the rows that a derived figure is read from. */
export function fieldsDerivedFrom(derivation: Derivation | undefined): readonly Field[] {
  if (derivation === undefined || derivation.kind === 'rate') return [];
  if (derivation.kind === 'duration') return [derivation.from, derivation.to];
  return [derivation.field, ...(derivation.kind === 'repeats' && derivation.by !== undefined ? [derivation.by] : [])];
}
