import type { Grouping, Measure } from './record-reader.ts';

/** What a column of a figure is called: `asset`, `date:month`, `count`, `sum:cost`, `percentile:cost:0.9`. */
export function columnName(column: Grouping | Measure): string {
  switch (column.kind) {
    case 'count':
      return 'count';
    case 'field':
      return column.field;
    case 'time':
      return `${column.field}:${column.unit}`;
    case 'percentile':
      return `percentile:${column.field}:${column.fraction}`;
    default:
      return `${column.kind}:${column.field}`;
  }
}
