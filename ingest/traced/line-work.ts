import type { Box } from '../../kernel/index.ts';
import { around } from '../drawings/model/box-of.ts';
import type { RuledLine } from '../ocr/find-strokes.ts';
import { gapBetween, grown, holds, middleOf, sizeOf } from '../plane/geometry.ts';
import type { ArrowHead } from './find-arrows.ts';
import { findDashes } from './find-dashes.ts';
import type { Ring } from './find-rings.ts';
import type { PartedSheet } from './parted-sheet.ts';

type Round = Pick<Ring, 'x' | 'y' | 'across' | 'up'>;

/** What a sheet has besides texts. Pixels. */
interface LineWork {
  /** Rings and small squares with a text and nothing else in them. */
  readonly balloons: readonly Round[];
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
/** Side of a square that is a balloon, in those heights, and how much longer one side may be. */
const LARGEST_BALLOON = 8;
const OUT_OF_SQUARE = 1.5;
/** Of what joins two outlines of one symbol. */
const LONGEST_STEM = 2.2;
const MOST_PIECES = 20_000;

/** `printed`: boxes of what was recognised as print; what else looks like print is a piece of a symbol. */
export function lineWork({ height, strokes, rings, lines, rest, outlines, arrows }: PartedSheet, printed: readonly Box[]): LineWork {
  const isPrinted = (box: Box): boolean => printed.some((one) => holds(grown(one, AROUND * height), middleOf(box)));
  const pieces = [...rest, ...lines.flatMap(({ parts, box }) => (isPrinted(box) ? [] : parts))].filter(
    ({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= height,
  );
  const isInside = ({ x, y, across, up }: Ring, box: Box): boolean =>
    Math.hypot((middleOf(box).x - x) / across, (middleOf(box).y - y) / up) < 0.8;
  const balloons = rings.filter((ring) => printed.some((box) => isInside(ring, box)) && !pieces.some((piece) => isInside(ring, piece)));
  const closed = outlines((box) => sizeOf(box) <= LARGEST_LETTER * height && isPrinted(box))
    .filter((box) => !balloons.some((ring) => isInside(ring, box)))
    .map((box) => grown(box, AROUND * height));
  const symbols = joinedByStems(closed, pieces, LONGEST_STEM * height);
  const isSide = (x0: number, y0: number, x1: number, y1: number): boolean =>
    symbols.some((box) => holds(box, { x: x0, y: y0 }) && holds(box, { x: x1, y: y1 }));
  const dashes = findDashes(rest.concat(lines.flatMap(({ parts, box }) => (isPrinted(box) ? [] : parts))), height);
  // An outline around a text and little more is as good as a ring: squares stand for functions of a control system.
  const isLabelled = (box: Box): boolean => {
    const [width, high] = [box.x1 - box.x0, box.y1 - box.y0];
    if (Math.max(width, high) > LARGEST_BALLOON * height || Math.max(width, high) > OUT_OF_SQUARE * Math.min(width, high)) return false;
    return printed.some((one) => holds(box, { x: one.x0, y: one.y0 }) && holds(box, { x: one.x1, y: one.y1 }));
  };
  return {
    balloons: [...balloons.map(({ x, y, across, up }) => ({ x, y, across, up })), ...symbols.filter(isLabelled).map(roundOf)],
    symbols: symbols.filter((box) => !isLabelled(box)),
    arrows: arrows().filter(([x, y, x1, y1, x2, y2]) => !symbols.some((box) => holds(box, { x: (x + x1 + x2) / 3, y: (y + y1 + y2) / 3 }))),
    level: [...strokes.level, ...dashes.level].filter(({ at, from, to }) => !isSide(from, at, to, at)),
    upright: [...strokes.upright, ...dashes.upright].filter(({ at, from, to }) => !isSide(at, from, at, to)),
  };
}

/** Outlines with those that a short piece of ink joins them to: the body of a valve and its actuator. */
function joinedByStems(boxes: readonly Box[], pieces: readonly Box[], longest: number): readonly Box[] {
  if (pieces.length > MOST_PIECES) return boxes;
  let joined = [...boxes];
  for (const { x0, x1, y0, y1 } of pieces) {
    const piece = { x0, x1, y0, y1 };
    if (sizeOf(piece) > longest) continue;
    const touched = joined.filter((box) => gapBetween(box, piece) === 0);
    if (touched.length < 2) continue;
    const whole = around([piece, ...touched].map((box) => ({ box })));
    joined = [...joined.filter((box) => !touched.includes(box)), ...(whole === undefined ? [] : [whole])];
  }
  return joined;
}

function roundOf(box: Box): Round {
  return { ...middleOf(box), across: (box.x1 - box.x0) / 2, up: (box.y1 - box.y0) / 2 };
}
