import {
  type AggregateCell,
  assertNever,
  type ColumnsRow,
  type Field,
  fold,
  type Grouping,
  type Value,
  zoneMinutes,
} from '../../kernel/index.ts';
import { memo } from '../../retrieval/index.ts';

/** Cells of a log repeat; each text is folded once. */
const folded = memo<string>(50_000);

export function foldOnce(text: string): string {
  return folded(text, () => fold(text));
}

export function cellOf(row: ColumnsRow, field: Field): Value | undefined {
  return row.record.columns[field] ?? undefined;
}

/** Number as written, lower bound of a quantity, or instant of a date. */
export function numberOf(value: Value): number | undefined {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'date') return value.time;
  return value.kind === 'quantity' ? value.quantity.low : undefined;
}

/** What the rows of a group have in common: an identifier however it is written, a concept, a folded text, a bucket of the calendar. */
export function groupKey(grouping: Grouping, row: ColumnsRow): string | null {
  const value = cellOf(row, grouping.field);
  if (value === undefined) return null;
  if (grouping.kind === 'field') return keyOf(value);
  return value.kind === 'date' ? bucketOf(value.time, grouping) : null;
}

export function keyOf(value: Value): string {
  if (value.kind === 'identifier') return `i:${value.identifier.folded}`;
  return value.kind === 'concept' ? `c:${value.concept}` : `t:${foldOnce(value.text)}`;
}

/** What one row calls its group; the least of these is the name of the group. */
export function groupName(grouping: Grouping, row: ColumnsRow): AggregateCell {
  if (grouping.kind === 'time') return groupKey(grouping, row);
  const value = cellOf(row, grouping.field);
  if (value === undefined) return null;
  return value.kind === 'concept' ? value.concept : value.text;
}

const DAY = 86_400_000;

/** Walks the calendar instead of formatting, so that a slip of the store's formats would show. */
function bucketOf(time: number, { unit, zone = 'UTC' }: Extract<Grouping, { kind: 'time' }>): string {
  const local = time + (zoneMinutes(zone) ?? 0) * 60_000;
  const date = new Date(local);
  const year = digits(date.getUTCFullYear(), 4);
  const month = date.getUTCMonth() + 1;
  switch (unit) {
    case 'year':
      return year;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return `${year}-${digits(month, 2)}`;
    case 'week': {
      // A week belongs to the year of its Thursday.
      const thursday = Math.floor(local / DAY) - ((date.getUTCDay() + 6) % 7) + 3;
      const ofYear = new Date(thursday * DAY).getUTCFullYear();
      const week = Math.floor((thursday - Date.UTC(ofYear, 0, 1) / DAY) / 7) + 1;
      return `${digits(ofYear, 4)}-W${digits(week, 2)}`;
    }
    case 'day':
      return `${year}-${digits(month, 2)}-${digits(date.getUTCDate(), 2)}`;
    case 'hour':
      return `${year}-${digits(month, 2)}-${digits(date.getUTCDate(), 2)}T${digits(date.getUTCHours(), 2)}`;
    default:
      return assertNever(unit);
  }
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, '0');
}
