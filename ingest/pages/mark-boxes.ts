import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../kernel/index.ts';

const FILL = 'rgba(255, 221, 0, 0.35)';
const BORDER = 'rgba(214, 120, 0, 0.95)';
/** Space between marked words and the border, in points. */
const MARGIN = 1;

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
