import type { PassageKind } from '../../../kernel/index.ts';
import type { LineElement } from '../layout/page-elements.ts';
import { makePiece } from '../layout/pieces.ts';
import type { Row } from '../layout/rows.ts';
import type { Opening } from './classify-line.ts';
import type { LastLine, OpenBlock } from './page-state.ts';
import { addRow } from './placed-lines.ts';
import { TextBuilder } from './text-builder.ts';

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
