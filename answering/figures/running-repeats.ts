import type { ColumnsRow } from '../../kernel/index.ts';
import type { Derivation } from '../derivation.ts';
import { cellOf, keyOf } from './group-key.ts';

type Repeats = Extract<Derivation, { kind: 'repeats' }>;

/** What grows row by row to a count of repeats. */
export interface RunningRepeats {
  add(row: ColumnsRow): void;
  value(): number;
}

/** Counts the rows that come soon enough after the one before of their group: each group's times in order, side by side. */
export function startRepeats({ field, by, within }: Repeats): RunningRepeats {
  const groups = new Map<string, number[]>();
  return {
    add(row) {
      const found = placed(row, field, by);
      if (found === undefined) return;
      const times = groups.get(found.key);
      if (times === undefined) groups.set(found.key, [found.time]);
      else times.push(found.time);
    },
    value() {
      let repeats = 0;
      for (const times of groups.values()) {
        times.sort((a, b) => a - b);
        for (let at = 1; at < times.length; at += 1) if ((times[at] ?? 0) - (times[at - 1] ?? 0) <= within) repeats += 1;
      }
      return repeats;
    },
  };
}

/** The same in another way, for the check: all rows in one order of time, each held against the last one of its group. */
export function recountRepeats({ field, by, within }: Repeats): RunningRepeats {
  const rows: { readonly key: string; readonly time: number }[] = [];
  return {
    add(row) {
      const found = placed(row, field, by);
      if (found !== undefined) rows.push(found);
    },
    value() {
      const latest = new Map<string, number>();
      let repeats = 0;
      for (const { key, time } of [...rows].sort((a, b) => a.time - b.time)) {
        const before = latest.get(key);
        if (before !== undefined && time <= before + within) repeats += 1;
        latest.set(key, time);
      }
      return repeats;
    },
  };
}

/** Rows without a time, or without a value of what has to be the same, repeat nothing. */
function placed(row: ColumnsRow, field: Repeats['field'], by: Repeats['by']): { readonly key: string; readonly time: number } | undefined {
  const date = cellOf(row, field);
  const same = by === undefined ? undefined : cellOf(row, by);
  if (date?.kind !== 'date' || (by !== undefined && same === undefined)) return undefined;
  return { key: same === undefined ? '' : keyOf(same), time: date.time };
}
