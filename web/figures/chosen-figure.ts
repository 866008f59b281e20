import type { AggregateRequest, RowsRequest } from '../contract.ts';

/** Rows that can be counted, as the service names them. */
export const RECORD_KINDS = ['work-order', 'alarm', 'fmea-row', 'spare-part', 'other'] as const;
/** What rows can be grouped by: cells, terms coded from their text, the calendar. */
export const GROUPINGS = [
  'asset',
  'coded:failure-mode',
  'coded:component',
  'failure-mode',
  'cause',
  'work-type',
  'alarm-code',
  'priority',
  'year',
  'month',
] as const;
export const MEASURES = ['count', 'duration', 'cost'] as const;

/** What a person chose to see. */
export interface ChosenFigure {
  readonly kind: (typeof RECORD_KINDS)[number];
  readonly grouping: (typeof GROUPINGS)[number];
  readonly measure: (typeof MEASURES)[number];
  /** Whole code of the equipment; empty for all. */
  readonly asset: string;
}

export const FIRST_FIGURE: ChosenFigure = { kind: 'work-order', grouping: 'asset', measure: 'count', asset: '' };

/** Bars of a chart of causes; a time line has all of its months. */
const MOST_BARS = 20;
const MOST_TIMES = 240;

function isTime(grouping: ChosenFigure['grouping']): grouping is 'year' | 'month' {
  return grouping === 'year' || grouping === 'month';
}

function rowsOf({ kind, grouping, asset }: ChosenFigure) {
  const where = asset === '' ? {} : { where: { kind: 'equals' as const, field: 'asset' as const, value: asset } };
  const by = isTime(grouping)
    ? { kind: 'time' as const, field: 'date' as const, unit: grouping }
    : { kind: 'field' as const, field: grouping };
  return { from: kind, ...where, groupBy: [by] };
}

/** The largest groups first, times in their order. */
export function figureRequest(chosen: ChosenFigure): AggregateRequest {
  const measure = chosen.measure === 'count' ? { kind: 'count' as const } : { kind: 'sum' as const, field: chosen.measure };
  const isInTime = isTime(chosen.grouping);
  const order = isInTime
    ? { by: 'group' as const, direction: 'ascending' as const }
    : { by: 'measure' as const, direction: 'descending' as const };
  return { ...rowsOf(chosen), measures: [measure], orderBy: [{ index: 0, ...order }], limit: isInTime ? MOST_TIMES : MOST_BARS };
}

/** The rows behind one group. */
export function rowsRequest(chosen: ChosenFigure, group: readonly (string | null)[]): RowsRequest {
  return { ...rowsOf(chosen), group: [...group], limit: 100 };
}

export interface Bar {
  readonly group: readonly (string | null)[];
  readonly label: string;
  readonly value: number;
  /** Share of the bars up to this one, from 0 to 1; of a time line there is none. */
  readonly cumulative?: number;
}

/** Bars of a figure; a group whose measure is empty has none. */
export function barsOf(
  { grouping }: Pick<ChosenFigure, 'grouping'>,
  {
    rows,
    keys,
  }: { readonly rows: readonly (readonly (string | number | null)[])[]; readonly keys: readonly (readonly (string | null)[])[] },
  without: string,
): readonly Bar[] {
  const bars = rows.flatMap(([label, value], at): Bar[] =>
    typeof value === 'number'
      ? [{ group: keys[at] ?? [], label: label === null || label === undefined ? without : String(label), value }]
      : [],
  );
  if (isTime(grouping)) return bars;
  const whole = bars.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  return bars.map((bar) => {
    before += bar.value;
    return whole === 0 ? bar : { ...bar, cumulative: before / whole };
  });
}
