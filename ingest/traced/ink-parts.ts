import type { Box } from '../../kernel/index.ts';
import type { GreyRaster } from '../ocr/grey-raster.ts';

/** Ink, or paper, that hangs together. Pixels; `x1` and `y1` are the first ones beyond it. */
export interface InkPart extends Box {
  /** Its pixels. */
  readonly ink: number;
  /** Row, first column and first column beyond, in turn, from the top. */
  readonly runs: readonly number[];
}

/** Runs of ink of one picture: more is a photo or noise. */
const MOST_RUNS = 3_000_000;

/** The parts of the ink of a raster, in the order of their first pixels; undefined of one that is no print and no drawing. */
export function inkParts(raster: GreyRaster, threshold: number): readonly InkPart[] | undefined {
  return partsOf(raster, (value) => value < threshold, 0);
}

/** The parts of its paper, which corners alone do not join: what lines close in is one. */
export function paperParts(raster: GreyRaster, threshold: number): readonly InkPart[] | undefined {
  return partsOf(raster, (value) => value >= threshold, 1);
}

/** `overlap`: columns that runs of two rows share at least. */
function partsOf({ width, height, pixels }: GreyRaster, isIn: (value: number) => boolean, overlap: 0 | 1): readonly InkPart[] | undefined {
  const runs: number[] = [];
  const parents: number[] = [];
  const root = (run: number): number => {
    let at = run;
    for (let above = parents[at] ?? at; above !== at; above = parents[at] ?? at) {
      parents[at] = parents[above] ?? above;
      at = above;
    }
    return at;
  };
  let before = { from: 0, to: 0 };
  for (let y = 0; y < height; y += 1) {
    const first = parents.length;
    for (let x = 0; x < width; x += 1) {
      if (!isIn(pixels[y * width + x] ?? 255)) continue;
      const start = x;
      while (x < width && isIn(pixels[y * width + x] ?? 255)) x += 1;
      runs.push(y, start, x);
      parents.push(parents.length);
    }
    if (parents.length > MOST_RUNS) return undefined;
    for (let run = first, above = before.from; run < parents.length; run += 1) {
      const [from, to] = [runs[3 * run + 1] ?? 0, runs[3 * run + 2] ?? 0];
      while (above < before.to && (runs[3 * above + 2] ?? 0) < from + overlap) above += 1;
      for (let other = above; other < before.to && (runs[3 * other + 1] ?? 0) <= to - overlap; other += 1) {
        const [one, two] = [root(run), root(other)];
        if (one !== two) parents[Math.max(one, two)] = Math.min(one, two);
      }
    }
    before = { from: first, to: parents.length };
  }
  return gathered(
    runs,
    parents.map((_, run) => root(run)),
  );
}

function gathered(runs: readonly number[], roots: readonly number[]): readonly InkPart[] {
  const own = new Map<number, number[]>();
  roots.forEach((at, run) => {
    const list = own.get(at) ?? [];
    if (list.length === 0) own.set(at, list);
    list.push(runs[3 * run] ?? 0, runs[3 * run + 1] ?? 0, runs[3 * run + 2] ?? 0);
  });
  return [...own.values()].map(partOf);
}

function partOf(runs: readonly number[]): InkPart {
  let [x0, x1, ink] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let at = 0; at + 2 < runs.length; at += 3) {
    const [from, to] = [runs[at + 1] ?? 0, runs[at + 2] ?? 0];
    x0 = Math.min(x0, from);
    x1 = Math.max(x1, to);
    ink += to - from;
  }
  return { x0, x1, y0: runs[0] ?? 0, y1: (runs.at(-3) ?? 0) + 1, ink, runs };
}
