import type { Stroke } from './glyph.ts';
import { groupValues } from './group-values.ts';

/** Strokes closer than this are one drawn line. */
const SNAP = 2;
const JOIN = 4;

/** Joins strokes that lie on one line and touch. Ordered by place, then by start. */
export function mergeStrokes(strokes: readonly Stroke[]): Stroke[] {
  const sorted = [...strokes].sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  const merged: Stroke[] = [];
  let group: Stroke[] = [];
  const flush = () => {
    if (group.length === 0) return;
    const at = group.reduce((sum, stroke) => sum + stroke.at, 0) / group.length;
    let open: Stroke | undefined;
    for (const stroke of [...group].sort((a, b) => a.from - b.from || a.to - b.to)) {
      if (open !== undefined && stroke.from <= open.to + JOIN) {
        open = { at, from: open.from, to: Math.max(open.to, stroke.to) };
      } else {
        if (open !== undefined) merged.push(open);
        open = { at, from: stroke.from, to: stroke.to };
      }
    }
    if (open !== undefined) merged.push(open);
    group = [];
  };
  for (const stroke of sorted) {
    const start = group[0];
    if (start !== undefined && stroke.at - start.at > SNAP) flush();
    group.push(stroke);
  }
  flush();
  return merged.sort((a, b) => a.at - b.at || a.from - b.from);
}

/** Sorted values with those within `tolerance` of the first of their group replaced by the group's mean. */
export function clusterValues(values: readonly number[], tolerance: number): number[] {
  return groupValues(values, tolerance).map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}
