import type { Json } from '../../kernel/index.ts';
import type { Conclusion, Survey } from '../parser/document-parser.ts';
import { EMPTY_TALLY, makeQualityReport } from '../parser/quality-report.ts';
import { ROWS_CARRY, ROWS_DETAIL, type RowsCarry, type RowsDetail } from './rows-detail.ts';

/** Outcome and quality report of a file of tables after its last chunk. */
export function concludeRows(survey: Survey, lastCarry: Json | undefined): Conclusion {
  const detail = ROWS_DETAIL.parse(survey.detail);
  const carry = lastCarry === undefined ? undefined : ROWS_CARRY.parse(lastCarry);
  const tally = carry?.tally ?? EMPTY_TALLY;
  const columns = detail.sheets
    .flatMap((sheet) => sheet.columns.map((column) => ({ ...column, sheet: sheet.name })))
    .map(({ header, role, unit, sheet, decisions }) => ({
      header,
      ...(role === undefined ? {} : { role }),
      ...(unit === undefined ? {} : { unit }),
      ...(sheet === '' ? {} : { sheet }),
      ...(decisions === undefined ? {} : { decisions }),
    }));
  const report = makeQualityReport(
    { ...tally, rows: tally.passages === 0 ? 0 : (carry?.ordinal ?? 0) },
    {
      ofRows: true,
      warnings: [...detail.warnings, ...besideWarning(carry?.beside ?? 0), ...(carry?.unreadPictures ?? [])],
      columns,
      ...(detail.encoding === undefined ? {} : { encoding: detail.encoding }),
      ...(detail.delimiter === undefined ? {} : { delimiter: detail.delimiter }),
    },
  );
  return { ...outcomeOf(detail, carry), report };
}

function outcomeOf(detail: RowsDetail, carry: RowsCarry | undefined): Omit<Conclusion, 'report'> {
  const { ordinal: rows = 0, cutRows = 0, pictured = 0 } = carry ?? {};
  if (detail.fault !== undefined) {
    if (rows === 0) return detail.fault;
    const outcome = detail.fault.outcome === 'damaged' ? 'partial' : detail.fault.outcome;
    return { outcome, reason: `${detail.fault.reason} The first ${rows} rows were read and kept.` };
  }
  if (rows === 0 && pictured === 0) {
    const headed = detail.sheets.some((sheet) => sheet.hasHeader);
    return { outcome: 'empty', reason: headed ? 'The table has a header but no rows below it.' : 'The file holds no rows.' };
  }
  if (cutRows > 0) {
    return {
      outcome: 'limit-exceeded',
      reason: `${cutRows} rows are longer than can be kept and were cut; all other rows were read whole.`,
    };
  }
  return { outcome: 'visible' };
}

function besideWarning(rows: number): readonly string[] {
  return rows === 0 ? [] : [`${rows} rows of totals or remarks stand among the records; they are quoted and not counted.`];
}
