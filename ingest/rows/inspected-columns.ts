import type { ColumnRole } from '../../kernel/index.ts';
import type { SampledColumn } from './fits-role.ts';

const FEWEST_ITEMS = 3;
const LONGEST = 40;
const READINGS = 0.8;

/**
 * Columns of an inspection list among the `free` ones of a log that tells no trouble: an item that recurs, what it should be, which
 * depends on the item alone, and what was found, which does not. Roles with their column; none where this is no such list.
 */
export function inspectedColumns(
  body: readonly (readonly string[])[],
  free: readonly SampledColumn[],
  roles: readonly (ColumnRole | undefined)[],
): readonly (readonly [ColumnRole, number])[] {
  if (roles.some((role) => role === 'text' || role === 'symptom' || role === 'alarm-text' || role === 'order-number')) return [];
  const names = free.filter(
    ({ type, cells, differ, rows }) =>
      type === 'text' && cells.length === rows && differ <= 0.5 && cells.every((cell) => cell.length <= LONGEST),
  );
  for (const item of names) {
    if (new Set(item.cells).size < FEWEST_ITEMS) continue;
    const standard = free.find(
      (one) => one.column > item.column && one.cells.length === one.rows && followsFrom(body, item.column, one.column),
    );
    if (standard === undefined) continue;
    const found = free.find(
      ({ column, cells }) => column > standard.column && cells.filter((cell) => /^[-+]?\d/.test(cell)).length >= READINGS * cells.length,
    );
    return [['parameter', item.column], ['condition', standard.column], ...(found === undefined ? [] : [['value', found.column] as const])];
  }
  return [];
}

/** Each cell of one column always stands beside the same cell of the other, which is not one for all. */
function followsFrom(body: readonly (readonly string[])[], item: number, other: number): boolean {
  const beside = new Map<string, string>();
  for (const row of body) {
    const [name, cell] = [row[item] ?? '', row[other] ?? ''];
    if ((beside.get(name) ?? cell) !== cell) return false;
    beside.set(name, cell);
  }
  return new Set(beside.values()).size > 1;
}
