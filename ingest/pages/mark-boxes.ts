import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../kernel/index.ts';

const FILL = 'rgba(255, 221, 0, 0.35)';
const BORDER = 'rgba(214, 120, 0, 0.95)';
/** Space between marked words and the border, in points. */
const MARGIN = 1;

const READ_FILL = 'rgba(0, 110, 190, 0.08)';
const READ_BORDER = 'rgba(0, 110, 190, 0.7)';

/** Places on a page, in points: those to mark, and those to frame below them as what was read. */
export interface PageMarks {
  readonly boxes: readonly Box[];
  readonly read: readonly Box[];
}

/** Frames and marks places on a page that is drawn with `scale` pixels a point. */
export function markPage(context: SKRSContext2D, { boxes, read }: PageMarks, scale: number): void {
  frameRead(context, read, scale);
  markBoxes(context, boxes, scale);
}

/** Frames what was read, as thin as it can be seen: it stands all over a page, and what is marked stands out from it. */
function frameRead(context: SKRSContext2D, boxes: readonly Box[], scale: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.lineWidth = Math.max(1, scale / 2);
  context.fillStyle = READ_FILL;
  context.strokeStyle = READ_BORDER;
  for (const { x0, y0, x1, y1 } of boxes) {
    context.fillRect(x0 * scale, y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale);
    context.strokeRect(x0 * scale, y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale);
  }
}

/** Marks boxes, in points, on a page that is drawn with `scale` pixels a point. */
export function markBoxes(context: SKRSContext2D, boxes: readonly Box[], scale: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.lineWidth = Math.max(1, scale);
  for (const box of boxes) {
    const x = (box.x0 - MARGIN) * scale;
    const y = (box.y0 - MARGIN) * scale;
    const width = (box.x1 - box.x0 + 2 * MARGIN) * scale;
    const height = (box.y1 - box.y0 + 2 * MARGIN) * scale;
    context.fillStyle = FILL;
    context.fillRect(x, y, width, height);
    context.strokeStyle = BORDER;
    context.strokeRect(x, y, width, height);
  }
}
