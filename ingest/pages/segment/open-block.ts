import type { PassageKind } from '../../../kernel/index.ts';
import type { LineElement } from '../../layout/page-elements.ts';
import { makePiece } from '../../layout/pieces.ts';
import type { Row } from '../../layout/rows.ts';
import type { Opening } from './classify-line.ts';
import { isOfItem, type PlacedBeside, passText } from './open-list.ts';
import type { LastLine, OpenBlock, PageState } from './page-state.ts';
import { addRow } from './placed-lines.ts';
import { TextBuilder } from './text-builder.ts';

/** How far to the right of an item's edge a line under it stands at least, in sizes. */
const SET_IN = 0.6;

/** The block that a line opens. */
export function openBlock(line: LineElement, opening: Opening, page: number): OpenBlock {
  const builder = new TextBuilder();
  addRow(builder, line.row, page, false);
  const first = line.bullet?.x0 ?? line.row.x0;
  const isText = opening.kind === 'text' || opening.kind === 'item' || opening.kind === 'listing';
  const kind: PassageKind = isText ? 'paragraph' : opening.kind;
  return {
    kind,
    ...builder.build(),
    ...(opening.kind === 'step' ? { marker: opening.marker } : {}),
    ...(opening.kind === 'step' || opening.kind === 'item' ? { mark: opening.mark } : {}),
    ...(line.frame === undefined ? {} : { frame: `${page}/${line.frame}` }),
    ...(opening.kind === 'heading' ? { heading: opening.heading } : {}),
    ...(opening.kind === 'listing' ? { listing: true } : {}),
    bare: opening.kind === 'warning' && opening.bare,
    first,
    inset: first - line.left,
    left: line.row.x0,
    lines: 1,
    boldLength: boldLength(line, page),
    last: lastLine(line, page),
  };
}

/** The block with one more line: as running text, or as an item on a line of its own. */
export function extendBlock(block: OpenBlock, line: LineElement, page: number, join: 'flow' | 'item'): OpenBlock {
  const builder = new TextBuilder(block);
  if (join === 'item') builder.addJoint('\n');
  if (block.bare && join === 'flow') builder.addJoint(' ');
  addRow(builder, line.row, page, join === 'flow' && !block.bare);
  const left = block.lines === 1 ? line.row.x0 : Math.min(block.left, line.row.x0);
  return { ...block, ...builder.build(), bare: false, left, lines: block.lines + 1, last: lastLine(line, page) };
}

/** Where a block that is no item stands beside the items of a list. */
export function besideOf({ first, inset, left, last: { page, size }, frame }: OpenBlock): PlacedBeside {
  return { x: Math.min(first, left), column: first - inset, page, size, frame };
}

/** Whether a line stands under an item: of the open list, or of the block that is open, which may be the first of a list. */
export function standsInList({ block, list }: PageState, { row, left, frame }: LineElement, page: number): boolean {
  const line = { x: row.x0, column: left, page, size: row.size, frame: frame === undefined ? undefined : `${page}/${frame}` };
  if (block?.mark !== undefined) return block.frame === line.frame && block.last.page === page && line.x > block.first + SET_IN * row.size;
  const open = list === undefined || block === undefined || block.kind === 'heading' ? list : passText(list, besideOf(block));
  return open !== undefined && block?.kind !== 'heading' && isOfItem(open, line);
}

function lastLine({ row, right }: LineElement, page: number): LastLine {
  const { x1, y0, y1, baseline, size, bold } = row;
  return { page, x1, y0, y1, baseline, size, bold, right };
}

function boldLength({ row }: LineElement, page: number): number {
  const [piece] = row.pieces;
  if (piece === undefined || row.bold) return row.bold ? rowLength(row, page) : 0;
  const end = piece.glyphs.findIndex((glyph) => !glyph.bold && glyph.text.trim() !== '');
  const head = makePiece(end === -1 ? piece.glyphs : piece.glyphs.slice(0, end));
  return head === undefined ? 0 : rowLength({ pieces: [head] }, page);
}

function rowLength(row: Pick<Row, 'pieces'>, page: number): number {
  const builder = new TextBuilder();
  addRow(builder, row, page, false);
  return builder.length;
}
