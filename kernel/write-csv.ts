const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
/** Spreadsheets run a cell that begins like this as a formula, after leading white space and in full width too. */
const FORMULA_START = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** One line of CSV (RFC 4180): cells that hold a separator, a quotation mark or a line break are quoted, empty ones stay empty. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A line that readers of CSV skip when told that `#` begins a comment. A spreadsheet shows it split at its separators: no part of it
 * is one that would be run.
 */
export function csvComment(text: string): string {
  const oneLine = text.replace(/[\r\n\u0000]+/g, ' ');
  return `# ${oneLine.replace(/(?<=[,;\t])(?=\s*[=+\-@＝＋－＠](?!\d+(?:\.\d+)?(?:[\],}]|$)))/gu, "'")}\r\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : harmless(cell);
  return /[",\r\n]/.test(text) ? quoted(text) : text;
}

/** Texts come from documents: one that a spreadsheet would run gets an apostrophe before it. A plain number stays one. */
function harmless(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
