import type { Box } from '../../kernel/index.ts';
import { around } from '../drawings/model/box-of.ts';
import { gapBetween } from '../plane/geometry.ts';
import type { InkPart } from './ink-parts.ts';

/** Sides of what an outline closes in, in heights of the usual print: less is the inside of a letter, more what pipes run around. */
const SMALLEST = 0.7;
const LARGEST = 20;
/** Strips of paper between two lines are no inside. */
const NARROWEST = 0.3;
/** Thickness of the line between two insides of one symbol, in heights. */
const LINE = 0.45;
/** Insides of one picture at most: more is a hatching. */
const MOST_INSIDES = 4_000;

/**
 * Boxes of the closed outlines of a sheet, in which symbols of several insides are one: pieces of paper that lines close in. `isLetter`:
 * whether a box is the inside of a letter.
 */
export function findOutlines(paper: readonly InkPart[], height: number, isLetter: (box: Box) => boolean): readonly Box[] {
  const insides = paper.filter((part) => {
    const { x0, x1, y0, y1, ink } = part;
    const [lower, longer] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
    return (
      longer >= SMALLEST * height &&
      longer <= LARGEST * height &&
      lower >= NARROWEST * height &&
      ink >= 0.25 * height * height &&
      !isLetter(part)
    );
  });
  if (insides.length > MOST_INSIDES) return [];
  const groups: { box: Box }[] = [];
  for (const { x0, x1, y0, y1 } of insides) {
    const box = { x0, x1, y0, y1 };
    const near = groups.filter((group) => gapBetween(group.box, box) <= LINE * height);
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push({ box: around([{ box }, ...near]) ?? box });
  }
  return groups.map(({ box }) => box);
}
