/** Cells of one record. `open`: the text ends inside a quoted cell; `stray`: a quote stood where the grammar allows none. */
export interface SplitCells {
  readonly cells: readonly string[];
  readonly open: boolean;
  readonly stray: boolean;
}

/** Quotes without a closing one that are looked for to the end of the record; those behind them are characters. */
const MOST_OPEN = 50;

/**
 * Splits a record by RFC 4180, forgiving: a quote inside a quoted cell that closes nothing is kept as a character, spaces
 * before an opening and after a closing quote are dropped. With `literalOpen` a quote that is never closed is a character.
 */
export function splitCells(text: string, delimiter: string, literalOpen = false): SplitCells {
  const cells: string[] = [];
  let stray = false;
  let position = 0;
  let literal = 0;
  for (;;) {
    const opening = skipSpaces(text, position, delimiter);
    if (text[opening] === '"' && literal < MOST_OPEN) {
      const quoted = readQuoted(text, opening + 1, delimiter);
      if (quoted.end === undefined && !literalOpen) return { cells: [...cells, quoted.value], open: true, stray };
      if (quoted.end !== undefined) {
        cells.push(quoted.value);
        stray ||= quoted.stray;
        if (quoted.end >= text.length) return { cells, open: false, stray };
        position = quoted.end + 1;
        continue;
      }
      stray = true;
      literal += 1;
    }
    const next = text.indexOf(delimiter, position);
    if (next === -1) {
      cells.push(text.slice(position));
      return { cells, open: false, stray };
    }
    cells.push(text.slice(position, next));
    position = next + 1;
  }
}

/**
 * What a line does to a quoted cell that was open before it: `open` it stays so, `closed` the record ends with this line,
 * `broken` a quote closes nothing, so the cell was never meant to be quoted.
 */
export function continueQuoted(line: string, delimiter: string): 'open' | 'closed' | 'broken' {
  const quoted = readQuoted(line, 0, delimiter);
  if (quoted.stray) return 'broken';
  if (quoted.end === undefined) return 'open';
  if (quoted.end >= line.length) return 'closed';
  return splitCells(line.slice(quoted.end + 1), delimiter).open ? 'open' : 'closed';
}

/** Reads up to the closing quote; `end` is the place of the delimiter after it, the text's end, or undefined when never closed. */
function readQuoted(text: string, start: number, delimiter: string): { value: string; end: number | undefined; stray: boolean } {
  let value = '';
  let stray = false;
  let position = start;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote === -1) return { value: value + text.slice(position), end: undefined, stray };
    value += text.slice(position, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      position = quote + 2;
      continue;
    }
    const after = skipSpaces(text, quote + 1, delimiter);
    if (after >= text.length || text[after] === delimiter) return { value, end: Math.min(after, text.length), stray };
    stray = true;
    value += '"';
    position = quote + 1;
  }
}

function skipSpaces(text: string, start: number, delimiter: string): number {
  let position = start;
  while (text[position] === ' ' || (text[position] === '\t' && delimiter !== '\t')) position += 1;
  return position;
}
