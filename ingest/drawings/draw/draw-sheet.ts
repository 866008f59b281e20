import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { assertNever, type Box } from '../../../kernel/index.ts';
import { PICTURE_FONT, registerFonts } from '../../picture/picture-fonts.ts';
import type { DrawingElement, DrawingPath, DrawingTable, DrawingText } from '../model/drawing.ts';
import { readSheet, type SheetRequest } from './read-sheet.ts';
import { type View, viewOf } from './view-of.ts';

/** A sheet of a drawing to be drawn; plain data, since it is drawn in another process. */
export interface DrawSheetRequest extends SheetRequest {
  /** Places to mark, in units of the sheet. */
  readonly boxes: readonly Box[];
}

const PAPER = '#ffffff';
const LINE = '#16181d';
const MARK = '#ffe45c';
const MARK_EDGE = '#d67800';
/** Height of capitals as a share of the size of the font. */
const CAPITALS = 0.73;
/** Smaller texts are grey noise, and cost as much as others. Pixels. */
const SMALLEST_TEXT = 3;
/** By which a text may be wider than its estimate before it is set narrower. */
const STRETCH = 1.1;
const LINE_PITCH = 5 / 3;

/**
 * Draws a sheet, or what stands around the marked places of a large one, as PNG. It holds the thread for up to some seconds: call it
 * in the child process.
 * @throws FaultlineError `no-page-image` where the drawing has no such sheet.
 */
export async function drawSheet({ boxes, ...wanted }: DrawSheetRequest): Promise<Uint8Array> {
  const { elements, frame } = await readSheet(wanted);
  registerFonts();
  const view = viewOf(frame, boxes);
  const canvas = createCanvas(view.width, view.height);
  const context = canvas.getContext('2d');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, view.width, view.height);
  for (const box of boxes) markBox(context, view, box);
  context.strokeStyle = LINE;
  context.fillStyle = LINE;
  context.lineWidth = 1;
  for (const element of elements) if (view.shows(element.box)) drawElement(context, view, element);
  return canvas.encode('png');
}

function markBox(context: SKRSContext2D, view: View, box: Box): void {
  const [x, y] = [view.x(box.x0) - 3, view.y(box.y1) - 3];
  const [width, height] = [view.x(box.x1) + 3 - x, view.y(box.y0) + 3 - y];
  context.fillStyle = MARK;
  context.fillRect(x, y, width, height);
  context.strokeStyle = MARK_EDGE;
  context.lineWidth = 2;
  context.strokeRect(x, y, width, height);
}

function drawElement(context: SKRSContext2D, view: View, element: DrawingElement): void {
  switch (element.kind) {
    case 'path':
      drawPath(context, view, element);
      return;
    case 'text':
      if (element.form !== 'placeholder' && element.form !== 'stated') drawText(context, view, element);
      return;
    case 'table':
      drawTable(context, view, element);
      return;
    case 'symbol':
      return;
    default:
      assertNever(element);
  }
}

function drawPath(context: SKRSContext2D, view: View, { points, isClosed }: DrawingPath): void {
  context.beginPath();
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [view.x(points[at] ?? 0), view.y(points[at + 1] ?? 0)];
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  if (isClosed) context.closePath();
  context.stroke();
}

/** Upright texts begin at the left of their box, others stand in its middle: their box tells no more. */
function drawText(context: SKRSContext2D, view: View, { text, box, height, rotation }: DrawingText): void {
  const size = (height * view.scale) / CAPITALS;
  if (size < SMALLEST_TEXT) return;
  context.font = `${size}px "${PICTURE_FONT}"`;
  const lines = text.split('\n');
  const pitch = height * LINE_PITCH * view.scale;
  if (rotation === 0) {
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    const widest = (box.x1 - box.x0) * view.scale * STRETCH;
    for (const [at, line] of lines.entries()) context.fillText(line, view.x(box.x0), view.y(box.y1 - height) + at * pitch, widest);
    return;
  }
  context.save();
  context.translate(view.x((box.x0 + box.x1) / 2), view.y((box.y0 + box.y1) / 2));
  context.rotate((-rotation * Math.PI) / 180);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [at, line] of lines.entries()) context.fillText(line, 0, (at - (lines.length - 1) / 2) * pitch);
  context.restore();
}

function drawTable(context: SKRSContext2D, view: View, { cells }: DrawingTable): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { text, box } of cells) {
    const [x, y] = [view.x(box.x0), view.y(box.y1)];
    const [width, height] = [view.x(box.x1) - x, view.y(box.y0) - y];
    context.strokeRect(x, y, width, height);
    context.font = `${Math.max(SMALLEST_TEXT, height / 2)}px "${PICTURE_FONT}"`;
    context.fillText(text.replace(/\s+/gu, ' '), x + height / 4, y + height / 2, Math.max(1, width - height / 2));
  }
}
