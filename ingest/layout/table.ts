import type { Box } from '../../kernel/index.ts';
import type { Row } from './rows.ts';

/** A cell of a table with its lines of text, top to bottom. `columnEnd` is exclusive. */
export interface TableCell {
  readonly column: number;
  readonly columnEnd: number;
  readonly lines: readonly Row[];
}

export interface TableRow extends Box {
  /** Ordered by column; columns that a cell from above spans into are absent. */
  readonly cells: readonly TableCell[];
  /** Whether a filled rectangle stands behind the row. */
  readonly filled: boolean;
  /** Whether a line parts it from rows below that no line parts from one another. */
  readonly ruledOff?: boolean;
}

/** A table of one page. `edges` are the left edges of its columns and the right edge of the last. */
export interface Table extends Box {
  readonly edges: readonly number[];
  readonly rows: readonly TableRow[];
}

export function columnCount(table: Table): number {
  return table.edges.length - 1;
}
