import type { DrawingPath } from './drawing.ts';

/** A stroke of a path without lifting the pen. */
export interface SubPath {
  /** `x` and `y` in turn. */
  readonly points: readonly number[];
  readonly isClosed: boolean;
  readonly shape: DrawingPath['shape'];
}
