import type { Row } from './rows.ts';

/** A title is larger than the print of tables by at least so much. */
const LARGER = 1.2;

/**
 * Whether a row is a title over or below print of a size in points: one piece, and larger. Cells side by side are none, whatever size a
 * scan makes them.
 */
export function isTitle({ pieces, size }: Row, print: number): boolean {
  return pieces.length === 1 && size >= LARGER * print;
}
