const TAB = 8;
const WIDE = /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** Signs by their column of a terminal: a wide one takes two, of which the second is empty; a tab is blanks. */
export function terminalColumns(line: string): readonly string[] {
  const columns: string[] = [];
  for (const sign of line) {
    if (sign === '\t')
      do columns.push(' ');
      while (columns.length % TAB !== 0);
    else if (isWideSign(sign)) columns.push(sign, '');
    else columns.push(sign);
  }
  return columns;
}

/** Columns that a text takes in a terminal: two for a Chinese character or sign. */
export function terminalWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

export function isWideSign(sign: string): boolean {
  return sign.search(WIDE) === 0;
}
