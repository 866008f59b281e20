import type { DrawingTable } from '../model/drawing.ts';
import type { EntityPlace } from './draft.ts';

/** A table of either kind: one that the drawing knows, or one that lines and texts make. */
export interface GridTable {
  /** Rows from the top to the bottom; cells without words are empty. */
  readonly rows: readonly (readonly string[])[];
  /** Where the words of each row stand. */
  readonly places: readonly (readonly EntityPlace[])[];
}

/** A table that the drawing knows as one. Rows and columns are those of its cells: what it says of its size may be anything. */
export function gridOf({ id, columns, cells }: DrawingTable): GridTable {
  const rows: string[][] = [];
  const places: EntityPlace[][] = [];
  for (const { row, column, text, box } of cells) {
    while (rows.length <= row) {
      rows.push(Array.from({ length: columns }, () => ''));
      places.push([]);
    }
    const line = rows[row];
    if (line !== undefined) line[column] = text.replace(/\s+/gu, ' ').trim();
    places[row]?.push({ entity: id, box });
  }
  return { rows, places };
}
