import { compareLabels } from '../../../kernel/index.ts';
import { type DrawingLabel, drawingLabel } from '../../../ontology/index.ts';
import { readDate } from '../../title-block/read-date.ts';
import type { PlacedText } from './placed-text.ts';
import type { RuledTable } from './ruled-tables.ts';

/** A table of the revisions of a sheet, its header first. */
export interface RevisionTable extends RuledTable {
  /** The newest row: by its date, then by the natural order of labels. */
  readonly newest: { readonly revision: string; readonly date: string };
}

/** UTF-16 units of a revision's label at most. */
const LONGEST_REVISION = 6;
/** A header names the revision, its date and what was done. */
const FEWEST_COLUMNS = 3;

/**
 * The tables of revisions among ruled cells. They stand against the title block and grow upwards from a header below or downwards from
 * one above; a row of theirs has a short label and a date where the header says so, which the fields of a title block have not.
 */
export function revisionTables(tables: readonly RuledTable[]): readonly RevisionTable[] {
  return tables.flatMap((table) => {
    for (const head of table.rows.keys()) {
      const found = historyAt(table, head);
      if (found !== undefined) return [found];
    }
    return [];
  });
}

function historyAt(table: RuledTable, head: number): RevisionTable | undefined {
  const header = table.rows[head] ?? [];
  const column = (role: DrawingLabel): number => header.findIndex((cell) => drawingLabel(cell) === role);
  const [revision, date] = [column('revision'), column('date')];
  if (revision < 0 || date < 0 || header.filter((cell) => cell !== '').length < FEWEST_COLUMNS) return undefined;
  const isRow = (row: readonly string[] | undefined): boolean =>
    (row?.[revision] ?? '') !== '' &&
    (row?.[revision] ?? '').length <= LONGEST_REVISION &&
    readDate(row?.[date] ?? '', undefined, true) !== undefined &&
    !(row ?? []).some((cell) => drawingLabel(cell) !== undefined);
  const above: number[] = [];
  for (let at = head - 1; isRow(table.rows[at]); at -= 1) above.push(at);
  const below: number[] = [];
  for (let at = head + 1; isRow(table.rows[at]); at += 1) below.push(at);
  const own = above.length >= below.length ? above : below;
  if (own.length === 0) return undefined;
  const used = [head, ...own];
  const rows = used.map((at) => table.rows[at] ?? []);
  const places = used.map((at) => table.places[at] ?? []);
  const within = (text: PlacedText): boolean =>
    places.some((row) => row.some((place) => place.entity === text.id && place.box === text.box));
  const [newest] = rows
    .slice(1)
    .map((row) => ({ revision: row[revision] ?? '', date: row[date] ?? '' }))
    .sort((a, b) => timeOf(b.date) - timeOf(a.date) || compareLabels(b.revision, a.revision));
  return newest === undefined ? undefined : { rows, places, texts: table.texts.filter(within), newest };
}

function timeOf(date: string): number {
  return readDate(date, undefined, true)?.time ?? 0;
}
