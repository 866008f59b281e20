import { cleanText } from './clean/clean-text.ts';
import { detectEncoding } from './clean/detect-encoding.ts';
import { type Line, readLines } from './clean/read-lines.ts';
import { detectDelimiter } from './rows/csv/detect-delimiter.ts';
import { createRecordSplitter } from './rows/csv/split-records.ts';

export interface DelimitedRow {
  readonly cells: readonly string[];
  /** First physical line of the row, from 1. */
  readonly line: number;
  readonly fault?: string;
}

const SAMPLE_LINES = 500;

/** All rows of a small delimited text in any encoding and with any delimiter that logs may have; blank lines are left out. */
export async function readDelimited(path: string): Promise<readonly DelimitedRow[]> {
  const encoding = await detectEncoding(path);
  const lines: Line[] = [];
  for await (const batch of readLines(path, encoding)) lines.push(...batch);
  const { delimiter, width } = detectDelimiter(lines.slice(0, SAMPLE_LINES));
  const splitter = createRecordSplitter(delimiter, width);
  const records = [...lines.flatMap((line) => splitter.push(line)), ...splitter.end()];
  return records.map(({ cells, line, fault }) => ({
    cells: cells.map((cell) => cleanText(cell).trim()),
    line,
    ...(fault === undefined ? {} : { fault }),
  }));
}
