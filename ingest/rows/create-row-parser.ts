import type { Format, Json, Result } from '../../kernel/index.ts';
import type { DocumentParser, ParserInput } from '../parser/document-parser.ts';
import type { ReadFault } from '../parser/read-fault.ts';
import { concludeRows } from './conclude-rows.ts';
import type { OpenedTables } from './raw-row.ts';
import { ROWS_DETAIL, type RowsDetail } from './rows-detail.ts';
import { segmentRows } from './segment-rows.ts';
import { surveyRows } from './survey-rows.ts';

/** A parser for any file of tables that `open` can go through from its first row to its last. */
export function createRowParser(
  format: Format,
  version: string,
  open: (input: ParserInput) => Promise<Result<OpenedTables, ReadFault>>,
): DocumentParser {
  return {
    format,
    version,
    async survey(input) {
      const opened = await open(input);
      if (opened.ok) return surveyRows(opened.value, input.limits, input.corrections?.columns);
      const detail: RowsDetail = { sheets: [], ragged: false, warnings: [], fault: opened.fault };
      return { properties: { language: 'none' }, total: 0, unit: 'row', detail: detail as unknown as Json };
    },
    async *segment(input, survey, from) {
      const detail = ROWS_DETAIL.parse(survey.detail);
      if (detail.sheets.length === 0 && detail.fault !== undefined) return;
      const opened = await open(input);
      if (opened.ok) yield* segmentRows(opened.value, detail, input, from);
    },
    conclude: concludeRows,
  };
}
