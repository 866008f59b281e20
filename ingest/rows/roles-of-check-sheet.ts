import type { ColumnRole } from '../../kernel/index.ts';

/**
 * Roles of a sheet with a column a day whose headers say nothing: of the columns of words before the days the first names what is looked
 * at, the next what it should be. `named`: the roles that headers gave.
 */
export function rolesOfCheckSheet(
  named: readonly (ColumnRole | undefined)[],
  body: readonly (readonly string[])[],
  from: number,
): readonly (ColumnRole | undefined)[] {
  const roles = [...named];
  const worded = [...named.keys()].slice(0, from).filter((column) => body.every((row) => /\p{L}/u.test(row[column] ?? '')));
  const wanted: readonly (readonly ColumnRole[])[] = [
    ['task', 'check', 'parameter', 'component', 'text'],
    ['condition', 'value', 'tolerance', 'check'],
  ];
  for (const roleSet of wanted) {
    const [role] = roleSet;
    if (roleSet.some((one) => roles.slice(0, from).includes(one))) continue;
    const column = worded.find((one) => roles[one] === undefined);
    if (role !== undefined && column !== undefined) roles[column] = role;
  }
  return roles;
}
