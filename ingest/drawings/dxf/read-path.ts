import { IDENTITY } from '../model/transform.ts';
import type { PathEntity } from './dxf-entity.ts';
import { MOST_CURVE_POINTS } from './dxf-limits.ts';
import { entityBase } from './entity-base.ts';
import { planeOf } from './plane-of.ts';
import type { TagList } from './tag-list.ts';

const FULL = 2 * Math.PI;

/** A line, arc or curve of any kind as the points it runs through; undefined for other entities. */
export function readPath(tags: TagList): PathEntity | undefined {
  switch (tags.type) {
    case 'LINE':
      return path(tags, 'line', [tags.number(10, 0), tags.number(20, 0), tags.number(11, 0), tags.number(21, 0)], false, false);
    case 'CIRCLE':
      return path(tags, 'circle', arcPoints(tags, 0, FULL), true);
    case 'ARC':
      return path(tags, 'arc', arcPoints(tags, radians(tags.number(50, 0)), radians(tags.number(51, 360))), false);
    case 'ELLIPSE':
      return path(tags, 'curve', ellipsePoints(tags), false, false);
    case 'LWPOLYLINE':
      return polyline(tags);
    case 'SPLINE':
      return path(tags, 'curve', paired(tags.all(11).length > 0 ? [11, 21] : [10, 20], tags), (tags.flags(70) & 1) === 1, false);
    case 'LEADER':
      return path(tags, 'leader', paired([10, 20], tags), false, false);
    case 'SOLID':
    case 'TRACE':
    case '3DFACE':
      return path(tags, 'polyline', cornerPoints(tags), true, tags.type !== '3DFACE');
    default:
      return undefined;
  }
}

/** The path of a POLYLINE from the vertices that follow it. */
export function joinVertices(polyline: TagList, vertices: readonly number[]): PathEntity {
  const isFlat = (polyline.flags(70) & (8 | 16 | 64)) === 0;
  return path(polyline, 'polyline', vertices, (polyline.flags(70) & 1) === 1, isFlat);
}

function path(tags: TagList, shape: PathEntity['shape'], points: readonly number[], isClosed: boolean, inPlane = true): PathEntity {
  return { kind: 'path', ...entityBase(tags), shape, points, isClosed, plane: inPlane ? planeOf(tags) : IDENTITY };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function arcPoints(tags: TagList, from: number, to: number): readonly number[] {
  const [x, y, radius] = [tags.number(10, 0), tags.number(20, 0), Math.abs(tags.number(40, 0))];
  return sweep(from, to, (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
}

function ellipsePoints(tags: TagList): readonly number[] {
  const [x, y, dx, dy, ratio] = [tags.number(10, 0), tags.number(20, 0), tags.number(11, 1), tags.number(21, 0), tags.number(40, 1)];
  const side = tags.number(230, 1) < 0 ? -1 : 1;
  return sweep(tags.number(41, 0), tags.number(42, FULL), (angle) => {
    const [along, across] = [Math.cos(angle), Math.sin(angle) * ratio * side];
    return [x + dx * along - dy * across, y + dy * along + dx * across];
  });
}

function sweep(from: number, to: number, pointAt: (angle: number) => readonly [number, number]): readonly number[] {
  const turn = (((to - from) % FULL) + FULL) % FULL || FULL;
  const pieces = Math.max(2, Math.ceil((MOST_CURVE_POINTS * turn) / FULL));
  return Array.from({ length: pieces + 1 }, (_, at) => pointAt(from + (turn * at) / pieces)).flat();
}

function paired([xs, ys]: readonly [number, number], tags: TagList): readonly number[] {
  const points: number[] = [];
  let x: number | undefined;
  tags.each((code, value) => {
    if (code === xs) x = finite(value);
    else if (code === ys && x !== undefined) {
      points.push(x, finite(value));
      x = undefined;
    }
  });
  return points;
}

function finite(value: string): number {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) ? number : 0;
}

/** The third and fourth corner of a filled shape stand crosswise. */
function cornerPoints(tags: TagList): readonly number[] {
  return [10, 11, 13, 12].flatMap((code) => [tags.number(code, tags.number(12, 0)), tags.number(code + 10, tags.number(22, 0))]);
}

/** A polyline may bend between two vertices: a bulge (42) is the tangent of a quarter of the angle. */
function polyline(tags: TagList): PathEntity {
  const vertices: { x: number; y: number; bulge: number }[] = [];
  tags.each((code, value) => {
    const last = vertices.at(-1);
    if (code === 10) vertices.push({ x: finite(value), y: 0, bulge: 0 });
    else if (code === 20 && last !== undefined) last.y = finite(value);
    else if (code === 42 && last !== undefined) last.bulge = finite(value);
  });
  const isClosed = (tags.flags(70) & 1) === 1;
  const points = vertices.flatMap((vertex, at) => {
    const next = vertices[at + 1] ?? (isClosed ? vertices[0] : undefined);
    return next === undefined || vertex.bulge === 0 ? [vertex.x, vertex.y] : bent(vertex, next, vertex.bulge);
  });
  return path(tags, 'polyline', points, isClosed);
}

function bent(from: { x: number; y: number }, to: { x: number; y: number }, bulge: number): readonly number[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const offset = (1 - bulge * bulge) / (4 * bulge);
  const [x, y] = [(from.x + to.x) / 2 - dy * offset, (from.y + to.y) / 2 + dx * offset];
  const radius = Math.hypot(from.x - x, from.y - y);
  const start = Math.atan2(from.y - y, from.x - x);
  const turn = 4 * Math.atan(bulge);
  const pieces = Math.max(2, Math.ceil((MOST_CURVE_POINTS * Math.abs(turn)) / FULL));
  return Array.from({ length: pieces }, (_, at) => {
    const angle = start + (turn * at) / pieces;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  }).flat();
}
