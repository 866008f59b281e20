/** Places of a grid that spans may fill beyond one for each cell; behind that, cells span nothing. */
const MAX_SPANNED = 500_000;

/** A cell of a table whose markup knows spans. */
export interface SpanningCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface TableText {
  /** Names of the columns, where the table has such a row. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
  /** Places of the rows that hold one cell over the whole width, which heads those below it. */
  readonly titles?: ReadonlySet<number>;
}

interface GridCell {
  readonly text: string;
  readonly repeated: boolean;
}

/**
 * Lays cells out as a grid. A cell that spans rows stands in each of them, as a reader sees it; one that spans columns stands
 * in the first, but in the header names them all. Rows of a header of several lines are joined by column.
 */
export function layOutTable(lines: readonly (readonly SpanningCell[])[], headerRows: number): TableText {
  const grid = layOut(lines);
  const head = grid.slice(0, headerRows);
  const body = grid.slice(headerRows);
  const rows = body.map(plainRow);
  const widest = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const titles = new Set(body.flatMap((row, index) => (isTitle(row, widest) ? [index] : [])));
  if (head.length === 0) return { header: undefined, rows, titles };
  const width = head.reduce((most, row) => Math.max(most, row.length), 0);
  const header = Array.from({ length: width }, (_, column) => {
    const parts = head.map((row) => row[column]?.text ?? '').filter((text) => text !== '');
    return [...new Set(parts)].join(' ');
  });
  return { header, rows, titles };
}

/** One cell over all columns, of which there are several. */
function isTitle(row: readonly (GridCell | undefined)[], width: number): boolean {
  const filled = Array.from(row);
  return width > 1 && filled.length === width && filled[0]?.repeated === false && filled.slice(1).every((cell) => cell?.repeated === true);
}

function plainRow(row: readonly (GridCell | undefined)[]): readonly string[] {
  return Array.from(row, (cell) => (cell === undefined || cell.repeated ? '' : cell.text));
}

function layOut(lines: readonly (readonly SpanningCell[])[]): readonly (readonly (GridCell | undefined)[])[] {
  const grid: (GridCell | undefined)[][] = lines.map(() => []);
  let spanned = 0;
  lines.forEach((cells, rowIndex) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      const rows = Math.min(cell.rows, lines.length - rowIndex);
      const fits = spanned + rows * cell.columns - 1 <= MAX_SPANNED;
      const { down, right } = fits ? { down: rows, right: cell.columns } : { down: 1, right: 1 };
      spanned += down * right - 1;
      for (let below = 0; below < down; below += 1) {
        const row = grid[rowIndex + below];
        for (let across = 0; row !== undefined && across < right; across += 1) {
          row[column + across] = { text: cell.text, repeated: across > 0 };
        }
      }
      column += right;
    }
  });
  return grid;
}
