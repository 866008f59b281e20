import { FaultlineError, failed, ok } from '../../../kernel/index.ts';
import { openCompound } from '../../compound/open-compound.ts';
import { readSummaryTitle } from '../../compound/read-summary-title.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { toReadFault } from '../../parser/read-fault.ts';
import { createRowParser } from '../create-row-parser.ts';
import type { RawRow, RawSheet } from '../raw-row.ts';
import { readBook } from './read-book.ts';
import { surveyRecords } from './survey-records.ts';

const DAMAGED = 'The workbook is damaged: its records cannot be read; save it again and send that.';
const CUT = 'The workbook is cut short: rows are missing at its end; save it again and send that.';

/**
 * XLS of Excel 5 to 2003, through the same rows as XLSX. SheetJS is given the stream of records alone, which our own reader takes out of
 * the file: its release on npm is frozen, and chains of sectors that lead in a ring hold it up.
 */
export const xlsParser: DocumentParser = createRowParser('xls', '1', async ({ path }) => {
  try {
    const source = await openCompound(path);
    try {
      const stream = (await source.readStream('Workbook')) ?? (await source.readStream('Book'));
      if (stream === undefined) return failed({ outcome: 'damaged', reason: 'The workbook names no sheet that can be read.' });
      const { isBook, isLocked, isWhole } = surveyRecords(stream);
      if (!isBook) return failed({ outcome: 'damaged', reason: DAMAGED });
      if (isLocked) return failed({ outcome: 'encrypted', reason: 'The file is protected by a password; store it without one.' });
      const sheets = await readBook(stream);
      if (sheets.length === 0) return failed({ outcome: 'damaged', reason: 'The workbook names no sheet that can be read.' });
      const title = await readSummaryTitle(source);
      return ok({ ragged: true, properties: title === undefined ? {} : { title }, sheets: each(sheets, isWhole) });
    } finally {
      await source.close();
    }
  } catch (error) {
    const fault = toReadFault(error);
    if (fault === undefined) throw error;
    return failed(fault);
  }
});

/** A workbook that was cut short says so once all rows that are there have been given. */
async function* each(sheets: readonly RawSheet[], isWhole: boolean): AsyncGenerator<RawSheet> {
  for (const [index, sheet] of sheets.entries()) {
    yield isWhole || index < sheets.length - 1 ? sheet : { ...sheet, rows: cutShort(sheet.rows) };
  }
}

async function* cutShort(rows: RawSheet['rows']): AsyncGenerator<readonly RawRow[]> {
  yield* rows;
  throw new FaultlineError('parse-failed', CUT);
}
