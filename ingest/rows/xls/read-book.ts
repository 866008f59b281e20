import type { CellObject, WorkSheet } from 'xlsx';
import { FaultlineError } from '../../../kernel/index.ts';
import type { RawCell, RawRow, RawSheet } from '../raw-row.ts';
import { createMergeFill } from '../xlsx/fill-merges.ts';
import { isDateFormat, isPercentFormat } from '../xlsx/number-format.ts';
import type { VerticalMerge } from '../xlsx/read-merges.ts';
import { MACINTOSH_OFFSET } from '../xlsx/read-workbook.ts';
import { numberCell, textCell, trimEnd } from '../xlsx/sheet-cell.ts';
import { withCleanPrototypes } from './with-clean-prototypes.ts';

/** Rows that are given on at a time. */
const BATCH = 500;
const EMPTY: RawCell = { text: '' };

type Format = 'date' | 'percent' | 'plain';
/** A sheet as SheetJS gives it when asked for rows: those of cells, with places left out. */
type DenseSheet = readonly (readonly (CellObject | null | undefined)[] | undefined)[] & Pick<WorkSheet, '!merges'>;

/**
 * Sheets of a workbook of the old binary form out of its stream of records, in the order of the tabs.
 * @throws FaultlineError `parse-failed` for records that make no sense.
 */
export async function readBook(stream: Buffer): Promise<readonly RawSheet[]> {
  const { default: xlsx } = await import('xlsx');
  try {
    const book = withCleanPrototypes(() => xlsx.read(stream, OPTIONS));
    const dayOffset = book.Workbook?.WBProps?.date1904 === true ? MACINTOSH_OFFSET : 0;
    return book.SheetNames.flatMap((name): readonly RawSheet[] => {
      const sheet: unknown = book.Sheets[name];
      return Array.isArray(sheet) ? [{ name, rows: eachBatch(sheet as unknown as DenseSheet, dayOffset) }] : [];
    });
  } catch (error) {
    if (error instanceof FaultlineError) throw error;
    throw new FaultlineError('parse-failed', 'The workbook is damaged: its records cannot be read; save it again and send that.', {
      cause: error,
    });
  }
}

/** Formulas count by their stored result, and what cells show is worked out as for XLSX. */
const OPTIONS = { type: 'buffer', dense: true, cellNF: true, cellFormula: false, cellHTML: false, cellText: false } as const;

async function* eachBatch(sheet: DenseSheet, dayOffset: number): AsyncGenerator<readonly RawRow[]> {
  const fill = createMergeFill(verticalMerges(sheet));
  const formats = new Map<string, Format>();
  let batch: RawRow[] = [];
  for (const [index, row] of sheet.entries()) {
    const cells = trimEnd(Array.from(row ?? [], (cell) => readCell(cell, dayOffset, formats)));
    if (cells.length > 0) batch.push({ cells: fill(index + 1, cells), line: index + 1 });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function verticalMerges({ '!merges': merges = [] }: DenseSheet): readonly VerticalMerge[] {
  return merges.filter(({ s, e }) => e.r > s.r).map(({ s, e }) => ({ column: s.c + 1, first: s.r + 1, last: e.r + 1 }));
}

function readCell(cell: CellObject | null | undefined, dayOffset: number, formats: Map<string, Format>): RawCell {
  const value = cell?.v;
  if (cell === null || cell === undefined || value === undefined || value === null) return EMPTY;
  switch (cell.t) {
    case 'n':
      return typeof value === 'number' ? numberCell(value, formatOf(cell.z, formats), dayOffset, String(value)) : EMPTY;
    case 'b':
      return { text: value === true ? 'TRUE' : 'FALSE' };
    case 'e':
      return textCell(cell.w ?? ERRORS[Number(value)] ?? '#ERROR!');
    default:
      return textCell(String(value));
  }
}

/** Errors by their numbers (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function formatOf(code: string | number | undefined, formats: Map<string, Format>): Format {
  const written = String(code ?? 'General');
  const known = formats.get(written);
  if (known !== undefined) return known;
  // The library gives the code of every format, those built in too, so no number of a format is asked.
  const format = isDateFormat(0, written) ? 'date' : isPercentFormat(0, written) ? 'percent' : 'plain';
  formats.set(written, format);
  return format;
}
