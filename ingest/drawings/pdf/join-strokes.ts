import type { SubPath } from '../model/sub-path.ts';
import { isRound } from './is-round.ts';

/** Strokes of one ring at most, and of straight ones at least. */
const MOST_STROKES = 64;
const FEWEST_STROKES = 3;
/** Points of the page by which two strokes that meet may miss each other. */
const APART = 0.05;
/** Share of its length by which a level or upright line may slant. */
const SLANT = 0.02;

/**
 * Printing programs take lines apart. Strokes that are drawn one after the other, each from where the one before ended, are put together
 * again: to a closed outline where the last leads back to the first, to one bent line where all of them slant, as the head of an arrow.
 * All others are left as they are, for a pipe may end where the next symbol begins.
 */
export function joinStrokes(strokes: readonly SubPath[]): readonly SubPath[] {
  const found: SubPath[] = [];
  for (let at = 0; at < strokes.length; ) {
    const joined = ringFrom(strokes, at) ?? bendFrom(strokes, at);
    const [own] = strokes.slice(at, at + 1);
    if (joined !== undefined) found.push(joined.stroke);
    else if (own !== undefined) found.push(own);
    at += joined?.count ?? 1;
  }
  return found;
}

interface Joined {
  readonly stroke: SubPath;
  readonly count: number;
}

function ringFrom(strokes: readonly SubPath[], from: number): Joined | undefined {
  const first = strokes[from];
  if (first === undefined || first.isClosed) return undefined;
  let [last, isBent] = [first, first.shape === 'curve'];
  for (let count = 1; count <= MOST_STROKES; count += 1) {
    if (count >= (isBent ? 2 : FEWEST_STROKES) && meets(last, first)) {
      const points = strokes.slice(from, from + count).flatMap((stroke) => stroke.points.slice(0, -2));
      return { stroke: { points, isClosed: true, shape: isRound(points) ? 'circle' : isBent ? 'curve' : 'polyline' }, count };
    }
    const next = strokes[from + count];
    if (next === undefined || next.isClosed || !meets(last, next)) return undefined;
    last = next;
    isBent ||= next.shape === 'curve';
  }
  return undefined;
}

function bendFrom(strokes: readonly SubPath[], from: number): Joined | undefined {
  const first = strokes[from];
  if (first === undefined || !isSlanting(first)) return undefined;
  const own = [first];
  for (let next = strokes[from + 1]; next !== undefined && own.length < MOST_STROKES; next = strokes[from + own.length]) {
    const last = own.at(-1) ?? first;
    if (!isSlanting(next) || !meets(last, next)) break;
    own.push(next);
  }
  const points = [...first.points.slice(0, 2), ...own.flatMap((stroke) => stroke.points.slice(2))];
  return own.length < 2 ? undefined : { stroke: { points, isClosed: false, shape: 'polyline' }, count: own.length };
}

function isSlanting({ shape, points: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }: SubPath): boolean {
  const [across, up] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  return shape === 'line' && Math.min(across, up) > SLANT * Math.max(across, up);
}

/** Whether one stroke ends where another one begins. */
function meets({ points: ended }: SubPath, { points: begun }: SubPath): boolean {
  return Math.hypot((ended.at(-2) ?? 0) - (begun[0] ?? 0), (ended.at(-1) ?? 0) - (begun[1] ?? 0)) <= APART;
}
