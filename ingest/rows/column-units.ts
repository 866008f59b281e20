import { unitFacts } from '../../kernel/index.ts';
import { splitUnit } from '../../ontology/index.ts';

/**
 * Unit of the numbers of each column: of its header, else of a column next to it on the right in which one unit of time or money stands
 * in every filled cell. Columns beside which several units stand have none, so that they are never added.
 */
export function columnUnits(headers: readonly string[], body: readonly (readonly string[])[]): readonly (string | undefined)[] {
  return headers.map((header, column) => {
    const { unit } = splitUnit(header);
    if (unit !== undefined) return unit;
    const cells = filled(body, column);
    return cells.length > 0 && cells.every((cell) => /^[-+]?\d[\d.,' ]*$/.test(cell)) ? onlyUnit(filled(body, column + 1)) : undefined;
  });
}

function filled(body: readonly (readonly string[])[], column: number): readonly string[] {
  return body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
}

function onlyUnit(cells: readonly string[]): string | undefined {
  const units = new Set(cells);
  const [unit] = units;
  const dimension = unit === undefined || units.size > 1 ? undefined : unitFacts(unit)?.dimension;
  return dimension === 'time' || dimension === 'money' ? unit : undefined;
}
