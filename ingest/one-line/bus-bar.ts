import type { Box } from '../../kernel/index.ts';
import { middleOf, type Segment } from '../plane/geometry.ts';

/** The longest straight line of a net: level or upright, at a height or place, in units of the sheet. */
export interface BusBar {
  readonly isLevel: boolean;
  readonly at: number;
  readonly length: number;
}

/** Undefined of a net without a level or upright piece. `reach`: units by which pieces of one line may be off it. */
export function busBar(pieces: readonly Segment[], reach: number): BusBar | undefined {
  let best: BusBar | undefined;
  for (const isLevel of [true, false])
    for (const one of pieces) {
      if (isLevelPiece(one) !== isLevel) continue;
      const at = placeOf(one, isLevel);
      const length = pieces
        .filter((other) => isLevelPiece(other) === isLevel && Math.abs(placeOf(other, isLevel) - at) <= reach)
        .reduce((sum, other) => sum + lengthAlong(other, isLevel), 0);
      if (length > (best?.length ?? 0)) best = { isLevel, at, length };
    }
  return best;
}

/** On which side of a bar a box lies: -1 below or left of it, 1 above or right, 0 in line with it. */
export function sideOf({ isLevel, at }: BusBar, box: Box, reach: number): -1 | 0 | 1 {
  const { x, y } = middleOf(box);
  const off = (isLevel ? y : x) - at;
  return Math.abs(off) <= reach ? 0 : off < 0 ? -1 : 1;
}

function isLevelPiece({ from, to }: Segment): boolean {
  return Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
}

function placeOf({ from, to }: Segment, isLevel: boolean): number {
  return isLevel ? (from.y + to.y) / 2 : (from.x + to.x) / 2;
}

function lengthAlong({ from, to }: Segment, isLevel: boolean): number {
  return isLevel ? Math.abs(to.x - from.x) : Math.abs(to.y - from.y);
}
