import { IDENTITY, type Transform } from '../model/transform.ts';
import type { TagList } from './tag-list.ts';

/** Nearer than this to the axis, the direction of x is taken from the other one: a rule of the format. */
const NEAR_AXIS = 1 / 64;

/**
 * The map from the plane that an entity is drawn in, which its extrusion (210, 220, 230) gives, to the plane of the sheet. Mirrored
 * entities have the extrusion (0, 0, -1).
 */
export function planeOf(tags: TagList): Transform {
  const [x, y, z] = [tags.number(210, 0), tags.number(220, 0), tags.number(230, 1)];
  const length = Math.hypot(x, y, z);
  if (length === 0 || (x === 0 && y === 0 && z > 0)) return IDENTITY;
  const normal: Vector = [x / length, y / length, z / length];
  const isNear = Math.abs(normal[0]) < NEAR_AXIS && Math.abs(normal[1]) < NEAR_AXIS;
  const across = unit(cross(isNear ? [0, 1, 0] : [0, 0, 1], normal));
  const up = unit(cross(normal, across));
  return { a: across[0], b: across[1], c: up[0], d: up[1], e: 0, f: 0 };
}

type Vector = readonly [number, number, number];

function cross([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
