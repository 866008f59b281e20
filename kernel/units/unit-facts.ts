import { foldWidth } from '../text/fold-width.ts';
import type { Dimension } from './quantity.ts';
import { CURRENCY_OF } from './unit-table.data.ts';
import { unitOf } from './units.ts';

export interface UnitFacts {
  readonly symbol: string;
  readonly dimension: Dimension;
  /** What one of it is in the SI unit of its dimension; of money in its currency. */
  readonly factor: number;
  /** Of money: what it is an amount of. */
  readonly currency?: string;
}

/** What is known of a unit that fills the whole text (`min`, `万元`, `k€`); undefined for what is none. */
export function unitFacts(text: string): UnitFacts | undefined {
  const unit = unitOf(foldWidth(text).trim());
  if (unit === undefined) return undefined;
  const { symbol, dimension, factor } = unit;
  const currency = dimension === 'money' ? (CURRENCY_OF[symbol] ?? symbol) : undefined;
  return { symbol, dimension, factor, ...(currency === undefined ? {} : { currency }) };
}
