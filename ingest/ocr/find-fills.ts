import type { Box } from '../../kernel/index.ts';
import type { RuledLine, RuledLines } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import type { Paper } from './paper-of.ts';

/** What is looked at at once, in points: so wide that letters leave ground beside them, and so low that it lies beside a line of them. */
const BLOCK = { width: 12, height: 1 } as const;
/** Every second pixel of a block is looked at, across and down. */
const LOOK = 2;
/** Share of a block that is no paper within a field with print on it, and where nothing is printed on it. */
const [COVERED, BARE] = [0.25, 0.97];
/** Share of a bare block that has its grey. */
const EVEN = 0.9;
/** Share of the blocks of a field that are bare at least: those above, below and between its lines. */
const BARE_SHARE = 0.2;
/** Greys of one field differ by less; letters that cover a block are lower than so many. */
const ONE_GROUND = 25;
const OTHER_GROUND = 8;
/** The bare block by which a field is followed: not the first one, which the edge of a page askew crosses elsewhere. */
const INSIDE = 1;
/** A field in points: lower ones are lines, narrower ones pieces of what is drawn. */
const SMALLEST = { width: 36, height: 8 } as const;
/** Points by which the parts of a field may end elsewhere. */
const SNAP = 2;

/** A field within a column of blocks, and a row of pixels at which it is bare there. */
interface Stretch {
  x0: number;
  x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly bareAt: number;
  /** Lighter than this it is paper: half way to it from the grey of the field. */
  readonly lightest: number;
}

/** Fields of one colour that print stands on, as heads of tables and boxes of warnings do, in pixels. */
export function findFills(raster: GreyRaster, paper: Paper, perPoint: number): readonly Box[] {
  const step = Math.max(1, Math.round(BLOCK.width * perPoint));
  const done: Stretch[] = [];
  let open: Stretch[] = [];
  for (let x = 0; x + step <= raster.width; x += step) {
    const stretches = stretchesOf(raster, x, step, perPoint, paper);
    const next = stretches.map((stretch) => {
      const before = open.find(
        (one) => Math.abs(one.y0 - stretch.y0) <= SNAP * perPoint && Math.abs(one.y1 - stretch.y1) <= SNAP * perPoint,
      );
      if (before === undefined) return stretch;
      before.x1 = stretch.x1;
      return before;
    });
    done.push(...open.filter((one) => !next.includes(one)));
    open = next;
  }
  done.push(...open);
  const fills = done.map((one) => grown(one, raster)).filter(({ x0, x1 }) => x1 - x0 >= SMALLEST.width * perPoint);
  const level = levels(fills, SNAP * perPoint);
  return joined(fills.map((fill) => ({ ...fill, y0: level(fill.y0), y1: level(fill.y1) })));
}

/** Parts of one field, each grown over the others, as one. */
function joined(fills: readonly Box[]): readonly Box[] {
  const whole: Box[] = [];
  for (const fill of [...fills].sort((a, b) => a.y0 - b.y0 || a.y1 - b.y1 || a.x0 - b.x0)) {
    const last = whole.at(-1);
    const isSame = last !== undefined && last.y0 === fill.y0 && last.y1 === fill.y1 && fill.x0 < last.x1;
    if (isSame) whole[whole.length - 1] = { ...last, x1: Math.max(last.x1, fill.x1) };
    else whole.push(fill);
  }
  return whole;
}

/** Ends of fields that lie beside or on each other are the same, however they were found. */
function levels(fills: readonly Box[], reach: number): (y: number) => number {
  const groups: number[][] = [];
  for (const y of fills.flatMap(({ y0, y1 }) => [y0, y1]).sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last === undefined || y - (last[0] ?? y) > reach) groups.push([y]);
    else last.push(y);
  }
  return (y) => groups.find((group) => group.includes(y))?.at(-1) ?? y;
}

/** Where fields end on paper or on one of another colour, as lines. */
export function edgesOf(fills: readonly Box[], perPoint: number): RuledLines {
  const level: RuledLine[] = [];
  const upright: RuledLine[] = [];
  for (const fill of fills) {
    const { x0, y0, x1, y1 } = fill;
    const others = fills.filter((one) => one !== fill);
    const isWithin = (x: number, y: number) =>
      others.some(
        (one) =>
          x > one.x0 + SNAP * perPoint && x < one.x1 - SNAP * perPoint && y > one.y0 + SNAP * perPoint && y < one.y1 - SNAP * perPoint,
      );
    for (const at of [y0, y1]) if (!isWithin(x0 + 1, at) && !isWithin(x1 - 1, at)) level.push({ at, from: x0, to: x1, thickness: 1 });
    for (const at of [x0, x1])
      if (!isWithin(at, y0 + 1) && !isWithin(at, (y0 + y1) / 2)) upright.push({ at, from: y0, to: y1, thickness: 1 });
  }
  return { level, upright };
}

/** Fields in a column of blocks, from top to bottom. */
function stretchesOf({ width, height, pixels }: GreyRaster, x0: number, step: number, perPoint: number, paper: Paper): Stretch[] {
  const found: Stretch[] = [];
  const high = Math.max(1, Math.round(BLOCK.height * perPoint));
  let blocks: Block[] = [];
  const end = (y1: number) => {
    const bare = blocks.filter(({ ground }) => ground !== undefined);
    const [first, at] = [blocks[0], bare[Math.min(INSIDE, bare.length - 1)]];
    if (first !== undefined && at !== undefined && y1 - first.y >= SMALLEST.height * perPoint && bare.length >= BARE_SHARE * blocks.length)
      found.push({ x0, x1: x0 + step, y0: first.y, y1, bareAt: at.y + (high >> 1), lightest: lightestOf(at.ground, paper) });
    blocks = [];
  };
  for (let y = 0; y + high <= height; y += high) {
    const greys: number[] = [];
    for (let row = y; row < y + high; row += LOOK) {
      for (let x = x0; x < x0 + step; x += LOOK) greys.push(pixels[row * width + x] ?? 255);
    }
    // A pale field has specks beside its letters that are as light as paper.
    const lightest = lightestOf(blocks.find(({ ground }) => ground !== undefined)?.ground, paper);
    const share = greys.reduce((count, grey) => count + (grey < lightest ? 1 : 0), 0) / greys.length;
    if (share < COVERED) {
      end(y);
      continue;
    }
    const ground = share >= BARE ? groundOf(greys) : undefined;
    blocks.push({ y, ...(ground === undefined ? {} : { ground }) });
    const other = otherGround(blocks);
    if (other === undefined) continue;
    const begun = blocks.splice(blocks.indexOf(other));
    end(other.y);
    blocks = begun;
  }
  end(height);
  return found;
}

/** Half way from the grey of a field to that of the paper, where the field is known; else what is surely no paper. */
function lightestOf(ground: number | undefined, { threshold, contrast }: Paper): number {
  return ground === undefined ? threshold : Math.max(threshold, (ground + threshold + contrast) / 2);
}

/** One look at a column of blocks; its grey where nothing is printed there. */
interface Block {
  readonly y: number;
  readonly ground?: number;
}

/** Where a field of another grey begins, once enough of it has been seen. */
function otherGround(blocks: readonly Block[]): Block | undefined {
  const bare = blocks.filter(({ ground }) => ground !== undefined);
  const last = bare.slice(-OTHER_GROUND);
  const first = bare[0]?.ground ?? 0;
  return last.length === OTHER_GROUND && last.every(({ ground = 0 }) => Math.abs(ground - first) > ONE_GROUND) ? last[0] : undefined;
}

/** The grey that nearly all of a block has; undefined where something is printed on it. */
function groundOf(greys: readonly number[]): number | undefined {
  const sorted = Uint8Array.from(greys).sort();
  const middle = sorted[sorted.length >> 1] ?? 0;
  const same = greys.reduce((count, grey) => count + (Math.abs(grey - middle) <= ONE_GROUND ? 1 : 0), 0);
  return same >= EVEN * greys.length ? middle : undefined;
}

/** A field as far as it goes to either side: where it is bare in one column of blocks no letters stand in the others. */
function grown({ x0, x1, y0, y1, bareAt, lightest }: Stretch, { width, pixels }: GreyRaster): Box {
  const isField = (x: number) => (pixels[bareAt * width + x] ?? 255) < lightest;
  let [left, right] = [x0, x1];
  while (left > 0 && isField(left - 1)) left -= 1;
  while (right < width && isField(right)) right += 1;
  return { x0: left, x1: right, y0, y1 };
}
