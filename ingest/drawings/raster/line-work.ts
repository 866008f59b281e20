import type { Box } from '../../../kernel/index.ts';
import type { RuledLine } from '../../ocr/find-strokes.ts';
import { grown, holds, middleOf, sizeOf } from '../piping/geometry.ts';
import type { ArrowHead } from './find-arrows.ts';
import type { Ring } from './find-rings.ts';
import type { PartedSheet } from './parted-sheet.ts';

/** What a sheet has besides texts. Pixels. */
interface LineWork {
  /** Rings with a text and nothing else in them. */
  readonly balloons: readonly Ring[];
  /** Boxes of what else is closed in. */
  readonly symbols: readonly Box[];
  /** Heads of arrows that stand in none of them. */
  readonly arrows: readonly ArrowHead[];
  /** Ruled lines that are no side of a symbol. */
  readonly level: readonly RuledLine[];
  readonly upright: readonly RuledLine[];
}

/** Thickness of lines around what they close in, in heights of the usual print. */
const AROUND = 0.3;
/** Of what a letter closes in. */
const LARGEST_LETTER = 1.4;

/** `printed`: boxes of what was recognised as print; what else looks like print is a piece of a symbol. */
export function lineWork({ height, strokes, rings, lines, rest, outlines, arrows }: PartedSheet, printed: readonly Box[]): LineWork {
  const isPrinted = (box: Box): boolean => printed.some((one) => holds(grown(one, AROUND * height), middleOf(box)));
  const pieces = [...rest, ...lines.flatMap(({ parts, box }) => (isPrinted(box) ? [] : parts))].filter(
    ({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= height,
  );
  const isInside = ({ x, y, across, up }: Ring, box: Box): boolean =>
    Math.hypot((middleOf(box).x - x) / across, (middleOf(box).y - y) / up) < 0.8;
  const balloons = rings.filter((ring) => printed.some((box) => isInside(ring, box)) && !pieces.some((piece) => isInside(ring, piece)));
  const symbols = outlines()
    .filter((box) => !balloons.some((ring) => isInside(ring, box)) && !(sizeOf(box) <= LARGEST_LETTER * height && isPrinted(box)))
    .map((box) => grown(box, AROUND * height));
  const isSide = (x0: number, y0: number, x1: number, y1: number): boolean =>
    symbols.some((box) => holds(box, { x: x0, y: y0 }) && holds(box, { x: x1, y: y1 }));
  return {
    balloons,
    symbols,
    arrows: arrows().filter(([x, y, x1, y1, x2, y2]) => !symbols.some((box) => holds(box, { x: (x + x1 + x2) / 3, y: (y + y1 + y2) / 3 }))),
    level: strokes.level.filter(({ at, from, to }) => !isSide(from, at, to, at)),
    upright: strokes.upright.filter(({ at, from, to }) => !isSide(at, from, at, to)),
  };
}
