/** Lines of a text or of a part of one, without the indent that the part has as a whole. */
export type Lines = readonly string[];

const TAB = 8;

/** Tabs as spaces, no spaces at line ends. */
export function plainLines(text: string): Lines {
  return text.split('\n').map((line) => (line.includes('\t') ? expandTabs(line) : line).trimEnd());
}

function expandTabs(line: string): string {
  let written = '';
  for (const [index, piece] of line.split('\t').entries()) {
    written += index === 0 ? piece : ' '.repeat(TAB - (written.length % TAB)) + piece;
  }
  return written;
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line === '';
}

/** Spaces before the first word; of a blank line none. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The indented lines from `at`, with blank ones between, and the index behind them. Their common indent is taken off, but no
 * more than `column`, where the words of the line before them begin.
 */
export function takeIndented(
  lines: Lines,
  at: number,
  column: number = Number.POSITIVE_INFINITY,
): { readonly block: Lines; readonly end: number } {
  let end = at;
  let indent = column;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (isBlank(line)) continue;
    if (indentOf(line) === 0) break;
    indent = Math.min(indent, indentOf(line));
    end = next + 1;
  }
  return { block: lines.slice(at, end).map((line) => line.slice(indent)), end };
}

/** Index of the first line from `at` that is not blank. */
export function skipBlank(lines: Lines, at: number): number {
  let next = at;
  while (next < lines.length && isBlank(lines[next])) next += 1;
  return next;
}

/** Without the blank lines at its ends. */
export function trimBlank(lines: Lines): Lines {
  const filled = lines.flatMap((line, index) => (isBlank(line) ? [] : [index]));
  return lines.slice(filled[0] ?? 0, (filled.at(-1) ?? -1) + 1);
}
