import type { AggregateRequest, Figure, RowsRequest } from '../contract.ts';

type Aggregate = Figure['aggregate'];

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

function measureOf({ measure }: ChosenFigure) {
  return measure === 'count' ? { kind: 'count' as const } : { kind: 'sum' as const, field: measure };
}

/** The largest groups first, times in their order. */
export function figureRequest(chosen: ChosenFigure): AggregateRequest {
  const isInTime = isTime(chosen.grouping);
  const order = isInTime
    ? { by: 'group' as const, direction: 'ascending' as const }
    : { by: 'measure' as const, direction: 'descending' as const };
  return { ...rowsOf(chosen), measures: [measureOf(chosen)], orderBy: [{ index: 0, ...order }], limit: isInTime ? MOST_TIMES : MOST_BARS };
}

/** The figure of all groups together, of which the bars of a ranking are shares; absent where the drawn bars are all of them. */
export function wholeRequest(chosen: ChosenFigure, { rows, groups }: Pick<Aggregate, 'rows' | 'groups'>): AggregateRequest | undefined {
  if (isTime(chosen.grouping) || groups <= rows.length) return undefined;
  return { ...rowsOf(chosen), groupBy: [], measures: [measureOf(chosen)], limit: 1 };
}

/** The rows behind one group. */
export function rowsRequest(chosen: ChosenFigure, group: readonly (string | null)[]): RowsRequest {
  return { ...rowsOf(chosen), group: [...group], limit: 100 };
}

export interface Bar {
  readonly group: readonly (string | null)[];
  readonly label: string;
  readonly value: number;
  /** Share of the whole up to this one, from 0 to 1; of a time line there is none. */
  readonly cumulative?: number;
}

/**
 * Bars of a figure; a group whose measure is empty has none. `whole` is the figure of all groups together, where there are more than
 * are drawn (`wholeRequest`); until it has come the bars have no shares.
 */
export function barsOf(
  { grouping }: Pick<ChosenFigure, 'grouping'>,
  { rows, keys, groups }: Pick<Aggregate, 'rows' | 'keys' | 'groups'>,
  without: string,
  whole?: Pick<Aggregate, 'rows'>,
): readonly Bar[] {
  const bars = rows.flatMap(([label, value], at): Bar[] =>
    typeof value === 'number'
      ? [{ group: keys[at] ?? [], label: label === null || label === undefined ? without : String(label), value }]
      : [],
  );
  if (isTime(grouping)) return bars;
  const sum = groups > rows.length ? whole?.rows[0]?.[0] : bars.reduce((all, { value }) => all + value, 0);
  if (typeof sum !== 'number' || sum === 0) return bars;
  let before = 0;
  return bars.map((bar) => {
    before += bar.value;
    return { ...bar, cumulative: before / sum };
  });
}
