import type { Package } from '../../archive/open-package.ts';
import { elementAt, type PartElement, readPartTree } from '../../archive/read-part-tree.ts';
import { readRelations } from '../../archive/read-relations.ts';

/** A picture that lies over a sheet. */
export interface DrawnPicture {
  /** Of the cell under its upper left corner, from 1. */
  readonly row: number;
  readonly column: number;
  /** Absent where the package does not hold it. */
  readonly part?: string;
}

/** Furthest cell that a sheet can have. */
const LAST = { row: 1_048_576, column: 16_384 } as const;

/**
 * The pictures over a sheet, those that fill shapes too, in the order of their cells; hidden ones are left out.
 * @throws FaultlineError where the drawing of the sheet is damaged or too large.
 */
export async function readDrawnPictures(source: Package, sheetPart: string, maxElements: number): Promise<readonly DrawnPicture[]> {
  const drawn: DrawnPicture[] = [];
  for (const { kind, part } of await readRelations(source, sheetPart)) {
    if (kind !== 'drawing') continue;
    const relations = await readRelations(source, part);
    const parts = new Map(relations.flatMap((relation) => (relation.kind === 'image' ? [[relation.id, relation.part] as const] : [])));
    for (const anchor of (await readPartTree(source, part, maxElements))?.children ?? []) {
      const from = elementAt(anchor, 'from');
      const place = { row: placeOf(from, 'row', LAST.row), column: placeOf(from, 'col', LAST.column) };
      for (const relation of shownIn(anchor)) {
        const shown = parts.get(relation);
        drawn.push({ ...place, ...(shown === undefined ? {} : { part: shown }) });
      }
    }
  }
  return drawn.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Relations of the pictures in an element of a drawing: in groups, and of two forms of one thing in the first. */
function shownIn(element: PartElement): readonly string[] {
  switch (element.name) {
    case 'pic':
    case 'sp':
      return isHidden(element) ? [] : relationIn(element.name === 'pic' ? element : elementAt(element, 'spPr'));
    case 'AlternateContent':
      return element.children.slice(0, 1).flatMap((form) => form.children.flatMap(shownIn));
    case 'twoCellAnchor':
    case 'oneCellAnchor':
    case 'absoluteAnchor':
    case 'grpSp':
      return element.children.flatMap(shownIn);
    default:
      return [];
  }
}

/** The relation of the picture that fills an element, empty for one outside of the file. */
export function relationIn(element: PartElement | undefined): readonly string[] {
  const blip = elementAt(element, 'blipFill', 'blip');
  return blip === undefined ? [] : [blip.attributes['r:embed'] ?? ''];
}

function isHidden(element: PartElement): boolean {
  const names = element.children.find(({ name }) => name.startsWith('nv'));
  return /^(?:1|true)$/.test(elementAt(names, 'cNvPr')?.attributes.hidden ?? '');
}

function placeOf(from: PartElement | undefined, name: string, last: number): number {
  const place = Number(elementAt(from, name)?.text ?? 0);
  return Number.isInteger(place) && place >= 0 ? Math.min(place + 1, last) : 1;
}
