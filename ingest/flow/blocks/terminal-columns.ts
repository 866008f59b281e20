const TAB = 8;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u;

/** What each column of a terminal shows of a line: a Chinese character stands in the first of its two, a tab is blanks. */
export function terminalColumns(line: string): readonly string[] {
  const columns: string[] = [];
  for (const sign of line) {
    if (sign === '\t')
      do columns.push(' ');
      while (columns.length % TAB !== 0);
    else columns.push(sign, ...(WIDE.test(sign) ? [''] : []));
  }
  return columns;
}

/** Columns of a terminal that a line takes. */
export function terminalWidth(line: string): number {
  return terminalColumns(line).length;
}
