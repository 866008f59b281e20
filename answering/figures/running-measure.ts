import { type AggregateCell, assertNever, type ColumnsRow, type Measure } from '../../kernel/index.ts';
import { cellOf, keyOf, numberOf } from './group-key.ts';

/** A measure that grows row by row. Exact medians and percentiles keep their numbers, all others a few figures only. */
export interface RunningMeasure {
  add(row: ColumnsRow): void;
  value(): AggregateCell;
}

export function startMeasure(measure: Measure): RunningMeasure {
  if (measure.kind === 'count') {
    let rows = 0;
    return {
      add() {
        rows += 1;
      },
      value: () => rows,
    };
  }
  const { field } = measure;
  if (measure.kind === 'distinct') {
    const keys = new Set<string>();
    return {
      add(row) {
        const value = cellOf(row, field);
        if (value !== undefined) keys.add(keyOf(value));
      },
      value: () => keys.size,
    };
  }
  const numbers = startNumbers(measure);
  return {
    add(row) {
      const value = cellOf(row, field);
      const number = value === undefined ? undefined : numberOf(value);
      if (number !== undefined) numbers.add(number);
    },
    value: () => numbers.value(),
  };
}

interface RunningNumbers {
  add(number: number): void;
  value(): number | null;
}

function startNumbers(measure: Exclude<Measure, { kind: 'count' | 'distinct' }>): RunningNumbers {
  switch (measure.kind) {
    case 'min':
      return startExtreme(Math.min);
    case 'max':
      return startExtreme(Math.max);
    case 'sum':
    case 'mean': {
      let [sum, count] = [0, 0];
      return {
        add(number) {
          sum += number;
          count += 1;
        },
        value: () => (count === 0 ? null : measure.kind === 'sum' ? sum : sum / count),
      };
    }
    case 'median':
      return startSorted(0.5);
    case 'percentile':
      return startSorted(measure.fraction);
    default:
      return assertNever(measure);
  }
}

function startExtreme(better: (left: number, right: number) => number): RunningNumbers {
  let extreme: number | null = null;
  return {
    add(number) {
      extreme = extreme === null ? number : better(extreme, number);
    },
    value: () => extreme,
  };
}

function startSorted(fraction: number): RunningNumbers {
  const numbers: number[] = [];
  return {
    add: (number) => void numbers.push(number),
    value() {
      if (numbers.length === 0) return null;
      const sorted = Float64Array.from(numbers).sort();
      const place = fraction * (sorted.length - 1);
      const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
      return below + (above - below) * (place - Math.floor(place));
    },
  };
}
