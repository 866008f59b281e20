import { layOutLines } from './lay-out-lines.ts';
import { type Ink, lowered, type Measure, type PictureItem, type Strip, type TextStyle } from './picture.ts';
import type { MarkedText } from './picture-passage.ts';
import { CELL_PADDING } from './table-styles.ts';

export interface CellToDraw {
  readonly content: MarkedText;
  readonly style: TextStyle;
  readonly ink: Ink;
  /** What lies under its words. */
  readonly ground?: Ink;
  /** All of the cell is cited: it is coloured whole. */
  readonly isWhole?: boolean;
}

/** One row with its borders, as high as its highest cell; `ground` lies under all of it. */
export function layOutRow(cells: readonly CellToDraw[], widths: readonly number[], x: number, measure: Measure, ground?: Ink): Strip {
  let left = x;
  const places = cells.map((cell, index) => {
    const width = widths[index] ?? 0;
    const at = left;
    left += width;
    const place = { x: at + CELL_PADDING, width: width - 2 * CELL_PADDING, style: cell.style, ink: cell.ink };
    return { cell, at, width, lines: layOutLines(cell.content, place, measure) };
  });
  const height = Math.max(0, ...places.map(({ lines }) => lines.height)) + CELL_PADDING;
  const items = places.flatMap(({ cell, at, width, lines }): PictureItem[] => {
    const box = (ink: Ink, isFilled: boolean): PictureItem => ({ kind: 'box', x: at, y: 0, width, height, ink, isFilled });
    const under = cell.isWhole === true ? 'mark' : (cell.ground ?? ground);
    const words = cell.isWhole === true ? lines.items.filter(({ kind }) => kind === 'text') : lines.items;
    return [...(under === undefined ? [] : [box(under, true)]), ...lowered(words, CELL_PADDING / 2), box('line', false)];
  });
  return { height, items };
}

/** Whether all of a text is cited. */
export function isWholly({ text, marks }: MarkedText): boolean {
  return text !== '' && marks.some(({ start, end }) => start === 0 && end === text.length);
}
