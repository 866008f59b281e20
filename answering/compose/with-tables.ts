import { type Access, compareText, type ElementPlace, type PassageReader, type StoredPassage } from '../../kernel/index.ts';
import { readAsRow } from './read-as-row.ts';

/** Tables completed, and rows of them read in all: a question is answered from a few tables. */
const TABLES = 8;
const ROWS = 3_000;

/** Names the table or list that a row is part of, by the place where it opens; a row of none stands alone. */
export function tableOf({ passage: { versionId, order, structure } }: StoredPassage): string {
  const { table, list } = structure;
  return `${versionId} ${table !== undefined ? `table ${table}` : list !== undefined ? `list ${list}` : `row ${order}`}`;
}

/** The table of a row, or the list of an item that is read as one. */
function placeOf({ passage }: StoredPassage): ElementPlace | undefined {
  const { versionId: version, structure } = passage;
  const { table, list } = structure;
  if (passage.kind === 'table-row' && table !== undefined) return { kind: 'table', version, opening: table };
  return list !== undefined && readAsRow(passage) !== undefined ? { kind: 'list', version, opening: list } : undefined;
}

/** The passages, then the other rows of the tables that their rows are part of, each once; a table is read to its ends. */
export async function withTables(
  passages: PassageReader,
  access: Access,
  found: readonly StoredPassage[],
): Promise<readonly StoredPassage[]> {
  const byId = new Map(found.map((stored) => [stored.passage.id, stored]));
  const done = new Set<string>();
  let room = ROWS;
  for (const hit of found) {
    const place = placeOf(hit);
    const table = tableOf(hit);
    if (place === undefined || done.has(table) || done.size >= TABLES || room <= 0) continue;
    done.add(table);
    const read = await passages.element(access, place, room);
    for (const row of read?.passages ?? []) if (!byId.has(row.passage.id)) byId.set(row.passage.id, row);
    room -= read?.passages.length ?? 0;
  }
  return withLabels(passages, access, [...byId.values()]);
}

/** Adds the passages that print the labels of these rows, where they are not among them. */
async function withLabels(passages: PassageReader, access: Access, rows: readonly StoredPassage[]): Promise<readonly StoredPassage[]> {
  const held = new Set(rows.map(({ passage }) => `${passage.versionId} ${passage.order}`));
  const wanted = new Map<string, { readonly version: StoredPassage['passage']['versionId']; readonly order: number }>();
  for (const { passage } of rows)
    for (const { order } of readAsRow(passage)?.labels ?? []) {
      const place = `${passage.versionId} ${order}`;
      if (order !== undefined && !held.has(place)) wanted.set(place, { version: passage.versionId, order });
    }
  const places = [...wanted].sort(([a], [b]) => compareText(a, b)).map(([, { version, order }]) => ({ version, from: order, to: order }));
  const labels = places.length === 0 ? [] : await passages.ranges(access, places);
  return [...rows, ...labels.flat()];
}
