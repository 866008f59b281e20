import type { GreyRaster } from './grey-raster.ts';

/** A ruling line in pixels: `at` is y of a level one, x of an upright one. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

export interface RuledLines {
  readonly level: readonly RuledLine[];
  readonly upright: readonly RuledLine[];
}

/** More lines than this are a hatching or a drawing. */
const MOST_LINES = 4_000;

interface Run {
  from: number;
  to: number;
  first: number;
  last: number;
  /** Ink in it, in pixels. */
  ink: number;
}

/**
 * Finds straight ruling lines: ink that runs on for longer than any letter is wide and is thinner than one. `perPoint` is pixels a
 * point. What is thick is a filled field, what is short a part of a letter.
 */
export function findStrokes(raster: GreyRaster, threshold: number, perPoint: number, look: StrokeLook = USUAL): RuledLines {
  return { level: strokesOf(raster, threshold, perPoint, 'level', look), upright: strokesOf(raster, threshold, perPoint, 'upright', look) };
}

/** What counts as a ruling line. */
export interface StrokeLook {
  /** Points at most. */
  readonly thickest: number;
  /** Share of its box that is ink at least, of short ones. */
  readonly solid: number;
  /** Points that its ink runs on without a gap at least; a third of the shortest line where nothing is said. */
  readonly piece?: number;
  /** Gap in points between pieces of one line at most; 0.4 where nothing is said. */
  readonly gap?: number;
}

/** A short line, in points: the flat top of a ring is one that is not solid. */
const SHORT = 60;

/** Shortest ruling line, in points, and how one looks on a page. */
const SHORTEST = { level: 26, upright: 15 } as const;
const USUAL: StrokeLook = { thickest: 3.5, solid: 0 };

/** The lines that run one way alone. */
export function strokesOf(
  { width, height, pixels }: GreyRaster,
  threshold: number,
  perPoint: number,
  way: keyof RuledLines,
  look: StrokeLook = USUAL,
): RuledLine[] {
  const upright = way === 'upright';
  const [rows, columns] = upright ? [width, height] : [height, width];
  const shortest = SHORTEST[way] * perPoint;
  const thickest = look.thickest * perPoint;
  const gap = Math.max(1, Math.round(0.4 * perPoint));
  const along = look.gap === undefined ? gap : look.gap * perPoint;
  const piece = look.piece === undefined ? shortest / 3 : look.piece * perPoint;
  const done: Run[] = [];
  let open: Run[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (const [from, to] of runsOf(row)) {
      const run = open.find((one) => one.from - along <= to && one.to + along >= from);
      if (run === undefined) open.push({ from, to, first: row, last: row, ink: to - from });
      else {
        run.from = Math.min(run.from, from);
        run.to = Math.max(run.to, to);
        run.last = row;
        run.ink += to - from;
      }
    }
    const ended = open.filter((one) => row - one.last > gap);
    if (ended.length === 0) continue;
    done.push(...ended.filter(isLine));
    open = open.filter((one) => row - one.last <= gap);
    if (done.length > MOST_LINES) return [];
  }
  done.push(...open.filter(isLine));
  return done.map(({ from, to, first, last }) => ({ at: (first + last + 1) / 2, from, to, thickness: last - first + 1 }));

  function isLine({ from, to, first, last, ink }: Run): boolean {
    const thickness = last - first + 1;
    const isSolid = to - from >= SHORT * perPoint || ink >= look.solid * (to - from) * thickness;
    return to - from >= shortest && thickness <= thickest && ink >= 0.6 * (to - from) && isSolid;
  }

  function runsOf(row: number): [number, number][] {
    const found: [number, number][] = [];
    let start = -1;
    let end = -1;
    for (let column = 0; column <= columns; column += 1) {
      const at = upright ? column * width + row : row * width + column;
      if (column < columns && (pixels[at] ?? 255) < threshold) {
        if (start < 0) start = column;
        end = column + 1;
      } else if (start >= 0 && (column === columns || column - end >= gap)) {
        if (end - start >= piece) found.push([start, end]);
        start = -1;
      }
    }
    return found;
  }
}

/** Longer lines are no part of a letter, however large it is set, in points. */
const SURELY_RULED = 60;

/** The raster without its ruling lines, which engines take for letters. `surely`: points from which a line is none of a letter. */
export function withoutStrokes(raster: GreyRaster, { level, upright }: RuledLines, perPoint: number, surely = SURELY_RULED): GreyRaster {
  const pixels = Uint8Array.from(raster.pixels);
  const margin = Math.max(1, Math.round(0.3 * perPoint));
  const wipe = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(raster.height, y1); y += 1) {
      pixels.fill(255, y * raster.width + Math.max(0, Math.floor(x0)), y * raster.width + Math.min(raster.width, Math.ceil(x1)));
    }
  };
  const crosses = (one: RuledLine, other: RuledLine) =>
    other.at >= one.from - margin && other.at <= one.to + margin && one.at >= other.from - margin && one.at <= other.to + margin;
  const isRuling = (one: RuledLine, others: readonly RuledLine[]) =>
    one.to - one.from >= surely * perPoint || others.some((other) => crosses(one, other));
  for (const { at, from, to, thickness } of level.filter((one) => isRuling(one, upright)))
    wipe(from, at - thickness / 2 - margin, to, at + thickness / 2 + margin);
  for (const { at, from, to, thickness } of upright.filter((one) => isRuling(one, level)))
    wipe(at - thickness / 2 - margin, from, at + thickness / 2 + margin, to);
  return { ...raster, pixels };
}
