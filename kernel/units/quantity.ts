/** Physical kind of a quantity. A temperature difference is not a temperature; a count of cycles is not a plain number. */
export const DIMENSIONS = [
  'none',
  'length',
  'area',
  'volume',
  'mass',
  'force',
  'torque',
  'pressure',
  'temperature',
  'temperature-difference',
  'time',
  'cycles',
  'frequency',
  'rotational-speed',
  'velocity',
  'acceleration',
  'volume-flow',
  'mass-flow',
  'voltage',
  'current',
  'resistance',
  'capacitance',
  'power',
  'apparent-power',
  'energy',
  'charge',
  'viscosity',
  'density',
  'sound-level',
  'ratio',
  'angle',
  'concentration',
  'money',
  'data',
  'distance-travelled',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type Comparator = '=' | '<' | '<=' | '>' | '>=' | '~';

/**
 * A number or range with its unit, as written and in SI. `low`/`high` are equal for a single value; a one-sided limit
 * (`不超过 75 ℃`, `min. 6 bar`) has `low === high` and a comparator other than `=`. Tolerances are widths in the written
 * unit, both ≥ 0 (`±0.05` gives 0.05 and 0.05).
 */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly dimension: Dimension;
  readonly comparator: Comparator;
  readonly tolerance?: { readonly minus: number; readonly plus: number };
  /** The same bounds in the SI unit of the dimension, tolerance not applied. */
  readonly si: { readonly low: number; readonly high: number };
  /** Decimal places as written: half a unit of the last one is the rounding that a conversion may show. */
  readonly decimals: number;
  /** Event that a time or count repeats by (`每 500 h`, `every 3 months`). */
  readonly recurring: boolean;
}

/** A quantity found in a text; UTF-16 offsets of number, comparator and unit together. */
export interface QuantityMention {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
}
