/** Sorted values in groups of those within `tolerance` of the first of their group. */
export function groupValues(values: readonly number[], tolerance: number): readonly (readonly number[])[] {
  const sorted = [...values].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && value - (group[0] ?? value) <= tolerance) group.push(value);
    else groups.push([value]);
  }
  return groups;
}
