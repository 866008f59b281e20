import { ok } from '../../../kernel/index.ts';
import { cleanText } from '../../clean/clean-text.ts';
import { type Encoding, encodingWarnings, surveyEncoding } from '../../clean/detect-encoding.ts';
import { type Line, readLines } from '../../clean/read-lines.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { createRowParser } from '../create-row-parser.ts';
import type { RawRow } from '../raw-row.ts';
import { type DelimiterGuess, detectDelimiter } from './detect-delimiter.ts';
import { type CsvRecord, createRecordSplitter } from './split-records.ts';

const SAMPLE_LINES = 500;

/** CSV, TSV and other delimited text; encoding and delimiter are found in the content. */
export const csvParser: DocumentParser = createRowParser('csv', '4', async ({ path }) => {
  const survey = await surveyEncoding(path);
  const { encoding } = survey;
  const guess = detectDelimiter(await sampleLines(path, encoding));
  return ok({
    encoding,
    warnings: encodingWarnings(survey),
    delimiter: guess.delimiter,
    ragged: false,
    properties: {},
    sheets: oneSheet(readRows(path, encoding, guess)),
  });
});

async function* oneSheet(rows: AsyncIterable<readonly RawRow[]>) {
  yield { name: '', rows };
}

async function sampleLines(path: string, encoding: Encoding): Promise<readonly Line[]> {
  const sample: Line[] = [];
  for await (const batch of readLines(path, encoding)) {
    sample.push(...batch.slice(0, SAMPLE_LINES - sample.length));
    if (sample.length >= SAMPLE_LINES) break;
  }
  return sample;
}

async function* readRows(path: string, encoding: Encoding, guess: DelimiterGuess): AsyncGenerator<readonly RawRow[]> {
  const splitter = createRecordSplitter(guess.delimiter, guess.width);
  for await (const batch of readLines(path, encoding)) {
    yield batch.flatMap((line) => splitter.push(line)).map(toRawRow);
  }
  yield splitter.end().map(toRawRow);
}

function toRawRow(record: CsvRecord): RawRow {
  return {
    cells: record.cells.map((cell) => ({ text: cleanText(cell).replaceAll('\t', ' ').trim() })),
    line: record.line,
    ...(record.fault === undefined ? {} : { fault: record.fault }),
    ...(record.cut > 0 ? { cut: true } : {}),
  };
}
