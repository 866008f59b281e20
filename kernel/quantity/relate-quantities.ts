import type { Comparator, Quantity } from '../units/quantity.ts';
import { unitOf } from '../units/units.ts';

export type QuantityRelation = 'equal' | 'contained' | 'different' | 'incomparable';

/** Relative size of float noise. */
const NOISE = 1e-9;
/** A converted value may be rounded by half its last place, but never by more than this share of it. */
const ROUNDING_CAP = 0.02;
/** Months are between 28 and 31 days. */
const CALENDAR_SLACK = 0.02;

interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * How what a claim says stands to what its source says. `contained`: the claim is narrower than the source (a value inside a
 * range or tolerance, the bound of a limit as a value). A limit equals only the same limit; another dimension is `incomparable`.
 */
export function relateQuantities(claim: Quantity, source: Quantity): QuantityRelation {
  if (family(claim) !== family(source)) return 'incomparable';
  const claimed = interval(claim);
  const stated = interval(source);
  const slack = roundingSlack(claim, source);
  // Two deviations without a nominal value: a smaller one is another one.
  if (isDeviation(claimed) && isDeviation(stated)) return near(claimed.high, stated.high, slack) ? 'equal' : 'different';
  const same = near(claimed.low, stated.low, slack) && near(claimed.high, stated.high, slack);
  if (claim.comparator === source.comparator) {
    if (same) return 'equal';
    return isBound(claim.comparator) || !inside(claimed, stated, slack) ? 'different' : 'contained';
  }
  if (!isBound(claim.comparator) && !isBound(source.comparator)) return inside(claimed, stated, slack) ? 'contained' : 'different';
  if (claim.comparator === '=') return same ? 'contained' : 'different';
  return same && stricter(claim.comparator, source.comparator) ? 'contained' : 'different';
}

/** Quantities compare within a family: the dimension, and for units that stand alone the unit too. */
function family(quantity: Quantity): string {
  const unit = unitOf(quantity.unit);
  if (quantity.dimension === 'none' || unit?.alone === true) return `${quantity.dimension} ${quantity.unit}`;
  return quantity.dimension === 'distance-travelled' ? 'length' : quantity.dimension;
}

function isDeviation({ low, high }: Interval): boolean {
  return high > 0 && near(low, -high, 0);
}

function isBound(comparator: Comparator): boolean {
  return comparator !== '=' && comparator !== '~';
}

function stricter(claim: Comparator, source: Comparator): boolean {
  return (claim === '<' && source === '<=') || (claim === '>' && source === '>=');
}

function interval(quantity: Quantity): Interval {
  const factor = unitOf(quantity.unit)?.factor ?? 1;
  const { minus, plus } = quantity.tolerance ?? { minus: 0, plus: 0 };
  return { low: quantity.si.low - minus * factor, high: quantity.si.high + plus * factor };
}

/** SI width within which two bounds are the same: none but float noise where the units are the same. */
function roundingSlack(claim: Quantity, source: Quantity): number {
  const size = Math.max(Math.abs(claim.si.low), Math.abs(claim.si.high));
  if (claim.unit === source.unit) return 0;
  const factor = unitOf(claim.unit)?.factor ?? 1;
  const half = (0.5 * factor) / 10 ** claim.decimals;
  if (claim.dimension === 'temperature') return half;
  const rounding = Math.min(half, size * ROUNDING_CAP);
  return claim.unit === 'month' || source.unit === 'month' ? Math.max(rounding, size * CALENDAR_SLACK) : rounding;
}

function near(left: number, right: number, slack: number): boolean {
  return Math.abs(left - right) <= slack + NOISE * Math.max(Math.abs(left), Math.abs(right), Number.MIN_VALUE);
}

function inside(inner: Interval, outer: Interval, slack: number): boolean {
  return (inner.low >= outer.low || near(inner.low, outer.low, slack)) && (inner.high <= outer.high || near(inner.high, outer.high, slack));
}
