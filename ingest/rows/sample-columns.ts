import { fold, unitFacts } from '../../kernel/index.ts';
import { splitUnit } from '../../ontology/index.ts';
import { readDate } from '../title-block/read-date.ts';
import type { SampledColumn } from './fits-role.ts';
import { columnType, countCell, emptyColumnCounts } from './survey-column.ts';

/** Share of a column of eight bare digits that are days of the calendar; subtotals may stand between them. */
const COMPACT_DATES = 0.8;
/** Share of different values among the rows up to which a column's cells come again. */
const RECURRING = 0.5;

/** The columns of a log as its sampled rows show them. `year`: of dates that leave it out. */
export function sampleColumns(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  chinese: boolean,
  year: number | undefined,
): readonly SampledColumn[] {
  return headers.map((header, column): SampledColumn => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const counts = emptyColumnCounts();
    for (const text of cells) countCell(counts, { text });
    const { type } = columnType(counts, undefined, chinese, { year });
    const isCompactDate = cells.filter((cell) => readDate(cell, undefined, true) !== undefined).length > COMPACT_DATES * cells.length;
    const different = new Set(cells.map(fold)).size;
    return {
      column,
      cells,
      rows: body.length,
      type: isCompactDate ? 'date' : type,
      unit: unitOf(header),
      differ: different / Math.max(1, cells.length),
      isRecurring: different <= RECURRING * body.length,
    };
  });
}

function unitOf(header: string): string | undefined {
  return unitFacts(splitUnit(header).unit ?? '')?.dimension;
}
