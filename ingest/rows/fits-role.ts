import type { ColumnRole } from '../../kernel/index.ts';

/** A column of a log as a sample of its rows shows it. */
export interface SampledColumn {
  readonly column: number;
  /** Its filled cells among `rows` sampled ones. */
  readonly cells: readonly string[];
  readonly rows: number;
  readonly type: 'text' | 'number' | 'date';
  /** Dimension of the unit that its header gives. */
  readonly unit: string | undefined;
  /** Share of different cells, from 0 to 1. */
  readonly differ: number;
  /** Its cells come again and again, be they written once for several rows. */
  readonly isRecurring: boolean;
}

const AMOUNTS = 0.9;
const RECURS = 0.5;
const UNIQUE = 0.98;
const LONGEST_NAME = 40;
const LONGEST_CODE = 12;
const SHORTEST_TEXT = 3;
const DATED: ReadonlySet<ColumnRole> = new Set(['date', 'end-date', 'note', 'value', 'interval', 'condition']);

/** Whether the cells of a column are none of what a role says: dates where it is no time, numbers where it names people. */
export function contradictsRole(role: ColumnRole, { type }: SampledColumn): boolean {
  return (type === 'date' && !DATED.has(role)) || (type === 'number' && role === 'person');
}

/** Whether the cells of a column may be what its header's head says. */
export function fitsRole(role: ColumnRole, { cells, rows, type, unit, differ, isRecurring }: SampledColumn): boolean {
  if (cells.length === 0) return false;
  const share = (test: (cell: string) => boolean): number => cells.filter(test).length / cells.length;
  const isNaming = type === 'text' && isRecurring && cells.every((cell) => cell.length <= LONGEST_NAME);
  switch (role) {
    case 'date':
    case 'end-date':
      return type === 'date';
    case 'duration':
      return unit !== 'money' && type !== 'date' && share((cell) => /^[-+]?\d/.test(cell)) >= AMOUNTS;
    case 'cost':
      return (
        unit !== 'time' &&
        type !== 'date' &&
        share((cell) => /^[-+]?(?:\p{Sc}|\p{Lu}{3} ?)?\d/u.test(cell)) >= AMOUNTS &&
        !cells.every((cell) => /^\d{1,3}$/.test(cell))
      );
    case 'order-number':
      return cells.length === rows && differ >= UNIQUE && cells.every((cell) => /^[\p{L}\d][\p{L}\d/._-]*\d[\p{L}\d/._-]*$/u.test(cell));
    case 'asset':
    case 'person':
    case 'location':
    case 'status':
    case 'work-type':
      return isNaming;
    case 'priority':
      return type !== 'date' && differ <= RECURS && cells.every((cell) => cell.length <= LONGEST_CODE);
    case 'failure-mode':
      return differ <= RECURS && cells.every((cell) => /^[\p{L}\d._-]{1,12}$/u.test(cell));
    case 'alarm-state':
      return type !== 'date' && differ <= RECURS && cells.every((cell) => cell.length <= LONGEST_NAME);
    case 'alarm-code':
      return type !== 'date' && cells.every((cell) => cell.length <= LONGEST_NAME);
    case 'quantity':
      return type === 'number';
    case 'value':
      return type !== 'date';
    case 'condition':
      return type !== 'date' && isRecurring;
    case 'text':
    case 'alarm-text':
      return type === 'text' && areWordy(cells);
    case 'cause':
    case 'remedy':
    case 'note':
    case 'task':
    case 'part-name':
      return type === 'text' && cells.reduce((sum, cell) => sum + lettersOf(cell), 0) >= SHORTEST_TEXT * cells.length;
    default:
      return false;
  }
}

/** Most cells are of several words. */
function areWordy(cells: readonly string[]): boolean {
  return cells.filter((cell) => /\p{sc=Han}{3}|\p{L}+\s\p{L}+/u.test(cell)).length * 2 > cells.length;
}

/** A character of Chinese says as much as some letters. */
function lettersOf(cell: string): number {
  return cell.length + (cell.match(/\p{sc=Han}/gu)?.length ?? 0);
}
