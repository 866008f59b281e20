import { columnRoles } from '../../../ontology/index.ts';
import { tableRows } from '../../flow/blocks/table-rows.ts';
import { around } from '../model/box-of.ts';
import type { Draft, EntityPlace } from './draft.ts';
import type { GridTable } from './grid-table.ts';

/**
 * The rows of a table as drafts, of which the first will stand at `from`: a title over the whole width, then rows under their header.
 * Lists of parts above a title block grow upwards: a header that stands below them is a header all the same.
 */
export function tableDrafts(table: GridTable, from: number): readonly Draft[] {
  const { rows, places } = headFirst(table);
  const filled = rows.map(countFilled);
  const head = filled.findIndex((count) => count > 1);
  const isHeaded = head >= 0 && filled.slice(head + 1).some((count) => count > 1);
  const offset = isHeaded ? head + 1 : 0;
  const drafts: Draft[] = rows.slice(0, isHeaded ? head : 0).flatMap((row, at): Draft[] => {
    const text = row.filter((cell) => cell !== '').join(' ');
    return text === '' ? [] : [{ kind: 'caption', text, places: together(places[at] ?? []) }];
  });
  const opens = from + drafts.length;
  for (const { number, text, cells, labels } of tableRows({ header: isHeaded ? rows[head] : undefined, rows: rows.slice(offset) })) {
    drafts.push({
      kind: 'table-row',
      text,
      places: together(places[offset + number - 1] ?? []),
      cells,
      table: opens,
      labels: labels.map(({ from: row, ...label }) => ({ ...label, from: opens + row })),
    });
  }
  return drafts;
}

/** The table from its header on: turned over where its last row names columns better than its first. */
function headFirst(table: GridTable): GridTable {
  const named = (row: readonly string[] | undefined): number => columnRoles(row ?? []).filter((role) => role !== undefined).length;
  const first = table.rows.find((row) => countFilled(row) > 1);
  if (named(table.rows.at(-1)) <= named(first)) return table;
  return { rows: table.rows.toReversed(), places: table.places.toReversed() };
}

function countFilled(row: readonly string[]): number {
  return row.filter((cell) => cell !== '').length;
}

/** One place an entity. */
function together(places: readonly EntityPlace[]): readonly EntityPlace[] {
  const byEntity = new Map<string, EntityPlace[]>();
  for (const place of places) byEntity.set(place.entity, [...(byEntity.get(place.entity) ?? []), place]);
  return [...byEntity].flatMap(([entity, own]) => {
    const box = around(own);
    return box === undefined ? [] : [{ entity, box }];
  });
}
