import type { Anchor, Box } from '../../kernel/index.ts';

/** Share of a gold box that cited boxes must cover: glyph boxes of two engines differ by some ascent. */
const COVERED_SHARE = 0.6;
const SAMPLES = 12;

/** Whether the boxes cited on one page cover a box, by sampling a grid of points, so that overlaps are not counted twice. */
export function coversBox(anchors: readonly Anchor[], page: number, box: Box): boolean {
  const boxes = anchors.flatMap((anchor) => (anchor.kind === 'page' && anchor.page === page ? anchor.boxes : []));
  let inside = 0;
  for (let column = 0; column < SAMPLES; column++) {
    for (let row = 0; row < SAMPLES; row++) {
      const x = box.x0 + ((column + 0.5) / SAMPLES) * (box.x1 - box.x0);
      const y = box.y0 + ((row + 0.5) / SAMPLES) * (box.y1 - box.y0);
      if (boxes.some((cited) => x >= cited.x0 && x <= cited.x1 && y >= cited.y0 && y <= cited.y1)) inside++;
    }
  }
  return inside / (SAMPLES * SAMPLES) >= COVERED_SHARE;
}
