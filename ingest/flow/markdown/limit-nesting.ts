/** Columns that a level of a list may take; deeper indents are cut, which only the deepest lists notice. */
const COLUMNS_A_LEVEL = 4;
const PREFIX = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;
const MARKS = />|[-*+]|\d{1,9}[.)]/g;

/**
 * Keeps quotations and lists from nesting deeper than the reader of Markdown can follow: its work and its stack grow with the
 * depth of every line. The words of such a line stay; what is cut are marks and blanks before them.
 */
export function limitNesting(text: string, maxDepth: number): string {
  const widest = COLUMNS_A_LEVEL * maxDepth;
  return text
    .split('\n')
    .map((line) => {
      const prefix = PREFIX.exec(line)?.[0] ?? '';
      if (prefix.length <= maxDepth) return line;
      if ((prefix.match(MARKS)?.length ?? 0) > maxDepth) return line.slice(prefix.length);
      const blanks = /^[ \t]*/.exec(prefix)?.[0].length ?? 0;
      return blanks > widest ? ' '.repeat(widest) + line.slice(blanks) : line;
    })
    .join('\n');
}
