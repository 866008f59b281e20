import type { TableEntity } from './dxf-entity.ts';
import { entityBase } from './entity-base.ts';
import type { TagList } from './tag-list.ts';

/** Cells begin with their type (171): text or a block. */
const CELL = 171;
/** Longer texts come in pieces; newer files give the content under the mark of its value. */
const PIECE = 2;
const LAST = 1;
const VALUE_PIECE = 303;
const VALUE_LAST = 302;

/**
 * An ACAD_TABLE with the texts of its cells, codes of formatting and all. In newer files a cell has its text twice, as it was and as a
 * value; one counts. Cells without words are empty.
 */
export function readTable(tags: TagList): TableEntity {
  const cells: { plain: string[]; value: string[] }[] = [];
  tags.within('AcDbTable').each((code, text) => {
    const cell = cells.at(-1);
    if (code === CELL) cells.push({ plain: [], value: [] });
    else if (cell === undefined) return;
    else if (code === PIECE || code === LAST) cell.plain.push(text);
    else if (code === VALUE_PIECE || (code === VALUE_LAST && text !== '')) cell.value.push(text);
  });
  const table = tags.within('AcDbTable');
  const place = tags.within('AcDbBlockReference');
  return {
    kind: 'table',
    ...entityBase(tags),
    at: { x: place.number(10, 0), y: place.number(20, 0) },
    rowHeights: table.numbers(141),
    columnWidths: table.numbers(142),
    cells: cells.map(({ plain, value }) => (plain.length > 0 ? plain : value).join('')),
    direction: (Math.atan2(table.number(21, 0), table.number(11, 1)) * 180) / Math.PI,
    block: place.first(2),
  };
}
