import type { ColumnsRow } from '../../kernel/index.ts';
import type { Derivation } from '../derivation.ts';
import { cellOf } from './group-key.ts';

type Duration = Extract<Derivation, { kind: 'duration' }>;

const HOUR = 3_600_000;

/** What grows row by row to the mean of the hours between two times of a row; rows without one of them are in no mean. */
export interface RunningDurations {
  add(row: ColumnsRow): void;
  /** Undefined where no row has both times. */
  value(): number | undefined;
}

/** The mean of each row's own length. */
export function startDurations({ from, to }: Duration): RunningDurations {
  let [sum, rows] = [0, 0];
  return {
    add(row) {
      const times = timesOf(row, from, to);
      if (times === undefined) return;
      sum += times.to - times.from;
      rows += 1;
    },
    value: () => (rows === 0 ? undefined : sum / HOUR / rows),
  };
}

/** The same in another way, for the check: the mean end less the mean begin, both counted from the first. */
export function recountDurations({ from, to }: Duration): RunningDurations {
  const ends: number[] = [];
  const begins: number[] = [];
  return {
    add(row) {
      const times = timesOf(row, from, to);
      if (times === undefined) return;
      begins.push(times.from);
      ends.push(times.to);
    },
    value() {
      const [origin] = begins;
      const mean = (times: readonly number[]) => times.reduce((sum, time) => sum + (time - (origin ?? 0)), 0) / times.length;
      return origin === undefined ? undefined : (mean(ends) - mean(begins)) / HOUR;
    },
  };
}

function timesOf(row: ColumnsRow, from: Duration['from'], to: Duration['to']): { readonly from: number; readonly to: number } | undefined {
  const [begin, end] = [cellOf(row, from), cellOf(row, to)];
  return begin?.kind === 'date' && end?.kind === 'date' ? { from: begin.time, to: end.time } : undefined;
}
