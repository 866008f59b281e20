import type { FlowArrow } from '../../plane/flow-arrow.ts';
import { boxOfSegment, distance, grown, holds, lengthOf, nearestOn, partInside, pointAt, type Segment } from '../../plane/geometry.ts';
import type { Point } from '../../plane/point.ts';
import type { SheetItem } from './sheet-items.ts';

/** A place where a pipe meets an item. `flow`: out of the item, into it, or not drawn. */
export interface Terminal {
  readonly item: number;
  flow: 'out' | 'in' | undefined;
}

/** Pieces of pipe that are joined without an item between. */
export interface PipeNet {
  readonly terminals: readonly Terminal[];
  readonly pieces: readonly Segment[];
}

const NEIGHBOURS = [-1, 0, 1];
/** The tip of an arrow may touch the item that its pipe ends at, of which a reach around is cut off the pipe. */
const TOUCHING = 1.25;

/** Share of a line that its loose end outside of an item may be and still lead there: what meets that end is joined by it. */
const SLIVER = 1e-6;

interface Piece {
  readonly segment: Segment;
  readonly ends: readonly [End, End];
}
type End = { readonly kind: 'item'; readonly item: number } | { readonly kind: 'point'; readonly point: number };

/**
 * The nets of a sheet. Pieces are joined where they end at one point or one ends on another; lines that only cross are not. A piece
 * that runs through an item is cut there. Directions are those of arrows that lie on a piece whose removal parts the net.
 * `reach`: drawing units by which ends may miss.
 */
export function pipeNets(
  segments: readonly Segment[],
  items: readonly SheetItem[],
  arrows: readonly FlowArrow[],
  isInstrument: (item: number) => boolean,
  reach: number,
): readonly PipeNet[] {
  const cut = segments.flatMap((segment) => cutAtItems(segment, items, reach));
  const split = splitAtEnds(cut, reach);
  const points: Point[] = [];
  const grid = new Map<string, number[]>();
  const pointOf = (point: Point): number => {
    const [column, row] = [Math.floor(point.x / reach), Math.floor(point.y / reach)];
    for (const across of NEIGHBOURS)
      for (const up of NEIGHBOURS)
        for (const at of grid.get(`${column + across} ${row + up}`) ?? []) if (distance(points[at] ?? point, point) <= reach) return at;
    points.push(point);
    const key = `${column} ${row}`;
    grid.set(key, [...(grid.get(key) ?? []), points.length - 1]);
    return points.length - 1;
  };
  const pieces = split.map(({ segment, items: at }): Piece => {
    const end = (item: number | undefined, point: Point): End =>
      item === undefined ? { kind: 'point', point: pointOf(point) } : { kind: 'item', item };
    return { segment, ends: [end(at[0], segment.from), end(at[1], segment.to)] };
  });
  return components(pieces).map((own) => netOf(own, arrows, isInstrument, reach));
}

interface Cut {
  readonly segment: Segment;
  readonly items: readonly [number | undefined, number | undefined];
}

/** A segment without what of it lies in items. */
function cutAtItems(segment: Segment, items: readonly SheetItem[], reach: number): readonly Cut[] {
  const hits = items
    .flatMap(({ box }, item) => {
      const part = partInside(segment, grown(box, reach));
      return part === undefined ? [] : [{ item, ...part }];
    })
    .sort((a, b) => a.enters - b.enters || a.leaves - b.leaves);
  const cuts: Cut[] = [];
  const least = reach / Math.max(lengthOf(segment), reach);
  let [at, from] = [0, undefined as number | undefined];
  for (const { item, enters, leaves } of hits) {
    if (enters - at > (from === undefined ? SLIVER : least))
      cuts.push({ segment: { from: pointAt(segment, at), to: pointAt(segment, enters) }, items: [from, item] });
    if (leaves >= at) [at, from] = [leaves, item];
  }
  if (1 - at > SLIVER) cuts.push({ segment: { from: pointAt(segment, at), to: segment.to }, items: [from, undefined] });
  return cuts;
}

/** Pieces cut where others end on them. */
function splitAtEnds(cuts: readonly Cut[], reach: number): readonly Cut[] {
  const ends = cuts.flatMap(({ segment, items }) => [
    ...(items[0] === undefined ? [segment.from] : []),
    ...(items[1] === undefined ? [segment.to] : []),
  ]);
  return cuts.flatMap(({ segment, items }) => {
    const least = reach / lengthOf(segment);
    const around = grown(boxOfSegment(segment), reach);
    const places = ends
      .flatMap((end) => {
        if (!holds(around, end)) return [];
        const { along, away } = nearestOn(segment, end);
        return away <= reach && along > least && along < 1 - least ? [along] : [];
      })
      .sort((a, b) => a - b)
      .filter((along, at, all) => at === 0 || along - (all[at - 1] ?? 0) > least);
    const stops = [0, ...places, 1];
    return stops.slice(1).map(
      (stop, at): Cut => ({
        segment: { from: pointAt(segment, stops[at] ?? 0), to: pointAt(segment, stop) },
        items: [at === 0 ? items[0] : undefined, at === stops.length - 2 ? items[1] : undefined],
      }),
    );
  });
}

function components(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const byPoint = new Map<number, Piece[]>();
  for (const piece of pieces)
    for (const end of piece.ends) if (end.kind === 'point') byPoint.set(end.point, [...(byPoint.get(end.point) ?? []), piece]);
  const seen = new Set<Piece>();
  return pieces.flatMap((piece) => {
    if (seen.has(piece)) return [];
    return [reached(piece, byPoint, seen)];
  });
}

/** Pieces that are joined to one, `seen` ones left out; they are added to `seen`. */
function reached(start: Piece, byPoint: ReadonlyMap<number, readonly Piece[]>, seen: Set<Piece>, without?: Piece): readonly Piece[] {
  const own: Piece[] = [];
  const open = [start];
  seen.add(start);
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    own.push(piece);
    for (const end of piece.ends) {
      if (end.kind !== 'point') continue;
      for (const next of byPoint.get(end.point) ?? []) {
        if (seen.has(next) || next === without) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  return own;
}

function netOf(pieces: readonly Piece[], arrows: readonly FlowArrow[], isInstrument: (item: number) => boolean, reach: number): PipeNet {
  const terminals = pieces.flatMap((piece) =>
    piece.ends.flatMap((end, side) => (end.kind === 'item' ? [{ item: end.item, piece, side, flow: undefined as Terminal['flow'] }] : [])),
  );
  const byPoint = new Map<number, Piece[]>();
  for (const piece of pieces)
    for (const end of piece.ends) if (end.kind === 'point') byPoint.set(end.point, [...(byPoint.get(end.point) ?? []), piece]);
  for (const piece of pieces) {
    for (const { tip, tail } of arrows) {
      if (nearestOn(piece.segment, tip).away > TOUCHING * reach || nearestOn(piece.segment, tail).away > reach) continue;
      const isForward = nearestOn(piece.segment, tip).along > nearestOn(piece.segment, tail).along;
      const sides = piece.ends.map((end, side) => {
        const beyond = new Set<Piece>([piece]);
        const own =
          end.kind === 'item'
            ? []
            : (byPoint.get(end.point) ?? [])
                .filter((next) => next !== piece)
                .flatMap((next) => (beyond.has(next) ? [] : reached(next, byPoint, beyond, piece)));
        return terminals.filter(
          (terminal) => !isInstrument(terminal.item) && (terminal.piece === piece ? terminal.side === side : own.includes(terminal.piece)),
        );
      });
      const [before, behind] = isForward ? sides : [sides[1], sides[0]];
      // A side that both ends lead to is a ring: the arrow tells nothing of it.
      if (before?.some((terminal) => behind?.includes(terminal)) === true) continue;
      if (before?.length === 1 && before[0] !== undefined) before[0].flow ??= 'out';
      if (behind?.length === 1 && behind[0] !== undefined) behind[0].flow ??= 'in';
    }
  }
  return { terminals, pieces: pieces.map(({ segment }) => segment) };
}
