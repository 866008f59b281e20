import type { TextStyle } from './picture.ts';

export const CELL: TextStyle = { size: 15, bold: false };
export const HEAD_CELL: TextStyle = { size: 15, bold: true };
/** Stands over the numbers of rows, in any language. */
export const NUMBERED = '#';
/** Pixels on the left and the right of the words of a cell. */
export const CELL_PADDING = 8;
