import type { Anchor, Box, GlyphRun } from '../../../kernel/index.ts';

/** Anchors of whole runs: one page anchor a page, one box a run. */
export function runAnchors(runs: readonly GlyphRun[]): Anchor[] {
  const pages = new Map<number, Box[]>();
  for (const run of runs) {
    const x0 = run.edges[0];
    const x1 = run.edges.at(-1);
    if (x0 === undefined || x1 === undefined) continue;
    const boxes = pages.get(run.page) ?? [];
    boxes.push({ x0, y0: run.y0, x1, y1: run.y1 });
    pages.set(run.page, boxes);
  }
  return [...pages].sort(([a], [b]) => a - b).map(([page, boxes]) => ({ kind: 'page', page, boxes }));
}
