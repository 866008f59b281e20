import type { MarkedPart } from './find-mark.ts';

/** Room beside the marked words, as a share of their width. */
const MARGIN = 0.06;

/**
 * How many times as wide as its frame a picture may be shown so that all marked words are in the frame; at least 1, since a whole
 * page shows them all. `width`: of the picture, in the pixels of `mark`.
 */
export function fitMark({ left, right }: Pick<MarkedPart, 'left' | 'right'>, width: number): number {
  const marked = (right - left + 1) * (1 + 2 * MARGIN);
  return Math.max(1, width / Math.max(1, marked));
}
