import { headerKey, sheetKey } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import type { FormedTable, VersionTables } from '../rows/column-reach.ts';
import { tableRows } from './table-rows.ts';

/** A column of a table in a version. */
interface ColumnPlace {
  readonly place: VersionTables;
  readonly table: string;
  readonly column: string;
}

/**
 * In how many rows of some versions each of some columns would be read anew, were something said of it: of all tables with the column
 * that a decision reaches from there (`reachOf`), by its form or by its document.
 */
export async function columnRows(
  connections: Connections,
  places: readonly VersionTables[],
  columns: readonly ColumnPlace[],
): Promise<(column: ColumnPlace) => number> {
  const holders = new Map<string, Map<string, { readonly place: VersionTables; readonly table: FormedTable }>>();
  const wanted = new Set(columns.flatMap(waysTo));
  for (const place of places) {
    for (const table of place.tables) {
      for (const column of new Set(table.headers.map(headerKey))) {
        for (const way of waysOf(place, table, column)) {
          if (!wanted.has(way)) continue;
          const known = holders.get(way) ?? new Map();
          holders.set(way, known.set(`${place.version} ${table.sheet}`, { place, table }));
        }
      }
    }
  }
  const reached = new Map([...holders.values()].flatMap((tables) => [...tables.values()]).map(({ place }) => [place.version, place]));
  const rowsOf = await tableRows(
    connections,
    [...reached.values()].map(({ version, tables }) => ({ version, sheets: tables.map(({ sheet }) => sheet) })),
  );
  return (column) => {
    const tables = new Map(waysTo(column).flatMap((way) => [...(holders.get(way) ?? [])]));
    return [...tables.values()].reduce((sum, { place, table }) => sum + rowsOf(place.version, table.sheet), 0);
  };
}

function waysTo({ place, table, column }: ColumnPlace): readonly string[] {
  const found = place.tables.find(({ sheet }) => sheet === table);
  return found === undefined ? [] : waysOf(place, found, headerKey(column));
}

function waysOf({ document }: VersionTables, { sheet, form }: FormedTable, column: string): readonly string[] {
  const ofDocument = JSON.stringify(['document', document, sheetKey(sheet), column]);
  return form === undefined ? [ofDocument] : [ofDocument, JSON.stringify(['form', form, column])];
}
