import type { Frame } from './slide-shape.ts';

/** Shapes of more than this many on one slide stand by rows alone: nobody reads so many by columns. */
const MOST_CUT = 1_000;
/** Share of a frame at each of its sides that is taken for its margin: frames are drawn larger than what they hold. */
const MARGIN = 0.1;

type Axis = 'x' | 'y';

interface Item<T> {
  readonly shape: T;
  readonly frame: Frame;
}

/**
 * Shapes in reading order: they are parted where the widest empty stripe runs between them, down the page or across, each side in
 * the same way, rows before columns where both are as wide. Those without a place come last, as the file has them.
 */
export function orderShapes<T extends { readonly frame?: Frame }>(shapes: readonly T[]): readonly T[] {
  const placed = shapes.flatMap((shape): readonly Item<T>[] =>
    shape.frame === undefined ? [] : [{ shape, frame: withoutMargin(shape.frame) }],
  );
  const ordered = placed.length > MOST_CUT ? inRows(placed) : cut(placed);
  return [...ordered.map(({ shape }) => shape), ...shapes.filter(({ frame }) => frame === undefined)];
}

function cut<T>(items: readonly Item<T>[]): readonly Item<T>[] {
  if (items.length < 2) return items;
  const rows = stripes(items, 'y');
  const columns = stripes(items, 'x');
  if (rows.parts.length < 2 && columns.parts.length < 2) return inRows(items);
  return (columns.widest > rows.widest ? columns : rows).parts.flatMap(cut);
}

/** The groups that empty stripes part along an axis, and the width of the widest; none of a single group. */
function stripes<T>(items: readonly Item<T>[], axis: Axis): { readonly parts: readonly (readonly Item<T>[])[]; readonly widest: number } {
  const sorted = [...items].sort((a, b) => a.frame[axis] - b.frame[axis]);
  const parts: Item<T>[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  let widest = -1;
  for (const item of sorted) {
    const begin = item.frame[axis];
    const last = parts.at(-1);
    if (last === undefined || begin < reach) {
      if (last === undefined) parts.push([item]);
      else last.push(item);
    } else {
      widest = Math.max(widest, begin - reach);
      parts.push([item]);
    }
    reach = Math.max(reach, begin + (axis === 'x' ? item.frame.width : item.frame.height));
  }
  return { parts, widest };
}

function inRows<T>(items: readonly Item<T>[]): readonly Item<T>[] {
  return [...items].sort((a, b) => a.frame.y - b.frame.y || a.frame.x - b.frame.x);
}

function withoutMargin({ x, y, width, height }: Frame): Frame {
  return { x: x + width * MARGIN, y: y + height * MARGIN, width: width * (1 - 2 * MARGIN), height: height * (1 - 2 * MARGIN) };
}
