import type { Point } from '../../plane/point.ts';
import type { Transform } from '../model/transform.ts';

/** A path that a page paints. */
export interface PaintedPath {
  readonly kind: 'path';
  /** Codes 0 move, 1 line, 2 cubic, 3 quadratic, 4 close, each followed by its coordinates. */
  readonly data: ArrayLike<number>;
  /** From the units of its coordinates to points of the page, `y` downwards. */
  readonly transform: Transform;
  readonly isStroked: boolean;
  readonly isFilled: boolean;
  /** Name of the innermost layer (optional content) that it stands on; empty where it stands on none. */
  readonly layer: string;
  /** Its layer is switched off. */
  readonly isHidden: boolean;
}

/** What a page paints as one, by a form of the file. */
interface PaintedForm {
  readonly kind: 'form';
  readonly transform: Transform;
  readonly items: readonly PaintedItem[];
}

export type PaintedItem = PaintedPath | PaintedForm;

/** A line of text as it stands on a page. Points of the page, `y` downwards. */
export interface PrintedLine {
  readonly text: string;
  /** Where its base line begins. */
  readonly at: Point;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** Degrees against the clock. */
  readonly rotation: number;
}

/** A page as it is painted: what a sheet is made of. Points, from the top left, after page rotation. */
export interface PaintedPage {
  readonly width: number;
  readonly height: number;
  /** In the order of the file. */
  readonly items: readonly PaintedItem[];
  readonly lines: readonly PrintedLine[];
}
