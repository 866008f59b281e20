import { columnRoles } from './column-roles.ts';

/** Columns of which the names are known; words that merely stand apart say fewer. */
const LEAST_KNOWN = 2;

/** Whether the cells of a line without markup are names of columns. A number or a tag says what a value is of, and no line of names alone. */
export function headsTable(cells: readonly string[]): boolean {
  if (cells.length < LEAST_KNOWN) return false;
  const roles = columnRoles(cells);
  return cells.filter((cell, index) => roles[index] !== undefined && !/\d/u.test(cell)).length >= LEAST_KNOWN;
}
