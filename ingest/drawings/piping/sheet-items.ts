import type { Box } from '../../../kernel/index.ts';
import { type FlowArrow, flowArrow } from '../../plane/flow-arrow.ts';
import { gapBetween, grown, holds, middleOf, type Segment, segmentsOf, sizeOf } from '../../plane/geometry.ts';
import { around } from '../model/box-of.ts';
import type { DrawingPath, DrawingSheet, DrawingSymbol } from '../model/drawing.ts';

/** Something that stands in or at pipes: a symbol, or lines that are drawn as one without being one. */
export interface SheetItem {
  readonly box: Box;
  /** Ids of the symbols that it is, from the outermost in. */
  readonly symbols: ReadonlySet<string>;
  /** A circle and nothing more that matters. */
  readonly isRound: boolean;
}

/** A sheet parted into what stands on it and the lines between. */
export interface SheetParts {
  readonly items: readonly SheetItem[];
  readonly pieces: readonly Segment[];
  readonly arrows: readonly FlowArrow[];
}

/** Heights of the usual text: of the head of an arrow at most, and of an item at least and at most. */
const LONGEST_ARROW = 1.6;
const SMALLEST_ITEM = 0.8;
const LARGEST_ITEM = 50;
/** Of the stroke between an outline and another one that is a part of it. */
const LONGEST_STEM = 4;
/** By which parts of an item may lie apart. */
const APART = 0.15;
/** Degrees by which a line may slant and still be level or upright. */
const SLANT = 0.02;
/** Beyond, nothing is told from how lines lie: a map or a render, no diagram. */
const MOST_PATHS = 20_000;
const MOST_NUMBERS = 1_000_000;
const MOST_LOOSE = 3_000;
const MOST_ITEMS = 2_000;
const MOST_PIECES = 4_000;

/** What stands on a sheet, by the height of its usual text. Undefined where there is too much of it. */
export function sheetParts({ elements }: DrawingSheet, height: number, isTaken: (box: Box) => boolean): SheetParts | undefined {
  const paths = elements.flatMap((element) =>
    element.kind === 'path' && !element.isHidden && element.shape !== 'leader' && element.points.every(isBounded) ? [element] : [],
  );
  if (paths.length > MOST_PATHS || paths.reduce((sum, { points }) => sum + points.length, 0) > MOST_NUMBERS) return undefined;
  const parents = new Map(elements.flatMap((element) => (element.kind === 'symbol' ? [[element.id, element] as const] : [])));
  const drawn = new Map<string, DrawingPath[]>();
  const inner = new Map<string, string[]>();
  for (const { id, symbol } of parents.values()) if (symbol !== undefined) push(inner, symbol, id);
  for (const path of paths) for (const id of symbolsAbove(path, parents)) push(drawn, id, path);
  const items: SheetItem[] = [];
  const arrows: FlowArrow[] = [];
  const inItem = new Set<DrawingPath>();
  for (const [id, symbol] of parents) {
    const own = drawn.get(id) ?? [];
    const box = around(own);
    if (box === undefined || own.some((path) => inItem.has(path)) || symbol.isHidden) continue;
    const arrow = own.length === 1 && own[0] !== undefined ? arrowOf(own[0], height) : undefined;
    if (arrow === undefined && (sizeOf(box) < SMALLEST_ITEM * height || sizeOf(box) > LARGEST_ITEM * height || isTaken(box))) continue;
    for (const path of own) inItem.add(path);
    if (arrow !== undefined) arrows.push(arrow);
    else items.push({ box, symbols: new Set([id, ...inside(id, inner)]), isRound: own.length === 1 && own[0]?.shape === 'circle' });
  }
  const free = paths.filter((path) => !inItem.has(path));
  const heads = new Map(free.flatMap((path) => pairOf(path, arrowOf(path, height))));
  const loose = looseItems(
    free.filter((path) => !heads.has(path)),
    height,
    isTaken,
  );
  if (loose === undefined) return undefined;
  const used = new Set(loose.flatMap(({ paths: own }) => own));
  // Two heads that meet tip on tip are the bow tie of a valve.
  const tips = [...heads.values()];
  const isBow = ({ tip }: FlowArrow): boolean =>
    tips.filter((other) => Math.hypot(other.tip.x - tip.x, other.tip.y - tip.y) < APART * height).length > 1;
  const all = [...items, ...loose.map(({ box, isRound }) => ({ box, isRound, symbols: new Set<string>() }))];
  const pieces = free
    .filter((path) => !heads.has(path) && !used.has(path) && !path.isClosed && (path.shape === 'line' || path.shape === 'polyline'))
    .flatMap(({ points, isClosed }) => segmentsOf(points, isClosed));
  if (all.length > MOST_ITEMS || pieces.length > MOST_PIECES || heads.size + arrows.length > MOST_ITEMS) return undefined;
  return { items: all, pieces, arrows: [...arrows, ...tips.filter((head) => !isBow(head))] };
}

/** Units from the origin beyond which nothing is drawn, as broken files say it. */
const FARTHEST = 1e12;

function isBounded(value: number): boolean {
  return Math.abs(value) <= FARTHEST;
}

function pairOf(path: DrawingPath, arrow: FlowArrow | undefined): readonly (readonly [DrawingPath, FlowArrow])[] {
  return arrow === undefined ? [] : [[path, arrow]];
}

function arrowOf({ points, isClosed, shape }: DrawingPath, height: number): FlowArrow | undefined {
  return shape === 'polyline' ? flowArrow(points, isClosed, LONGEST_ARROW * height) : undefined;
}

function symbolsAbove({ symbol }: DrawingPath, parents: ReadonlyMap<string, DrawingSymbol>): readonly string[] {
  const above: string[] = [];
  for (let id = symbol; id !== undefined && !above.includes(id); id = parents.get(id)?.symbol) above.push(id);
  return above;
}

function inside(id: string, inner: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return (inner.get(id) ?? []).flatMap((one) => [one, ...inside(one, inner)]);
}

function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

interface Loose {
  readonly box: Box;
  readonly paths: readonly DrawingPath[];
  readonly isRound: boolean;
}

/**
 * Symbols that are drawn by hand: closed, bent and slanting paths that touch each other, with the straight strokes that begin and end
 * within them.
 */
function looseItems(paths: readonly DrawingPath[], height: number, isTaken: (box: Box) => boolean): readonly Loose[] | undefined {
  const isSmall = ({ box }: DrawingPath): boolean => sizeOf(box) <= LARGEST_ITEM * height;
  const seeds = paths.filter(
    (path) => isSmall(path) && (path.isClosed || path.shape === 'circle' || path.shape === 'arc' || path.shape === 'curve' || slants(path)),
  );
  if (seeds.length > MOST_LOOSE) return undefined;
  const groups: Group[] = [];
  for (const seed of seeds)
    merge(
      groups,
      groups.filter(({ box }) => gapBetween(box, seed.box) <= APART * height),
      seed,
    );
  const held = new Set(seeds);
  const strokes = paths.filter((path) => !held.has(path) && path.shape === 'line' && isSmall(path));
  for (const stroke of strokes) {
    const joined = stemBetween(groups, stroke, height);
    if (joined !== undefined) merge(groups, joined, stroke);
  }
  return groups.flatMap((group): Loose[] => {
    const reach = grown(group.box, APART * height);
    const own = strokes.filter(({ box }) => holds(reach, { x: box.x0, y: box.y0 }) && holds(reach, { x: box.x1, y: box.y1 }));
    const size = sizeOf(group.box);
    if (size < SMALLEST_ITEM * height || size > LARGEST_ITEM * height || isTaken(group.box)) return [];
    return [
      {
        box: group.box,
        paths: [...group.paths, ...own.filter((stroke) => !group.paths.includes(stroke) && isWithin(stroke, group.box))],
        isRound: group.paths.every(({ shape }) => shape === 'circle') && group.paths.length === 1,
      },
    ];
  });
}

interface Group {
  readonly box: Box;
  readonly paths: readonly DrawingPath[];
}

/** Makes one of some groups and a path. */
function merge(groups: Group[], some: readonly Group[], path: DrawingPath): void {
  const paths = [path, ...some.flatMap((group) => group.paths)];
  for (const group of some) groups.splice(groups.indexOf(group), 1);
  groups.push({ box: around(paths) ?? path.box, paths });
}

/** The outline amid which a short stroke begins, and the one that it leads to: the body of a valve and its actuator. A pipe ends at edges. */
function stemBetween(groups: readonly Group[], { points, box }: DrawingPath, height: number): readonly Group[] | undefined {
  if (sizeOf(box) > LONGEST_STEM * height) return undefined;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points;
  const ends = [
    { x: x0, y: y0 },
    { x: x1, y: y1 },
  ] as const;
  for (const [from, to] of [ends, [ends[1], ends[0]] as const]) {
    const body = groups.find((group) => holds(amid(group.box), from));
    const other = groups.find((group) => group !== body && holds(grown(group.box, APART * height), to));
    if (body !== undefined && other !== undefined && !holds(body.box, to)) return [body, other];
  }
  return undefined;
}

/** The inner half of a box, each way. */
function amid({ x0, y0, x1, y1 }: Box): Box {
  const [dx, dy] = [(x1 - x0) / 4, (y1 - y0) / 4];
  return { x0: x0 + dx, y0: y0 + dy, x1: x1 - dx, y1: y1 - dy };
}

/** A stroke from edge to edge through the middle is a pipe that runs through. */
function isWithin({ box }: DrawingPath, { x0, y0, x1, y1 }: Box): boolean {
  const middle = middleOf({ x0, y0, x1, y1 });
  const isLevel = box.y1 - box.y0 < box.x1 - box.x0;
  const spans = isLevel ? box.x0 <= x0 && box.x1 >= x1 : box.y0 <= y0 && box.y1 >= y1;
  const passes = isLevel ? Math.abs(box.y0 - middle.y) < (y1 - y0) / 4 : Math.abs(box.x0 - middle.x) < (x1 - x0) / 4;
  return !(spans && passes);
}

function slants({ shape, points, isClosed }: DrawingPath): boolean {
  return (
    (shape === 'line' || shape === 'polyline') &&
    segmentsOf(points, isClosed).some(({ from, to }) => {
      const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
      return Math.min(dx, dy) > SLANT * Math.max(dx, dy);
    })
  );
}
