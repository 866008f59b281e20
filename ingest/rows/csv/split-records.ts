import { type Line, MAX_LINE_LENGTH } from '../../clean/read-lines.ts';
import { continueQuoted, splitCells } from './split-cells.ts';

/** Lines that a quoted cell may run over before it counts as never closed. */
const MAX_RECORD_LINES = 1_000;

/** One record as it stands in the file; `line` is its first line. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly fault?: string;
  /** UTF-16 units of the record that were beyond what is kept. */
  readonly cut: number;
}

export interface RecordSplitter {
  push(line: Line): readonly CsvRecord[];
  end(): readonly CsvRecord[];
}

/**
 * Joins lines to records. A quote that is never closed would swallow the rest of the file; here it costs its own line only:
 * when the quoted cell breaks the grammar, runs over too many lines or ends in a record of the wrong width, its first line is
 * read again with the quote as a character, and the following lines as records of their own.
 * @param width usual number of cells, when it is known.
 */
export function createRecordSplitter(delimiter: string, width: number | undefined): RecordSplitter {
  let pending: Line[] = [];
  let pendingLength = 0;

  function add(line: Line, records: CsvRecord[]): void {
    if (pending.length === 0) {
      if (line.text.trim() === '') return;
      const split = splitCells(line.text, delimiter);
      if (split.open && line.cut === 0) hold(line);
      else records.push(split.open ? literal(line) : toRecord(split.cells, line, split.stray ? 'a quote stands inside a cell' : undefined));
      return;
    }
    const state = continueQuoted(line.text, delimiter);
    hold(line);
    if (state === 'broken' || line.cut > 0 || pending.length > MAX_RECORD_LINES || pendingLength > MAX_LINE_LENGTH) recover(records);
    else if (state === 'closed') close(records);
  }

  function hold(line: Line): void {
    pending.push(line);
    pendingLength += line.text.length + 1;
  }

  function close(records: CsvRecord[]): void {
    const first = pending[0];
    if (first === undefined) return;
    const split = splitCells(pending.map((line) => line.text).join('\n'), delimiter);
    const alone = splitCells(first.text, delimiter, true);
    if (width !== undefined && split.cells.length !== width && alone.cells.length === width) {
      recover(records);
      return;
    }
    release();
    records.push(toRecord(split.cells, first, split.stray ? 'a quote stands inside a cell' : undefined));
  }

  function recover(records: CsvRecord[]): void {
    const [first, ...rest] = pending;
    release();
    if (first === undefined) return;
    records.push(literal(first));
    for (const line of rest) add(line, records);
  }

  function literal(line: Line): CsvRecord {
    return toRecord(splitCells(line.text, delimiter, true).cells, line, 'a quote is not closed');
  }

  function release(): void {
    pending = [];
    pendingLength = 0;
  }

  return {
    push(line) {
      const records: CsvRecord[] = [];
      add(line, records);
      return records;
    },
    end() {
      const records: CsvRecord[] = [];
      while (pending.length > 0) recover(records);
      return records;
    },
  };
}

function toRecord(cells: readonly string[], line: Line, fault: string | undefined): CsvRecord {
  const cut = line.cut > 0 ? `${line.cut} characters of the line were too many and are not kept` : undefined;
  const faults = [fault, cut].filter((text) => text !== undefined).join('; ');
  return { cells, line: line.number, cut: line.cut, ...(faults === '' ? {} : { fault: faults }) };
}
