import type { RuledLine, RuledLines } from '../ocr/find-strokes.ts';
import type { GreyRaster } from '../ocr/grey-raster.ts';

/** A filled head on a line, as slim as any: its tip, and two corners behind, `x` and `y` in turn. Pixels. */
export type ArrowHead = readonly [number, number, number, number, number, number];

/** Length and width of a head in heights of the usual print. */
const SHORTEST = 0.5;
const LONGEST = 3;
const NARROWEST = 0.4;
const WIDEST = 1.8;
/** Share of its width by which one side of a head may be wider than the other, and by which it may leave a straight edge. */
const ASKEW = 0.35;
const UNEVEN = 0.22;
/** A head as it is handed on, in those heights: slim, so that nobody mistakes its tip. */
const SLIM = { length: 1.2, half: 0.45 } as const;

/** Heads of arrows on ruled lines: where the ink across a line grows evenly from its thickness and ends at once, or the other way round. */
export function findArrows(raster: GreyRaster, threshold: number, { level, upright }: RuledLines, height: number): readonly ArrowHead[] {
  return [
    ...level.flatMap((line) => headsOf(raster, threshold, line, false, height)),
    ...upright.flatMap((line) => headsOf(raster, threshold, line, true, height)),
  ];
}

function headsOf(
  { width, height: high, pixels }: GreyRaster,
  threshold: number,
  line: RuledLine,
  isUpright: boolean,
  height: number,
): readonly ArrowHead[] {
  const reach = Math.ceil(WIDEST * height);
  const isInk = (along: number, across: number): boolean => {
    const [x, y] = isUpright ? [across, along] : [along, across];
    return x >= 0 && y >= 0 && x < width && y < high && (pixels[y * width + x] ?? 255) < threshold;
  };
  const middle = Math.round(line.at);
  const sideOf = (along: number, step: 1 | -1): number => {
    let away = 0;
    while (away < reach && isInk(along, middle + step * (away + 1))) away += 1;
    return away;
  };
  const [from, to] = [Math.max(0, Math.floor(line.from) - 1), Math.ceil(line.to) + 1];
  const sides = Array.from({ length: Math.max(0, to - from) }, (_, at) => [sideOf(from + at, -1), sideOf(from + at, 1)] as const);
  const widths = sides.map(([one, other]) => one + other + 1);
  const usual = [...widths].sort((a, b) => a - b)[widths.length >> 1] ?? 1;
  const heads: ArrowHead[] = [];
  for (let at = 0; at < widths.length; ) {
    if ((widths[at] ?? 0) <= usual + 2) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < widths.length && (widths[end] ?? 0) > usual + 2) end += 1;
    const own = widths.slice(at, end);
    const tip = tipOf(own, sides.slice(at, end), usual, height);
    if (tip !== undefined) {
      // What is no wider than the line is part of the head too.
      const step = tip === 'first' ? 1 : -1;
      const beyond = (own.length * Math.min(...own)) / Math.max(1, Math.max(...own) - Math.min(...own));
      const narrow = (tip === 'first' ? from + at : from + end - 1) - step * Math.min(beyond, own.length / 2);
      const [wide, half] = [narrow + step * SLIM.length * height, SLIM.half * height];
      heads.push(
        isUpright
          ? [line.at, narrow, line.at - half, wide, line.at + half, wide]
          : [narrow, line.at, wide, line.at - half, wide, line.at + half],
      );
    }
    at = end;
  }
  return heads;
}

/** At which end of a stretch of a line its ink comes to a tip; undefined where it is no head. */
function tipOf(
  widths: readonly number[],
  sides: readonly (readonly [number, number])[],
  usual: number,
  height: number,
): 'first' | 'last' | undefined {
  const widest = Math.max(...widths);
  if (widths.length < SHORTEST * height || widths.length > LONGEST * height || widest < NARROWEST * height || widest > WIDEST * height)
    return undefined;
  if (sides.some(([one, other]) => Math.abs(one - other) > ASKEW * widest + 1)) return undefined;
  const isGrowing = (own: readonly number[]): boolean =>
    own.every((one, at) => Math.abs(one - (usual + ((widest - usual) * (at + 1)) / own.length)) <= UNEVEN * widest + 1);
  if (isGrowing(widths)) return 'first';
  return isGrowing(widths.toReversed()) ? 'last' : undefined;
}
